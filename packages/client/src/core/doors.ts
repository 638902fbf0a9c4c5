import type { Client } from './client.js'
import type { Count } from './diagnostics.js'

type Door<A extends readonly unknown[], R> = (...given: A) => R

/** Runs what may throw: nothing is thrown into the app, and it is counted by a reason. */
export const guard =
  <A extends readonly unknown[], R>(
    count: Count,
    run: Door<A, R>,
    otherwise: R,
    reason = 'misuse',
  ): Door<A, R> =>
  (...given) => {
    try {
      return run(...given)
    } catch {
      count(reason)
      return otherwise
    }
  }

/** Whether the doors were closed; the app, which should know, is counted. */
export const isLate = ({ state, count }: Client): boolean => {
  const isClosed = state.doors === 'closed'
  if (isClosed) count('after-close')
  return isClosed
}

/** What the app does at once: after closing it is counted and nothing more. */
export const use = <A extends readonly unknown[], R>(
  client: Client,
  run: Door<A, R>,
  otherwise: R,
): Door<A, R> => guard(client.count, (...given) => (isLate(client) ? otherwise : run(...given)), otherwise)
