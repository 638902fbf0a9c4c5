import type { ReactElement, ReactNode } from 'react'

import { ProblemNote } from '../../parts/problem-note.js'
import type { ActionState } from '../api/use-action.js'
import classes from './admin.module.css'
import { busy } from './busy.js'
import { Button } from './button.js'

/** Fields, what went wrong, and the button that sends them; what was typed stays where sending fails. */
export const Form = ({
  submit,
  state,
  onSubmit,
  aside,
  children,
}: {
  readonly submit: string
  readonly state: ActionState
  readonly onSubmit: () => void
  /** Stands beside the button. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}): ReactElement => (
  <form
    className={classes['form']}
    onSubmit={(event) => {
      event.preventDefault()
      if (state.kind !== 'busy') onSubmit()
    }}
  >
    {children}
    {state.kind === 'failed' ? <ProblemNote problem={state.problem} /> : null}
    <div className={classes['actions']}>
      <Button type="submit" kind="primary" state={busy(state)}>
        {submit}
      </Button>
      {aside}
    </div>
  </form>
)
