import { useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { ifStill, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Form } from '../parts/form.js'
import { Name } from '../parts/name.js'
import { TextField } from '../parts/text-field.js'
import { ORGANISATIONS_TEXTS } from './texts.js'

type Pool = Shape<'Pool'>

const isPool = (value: unknown): value is Pool =>
  typeof value === 'object' && value !== null && 'revision' in value && 'site' in value

/** Registers a pool, or moves it to another site; where somebody else was faster, theirs is shown and what was typed stays. */
export const PutPool = ({
  organisation,
  pool,
  onDone,
}: {
  readonly organisation: string
  /** The pool that is changed; undefined: a new one. */
  readonly pool?: Pool
  readonly onDone: () => void
}): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [fqdn, setFqdn] = useState(pool?.fqdn ?? '')
  const [site, setSite] = useState(pool?.site ?? '')
  // As it was when the form was opened: the list behind it may have heard of a change that nobody here has seen.
  const [opened] = useState(pool)
  const [seen, setSeen] = useState(pool)
  const put = async (): Promise<void> => {
    const params = { header: ifStill(seen?.revision ?? 0) }
    const answer = await run(api.PUT('/api/pools', { params, body: { fqdn, organisation, site } }))
    if (answer.kind === 'done') return onDone()
    const { problem } = answer
    if (problem.kind === 'answered' && isPool(problem.current)) setSeen(problem.current)
  }
  const isConflict = seen !== opened && state.kind === 'failed'
  const submit = opened === undefined ? texts.addPool : texts.save
  return (
    <Form submit={isConflict ? texts.saveAnyway : submit} state={state} onSubmit={() => void put()}>
      {opened === undefined ? (
        <TextField
          label={texts.poolName}
          hint={texts.poolHint}
          maxLength={253}
          value={fqdn}
          onType={setFqdn}
        />
      ) : null}
      <TextField label={texts.siteName} maxLength={255} value={site} onType={setSite} />
      {isConflict && seen !== undefined ? (
        <p className={classes['plain']}>
          {texts.conflict}
          <Name>{seen.site}</Name>
        </p>
      ) : null}
    </Form>
  )
}
