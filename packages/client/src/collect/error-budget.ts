import type { ExceptionValue } from '@candor/practices'

const MINUTE_MILLIS = 60_000
const DAY_MILLIS = 86_400_000
const TOP_FRAMES = 3

/** How much is reported of errors that nobody asked for. */
export const ERROR_LIMITS = { repeatMillis: MINUTE_MILLIS, perMinute: 10, perDay: 100 } as const

/** What becomes of an error. */
export type ErrorVerdict =
  /** `repeats`: how often errors were left out as repetitions since the last one that was admitted. */
  { readonly kind: 'admitted'; readonly repeats: number } | { readonly kind: 'repeated' | 'limited' }

/** The same error: its type, message and the top of its stack. */
export const errorKey = ({ type, message, stack = '' }: ExceptionValue): string =>
  JSON.stringify([type, message, stack.split('\n').slice(0, TOP_FRAMES + 1)])

/**
 * Begins to judge errors: the same one counts once a minute, and of all there are at most ten in a minute and a hundred
 * in a day of a session. It remembers no more than it admits.
 */
export const createErrorBudget = (): ((key: string, nowMillis: number) => ErrorVerdict) => {
  let admitted: { readonly key: string; readonly atMillis: number }[] = []
  let repeats = 0
  return (key, nowMillis) => {
    // A clock that was set back must not keep errors out for longer than a day.
    admitted = admitted.filter(({ atMillis }) => Math.abs(nowMillis - atMillis) < DAY_MILLIS)
    const recent = admitted.filter(({ atMillis }) => Math.abs(nowMillis - atMillis) < MINUTE_MILLIS)
    if (recent.some((known) => known.key === key)) {
      repeats += 1
      return { kind: 'repeated' }
    }
    if (recent.length >= ERROR_LIMITS.perMinute || admitted.length >= ERROR_LIMITS.perDay)
      return { kind: 'limited' }
    admitted.push({ key, atMillis: nowMillis })
    const before = repeats
    repeats = 0
    return { kind: 'admitted', repeats: before }
  }
}
