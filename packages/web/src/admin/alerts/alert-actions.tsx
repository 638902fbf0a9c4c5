import { useState, type ReactElement } from 'react'

import { ProblemNote } from '../../parts/problem-note.js'
import { useAdmin } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import { busy } from '../parts/busy.js'
import { Button } from '../parts/button.js'
import { Confirm } from '../parts/confirm.js'
import { isolated } from '../parts/name.js'
import { ALERTS_TEXTS } from './texts.js'

interface ActionsProps {
  readonly alert: Shape<'Alert'>
  readonly onChanged: () => void
}

/** Sends a test to the channels of an alert, and says what came of each. */
const Test = ({ alert }: Pick<ActionsProps, 'alert'>): ReactElement => {
  const texts = useTexts(ALERTS_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [outcome, setOutcome] = useState('')
  const test = async (): Promise<void> => {
    setOutcome('')
    const params = { path: { id: alert.id }, header: once() }
    const answer = await run(api.POST('/api/alerts/{id}/test', { params }))
    if (answer.kind !== 'done') return
    const words = answer.value.sent.map(({ kind, outcome: told }) => texts[told](texts.kindsOfChannel[kind]))
    setOutcome(words.join('; '))
  }
  return (
    <>
      <Button
        kind="quiet"
        state={busy(state)}
        aria-label={`${texts.test}: ${isolated(alert.name)}`}
        onClick={() => void test()}
      >
        {texts.test}
      </Button>
      <output>{outcome}</output>
      {state.kind === 'failed' ? <ProblemNote problem={state.problem} /> : null}
    </>
  )
}

/** What can be done with an alert. */
export const AlertActions = ({ alert, onChanged }: ActionsProps): ReactElement => {
  const texts = useTexts(ALERTS_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const remove = async () => {
    const params = { path: { id: alert.id }, header: once() }
    const answer = await run(api.DELETE('/api/alerts/{id}', { params }))
    if (answer.kind === 'done') onChanged()
    return answer
  }
  return (
    <span>
      <Test alert={alert} />
      <Confirm
        label={texts.remove}
        name={isolated(alert.name)}
        question={texts.removeText}
        state={state}
        run={remove}
      />
    </span>
  )
}
