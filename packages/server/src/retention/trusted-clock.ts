import type { ClockAhead } from '../health/health-figures.js'

const DAY_MILLIS = 86_400_000

/** How far the machine's clock may step ahead of a steady one while the service runs: a day. */
export const MOST_STEP_MILLIS = DAY_MILLIS

/** How far it may be ahead of the last round of retention at a start: 30 days, in which the service may just have been off. */
const MOST_PAUSE_MILLIS = 30 * DAY_MILLIS

/** A clock that things are deleted by: one that leaps ahead must not delete what is not over. */
export interface TrustedClock {
  /** The machine's time; while that is too far ahead, the last one that was believed, gone on steadily. Milliseconds since 1970. */
  readonly now: () => number
  /** Believes the machine's clock as it is now. */
  readonly confirm: () => void
  readonly health: () => ClockAhead
}

/** What a trusted clock compares. */
export interface TrustedClockParts {
  /** The machine's clock: milliseconds since 1970. */
  readonly now: () => number
  /** A clock that never goes back: milliseconds since any instant. */
  readonly steadyNow: () => number
  /** The latest instant that was believed before the start; undefined where there was none. */
  readonly believedMillis: number | undefined
  /** How far the machine's clock may be ahead of that, in milliseconds. Default: 30 days. */
  readonly mostPauseMillis?: number
}

/** Makes a trusted clock. It comes back by itself once the machine's clock does. */
export const createTrustedClock = (parts: TrustedClockParts): TrustedClock => {
  const { now, steadyNow, believedMillis, mostPauseMillis = MOST_PAUSE_MILLIS } = parts
  const isBelieved = believedMillis === undefined || now() - believedMillis <= mostPauseMillis
  let anchor = { millis: isBelieved ? now() : believedMillis, steady: steadyNow() }
  let noticed: number | undefined
  const look = () => {
    const [wall, steady] = [now(), steadyNow()]
    const expected = anchor.millis + steady - anchor.steady
    const isAhead = wall - expected > MOST_STEP_MILLIS
    noticed = isAhead ? (noticed ?? wall) : undefined
    // A clock that goes back moves nothing: once it is set right again, that is no leap.
    if (!isAhead && wall > expected) anchor = { millis: wall, steady }
    return { wall, expected, isAhead }
  }
  return {
    now: () => {
      const { wall, expected, isAhead } = look()
      return isAhead ? expected : wall
    },
    confirm: () => {
      anchor = { millis: Math.max(now(), anchor.millis), steady: steadyNow() }
    },
    health: () => {
      const { wall, expected } = look()
      return noticed === undefined
        ? { kind: 'well' }
        : { kind: 'went-ahead', byMillis: Math.round(wall - expected), at: noticed }
    },
  }
}
