import { useCallback, useState } from 'react'

import type { Problem } from '../../api/problem.js'
import { answerOf, type Answer, type Reply } from './answer.js'

/** How far something is that a person asked for. */
export type ActionState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** Something that a person does. */
export interface Action {
  readonly state: ActionState
  readonly run: <T>(asked: Promise<Reply<T>>) => Promise<Answer<T>>
  /** Forgets a problem. */
  readonly reset: () => void
}

/** Runs what a person asks for, and remembers whether it is under way and why it failed. */
export const useAction = (): Action => {
  const [state, setState] = useState<ActionState>({ kind: 'idle' })
  const run = useCallback(async <T>(asked: Promise<Reply<T>>): Promise<Answer<T>> => {
    setState({ kind: 'busy' })
    const answer = await answerOf(asked)
    setState(answer.kind === 'done' ? { kind: 'idle' } : { kind: 'failed', problem: answer.problem })
    return answer
  }, [])
  return { state, run, reset: useCallback(() => setState({ kind: 'idle' }), []) }
}
