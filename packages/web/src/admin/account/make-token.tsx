import { TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'

import { useAdmin, useMe } from '../api/admin-context.js'
import { once } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import { Form } from '../parts/form.js'
import { GrantFields, type Grant } from '../parts/grant-fields.js'
import { TextField } from '../parts/text-field.js'
import { ACCOUNT_TEXTS } from './texts.js'

const USUAL_DAYS = 90
const MAX_DAYS = 365

/** What a token is for, its role (operators may choose a lesser one), and for how long it works. */
export const MakeToken = ({ onMade }: { readonly onMade: (token: string) => void }): ReactElement => {
  const texts = useTexts(ACCOUNT_TEXTS)
  const { api } = useAdmin()
  const me = useMe()
  const { state, run } = useAction()
  const [name, setName] = useState('')
  const [grant, setGrant] = useState<Grant>({ role: me.role, organisation: me.organisation })
  const [days, setDays] = useState(String(USUAL_DAYS))
  const make = async (): Promise<void> => {
    const body = { name, ...grant, expiresInDays: Number(days) }
    const answer = await run(api.POST('/api/tokens', { params: { header: once() }, body }))
    if (answer.kind === 'done') onMade(answer.value.token ?? '')
  }
  return (
    <Form submit={texts.makeToken} state={state} onSubmit={() => void make()}>
      <TextField label={texts.tokenName} maxLength={100} value={name} onType={setName} />
      {me.role === 'operator' ? <GrantFields label={texts.role} grant={grant} onChoose={setGrant} /> : null}
      <TextInput
        label={texts.days}
        type="number"
        min={1}
        max={MAX_DAYS}
        required
        withAsterisk={false}
        value={days}
        onChange={({ currentTarget }) => setDays(currentTarget.value)}
      />
    </Form>
  )
}
