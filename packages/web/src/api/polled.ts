import type { Loaded } from './load.js'
import type { Problem } from './problem.js'

/** What is known of an answer that is asked for again and again. */
export type Polled<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | {
      readonly kind: 'shown'
      readonly value: T
      /** Milliseconds since 1970 of the last answer. */
      readonly updatedAtMillis: number
      /** previous: the answer to an earlier question, shown until this one is answered. */
      readonly freshness: 'current' | 'previous'
      /** Why the last attempt gave nothing newer, where it did not. */
      readonly problem: Problem | undefined
    }

/** The state after an answer. An unchanged body keeps the value itself, so that nothing is drawn again. */
export const after = <T>(
  state: Polled<T>,
  loaded: Loaded<T>,
  lastText: string | undefined,
  nowMs: number,
): Polled<T> => {
  if (loaded.kind === 'loaded') {
    const value = state.kind === 'shown' && loaded.text === lastText ? state.value : loaded.value
    return { kind: 'shown', value, updatedAtMillis: nowMs, freshness: 'current', problem: undefined }
  }
  const isCurrent = state.kind === 'shown' && state.freshness === 'current'
  return isCurrent ? { ...state, problem: loaded.problem } : { kind: 'failed', problem: loaded.problem }
}

/** The state once another question is asked. */
export const awaiting = <T>(state: Polled<T>): Polled<T> =>
  state.kind === 'shown' ? { ...state, freshness: 'previous' } : { kind: 'loading' }
