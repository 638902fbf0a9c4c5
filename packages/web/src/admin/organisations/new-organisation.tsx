import { useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { once } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import { Form } from '../parts/form.js'
import { TextField } from '../parts/text-field.js'
import { OrganisationFields, type OrganisationFacts } from './organisation-fields.js'
import { ORGANISATIONS_TEXTS } from './texts.js'

/** The cloud that most organisations are in. */
const USUAL: OrganisationFacts = { label: '', cloud: 'worldwide', hosting: 'online' }

/** Registers an organisation. */
export const NewOrganisation = ({ onDone }: { readonly onDone: () => void }): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [name, setName] = useState('')
  const [facts, setFacts] = useState(USUAL)
  const create = async (): Promise<void> => {
    const body = { name, ...facts }
    const answer = await run(api.POST('/api/organisations', { params: { header: once() }, body }))
    if (answer.kind === 'done') onDone()
  }
  return (
    <Form submit={texts.add} state={state} onSubmit={() => void create()}>
      <TextField label={texts.name} hint={texts.nameHint} maxLength={253} value={name} onType={setName} />
      <OrganisationFields facts={facts} onType={setFacts} />
    </Form>
  )
}
