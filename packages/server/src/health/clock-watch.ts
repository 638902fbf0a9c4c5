import type { ClockHealth } from './health-figures.js'

/** Less than this is how clocks are corrected all the time: 2 seconds. */
const NOTEWORTHY_MILLIS = 2000

/** What a watch upon the clock compares. */
export interface ClockWatchParts {
  /** The machine's clock: milliseconds since 1970. */
  readonly now: () => number
  /** A clock that never goes back: milliseconds since any instant. */
  readonly steadyNow: () => number
  /** When something was last written before the start; milliseconds since 1970. Undefined where nothing was. */
  readonly lastWrittenMillis: number | undefined
}

/** Compares the machine's clock with a steady one whenever it is asked; the largest step back is remembered. */
export const createClockWatch = ({
  now,
  steadyNow,
  lastWrittenMillis,
}: ClockWatchParts): (() => ClockHealth) => {
  let health: ClockHealth = { kind: 'well' }
  let expected = (lastWrittenMillis ?? now()) - steadyNow()
  return () => {
    const offset = now() - steadyNow()
    const byMillis = Math.round(expected - offset)
    if (byMillis >= NOTEWORTHY_MILLIS && (health.kind === 'well' || byMillis > health.byMillis)) {
      health = { kind: 'went-back', byMillis, at: now() }
    }
    expected = offset
    return health
  }
}
