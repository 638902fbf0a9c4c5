import { useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { ifStill, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Form } from '../parts/form.js'
import { isolated } from '../parts/name.js'
import { OrganisationFields, type OrganisationFacts } from './organisation-fields.js'
import { ORGANISATIONS_TEXTS } from './texts.js'

type Organisation = Shape<'Organisation'>

const isOrganisation = (value: unknown): value is Organisation =>
  typeof value === 'object' && value !== null && 'revision' in value && 'label' in value

const summary = ({ label, cloud, hosting }: Organisation): string =>
  [isolated(label), isolated(cloud), hosting].join(', ')

/** Changes an organisation; where somebody else was faster, theirs is shown and what was typed stays. */
export const ChangeOrganisation = ({
  organisation,
  onDone,
}: {
  readonly organisation: Organisation
  readonly onDone: () => void
}): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [seen, setSeen] = useState(organisation)
  const { label, cloud, hosting } = organisation
  const [facts, setFacts] = useState<OrganisationFacts>({ label, cloud, hosting })
  const save = async (): Promise<void> => {
    const params = { path: { organisation: organisation.name }, header: ifStill(seen.revision) }
    const answer = await run(api.PUT('/api/organisations/{organisation}', { params, body: facts }))
    if (answer.kind === 'done') return onDone()
    const { problem } = answer
    if (problem.kind === 'answered' && isOrganisation(problem.current)) setSeen(problem.current)
  }
  const isConflict = seen !== organisation && state.kind === 'failed'
  return (
    <Form submit={isConflict ? texts.saveAnyway : texts.save} state={state} onSubmit={() => void save()}>
      <OrganisationFields facts={facts} onType={setFacts} />
      {isConflict ? (
        <p className={classes['plain']}>
          {texts.conflict}
          {summary(seen)}
        </p>
      ) : null}
    </Form>
  )
}
