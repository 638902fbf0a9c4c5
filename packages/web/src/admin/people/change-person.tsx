import { NativeSelect } from '@mantine/core'
import { useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { ifStill, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Form } from '../parts/form.js'
import { GrantFields, type Grant } from '../parts/grant-fields.js'
import { RoleText } from '../parts/role-text.js'
import { PEOPLE_TEXTS } from './texts.js'

type Person = Shape<'Person'>

const STATES = ['active', 'disabled'] as const

const isPerson = (value: unknown): value is Person =>
  typeof value === 'object' && value !== null && 'revision' in value && 'role' in value

/** Changes the role of an account, or disables it. */
export const ChangePerson = ({
  person,
  onDone,
}: {
  readonly person: Person
  readonly onDone: () => void
}): ReactElement => {
  const texts = useTexts(PEOPLE_TEXTS)
  const { api } = useAdmin()
  const { state: action, run } = useAction()
  const [seen, setSeen] = useState(person)
  const [grant, setGrant] = useState<Grant>({ role: person.role, organisation: person.organisation })
  const [state, setState] = useState(person.state)
  const save = async (): Promise<void> => {
    const params = { path: { id: person.id }, header: ifStill(seen.revision) }
    const answer = await run(api.PUT('/api/people/{id}', { params, body: { ...grant, state } }))
    if (answer.kind === 'done') return onDone()
    const { problem } = answer
    if (problem.kind === 'answered' && isPerson(problem.current)) setSeen(problem.current)
  }
  return (
    <Form submit={texts.save} state={action} onSubmit={() => void save()}>
      <GrantFields label={texts.role} grant={grant} onChoose={setGrant} />
      <NativeSelect
        label={texts.state}
        value={state}
        onChange={({ currentTarget: { value } }) =>
          setState(STATES.find((each) => each === value) ?? 'active')
        }
        data={STATES.map((value) => ({ value, label: texts.states[value] }))}
      />
      <p className={classes['quiet']}>{texts.endsSessions}</p>
      {seen === person ? null : (
        <p className={classes['plain']}>
          {texts.conflict}
          <RoleText grant={seen} />, {texts.states[seen.state]}
        </p>
      )}
    </Form>
  )
}
