import type { ErrorCode } from '@candor/practices'

import type { LoadOutcome } from './load-lane.js'
import type { PartHealth } from '../health/health-figures.js'

const FIRST_WAIT_MILLIS = 250
const LONGEST_WAIT_MILLIS = 30_000

/** How fast a lane is moved: whole blocks while all is well, shorter ones around a fault, pauses while the store fails. */
export interface LanePace {
  /** Reports of the next block at most. */
  readonly maxRows: number
  /** No attempt before this instant; milliseconds since 1970. */
  readonly restsUntil: number
  readonly failing?: { readonly since: number; readonly code: ErrorCode; readonly times: number }
}

/** Whether a lane rests. A rest that seems longer than any is one from before the clock went back, and is over. */
export const isResting = ({ restsUntil }: LanePace, nowMillis: number): boolean =>
  restsUntil > nowMillis && restsUntil <= nowMillis + LONGEST_WAIT_MILLIS

/** The pace of a lane that never failed. */
export const fullPace = (maxRows: number): LanePace => ({ maxRows, restsUntil: 0 })

/** The pace after a step. */
export const nextPace = (pace: LanePace, outcome: LoadOutcome, most: number, nowMillis: number): LanePace => {
  switch (outcome.kind) {
    case 'idle':
      return fullPace(most)
    case 'moved':
      return { maxRows: Math.min(most, 2 * pace.maxRows), restsUntil: 0 }
    case 'narrowed':
      return { ...pace, maxRows: Math.max(1, outcome.rows) }
    case 'failed': {
      const times = (pace.failing?.times ?? 0) + 1
      const wait = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS * 2 ** (times - 1))
      const since = pace.failing?.since ?? nowMillis
      return { ...pace, restsUntil: nowMillis + wait, failing: { since, code: outcome.code, times } }
    }
    default:
      return outcome satisfies never
  }
}

/** The health that the lanes' paces show: the longest failure counts. */
export const healthOf = (paces: Iterable<LanePace>): PartHealth => {
  const failing = [...paces].flatMap((pace) => pace.failing ?? []).toSorted((a, b) => a.since - b.since)[0]
  return failing === undefined
    ? { kind: 'well' }
    : { kind: 'failing', since: failing.since, code: failing.code }
}
