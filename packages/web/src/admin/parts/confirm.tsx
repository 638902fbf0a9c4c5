import { useState, type ReactElement, type ReactNode } from 'react'

import { ProblemNote } from '../../parts/problem-note.js'
import type { Answer } from '../api/answer.js'
import type { ActionState } from '../api/use-action.js'
import { useTexts } from '../language.js'
import classes from './admin.module.css'
import { Button } from './button.js'
import { Dialog } from './dialog.js'
import { COMMON_TEXTS } from './texts.js'

/** A button that asks before it does something; the question says what will follow. */
export const Confirm = ({
  label,
  name,
  question,
  state,
  run,
}: {
  readonly label: string
  /** What it is about, for those who hear the button without what is beside it. */
  readonly name?: string
  readonly question: ReactNode
  readonly state: ActionState
  readonly run: () => Promise<Answer<unknown>>
}): ReactElement => {
  const texts = useTexts(COMMON_TEXTS)
  const [isOpen, setOpen] = useState(false)
  const confirm = async (): Promise<void> => {
    if ((await run()).kind === 'done') setOpen(false)
  }
  return (
    <>
      <Button
        kind="quiet"
        aria-label={name === undefined ? undefined : `${label}: ${name}`}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {isOpen ? (
        <Dialog title={label} onClose={() => setOpen(false)}>
          <div className={classes['plain']}>{question}</div>
          {state.kind === 'failed' ? <ProblemNote problem={state.problem} /> : null}
          <div className={classes['actions']}>
            <Button
              kind="danger"
              state={state.kind === 'busy' ? 'busy' : 'ready'}
              onClick={() => void confirm()}
            >
              {label}
            </Button>
            <Button onClick={() => setOpen(false)}>{texts.cancel}</Button>
          </div>
        </Dialog>
      ) : null}
    </>
  )
}
