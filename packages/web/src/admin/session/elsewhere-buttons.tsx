import type { ReactElement } from 'react'

import { ProblemNote } from '../../parts/problem-note.js'
import { useAdmin } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Button } from '../parts/button.js'
import { isolated } from '../parts/name.js'
import { SESSION_TEXTS } from './texts.js'

/** A button for each provider of single sign-on; it leaves the page. */
export const ElsewhereButtons = ({
  providers,
}: {
  readonly providers: Shape<'SessionState'>['singleSignOn']
}): ReactElement | null => {
  const texts = useTexts(SESSION_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const leave = async (provider: string): Promise<void> => {
    const answer = await run(
      api.POST('/api/session/single-sign-on', { params: { header: once() }, body: { provider } }),
    )
    if (answer.kind === 'done') window.location.assign(answer.value.url)
  }
  if (providers.length === 0) return null
  return (
    <div className={classes['form']}>
      {state.kind === 'failed' ? <ProblemNote problem={state.problem} /> : null}
      {providers.map(({ id, label }) => (
        <Button key={id} onClick={() => void leave(id)}>
          {texts.elsewhere(isolated(label))}
        </Button>
      ))}
    </div>
  )
}
