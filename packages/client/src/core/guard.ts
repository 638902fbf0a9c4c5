import type { Count } from './diagnostics.js'

/** What the app calls. */
export type Door<A extends readonly unknown[], R> = (...given: A) => R

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
