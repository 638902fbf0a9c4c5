import { TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { once } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Form } from '../parts/form.js'
import { GrantFields, type Grant } from '../parts/grant-fields.js'
import { TextField } from '../parts/text-field.js'
import { PEOPLE_TEXTS } from './texts.js'

const USUAL_DAYS = 7
const MAX_DAYS = 30

/** Whom to invite, with which role, and for how long the link works. */
export const InviteForm = ({ onInvited }: { readonly onInvited: (link: string) => void }): ReactElement => {
  const texts = useTexts(PEOPLE_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [email, setEmail] = useState('')
  const [grant, setGrant] = useState<Grant>({ role: 'auditor', organisation: null })
  const [days, setDays] = useState(String(USUAL_DAYS))
  const invite = async (): Promise<void> => {
    const body = { email, ...grant, expiresInDays: Number(days) }
    const answer = await run(api.POST('/api/invitations', { params: { header: once() }, body }))
    if (answer.kind === 'done') onInvited(answer.value.link ?? '')
  }
  return (
    <Form submit={texts.invite} state={state} onSubmit={() => void invite()}>
      <p className={classes['quiet']}>{texts.inviteText}</p>
      <TextField label={texts.email} type="email" maxLength={254} value={email} onType={setEmail} />
      <GrantFields label={texts.role} grant={grant} onChoose={setGrant} />
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
