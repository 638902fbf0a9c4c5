import { useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { ifStill, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import { Form } from '../parts/form.js'
import { TextField } from '../parts/text-field.js'
import { ORGANISATIONS_TEXTS } from './texts.js'

/** Registers a pool, or moves it to another site. */
export const PutPool = ({
  organisation,
  pool,
  onDone,
}: {
  readonly organisation: string
  /** The pool that is changed; undefined: a new one. */
  readonly pool?: Shape<'Pool'>
  readonly onDone: () => void
}): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [fqdn, setFqdn] = useState(pool?.fqdn ?? '')
  const [site, setSite] = useState(pool?.site ?? '')
  const put = async (): Promise<void> => {
    const params = { header: ifStill(pool?.revision ?? 0) }
    const answer = await run(api.PUT('/api/pools', { params, body: { fqdn, organisation, site } }))
    if (answer.kind === 'done') onDone()
  }
  return (
    <Form submit={pool === undefined ? texts.addPool : texts.save} state={state} onSubmit={() => void put()}>
      {pool === undefined ? (
        <TextField
          label={texts.poolName}
          hint={texts.poolHint}
          maxLength={253}
          value={fqdn}
          onType={setFqdn}
        />
      ) : null}
      <TextField label={texts.siteName} maxLength={255} value={site} onType={setSite} />
    </Form>
  )
}
