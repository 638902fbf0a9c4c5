import type { DataCategory } from '@candor/practices'

import type { Platform } from './platform.js'

/** How often each lane makes a report, in milliseconds. */
export type Intervals = Readonly<Record<DataCategory, number>>

const DEFAULT_MILLIS: Intervals = { census: 86_400_000, usage: 3_600_000, error: 5000 }
const LONGEST_APART_MILLIS = 60_000
/** Where bytes cost something, intervals are so many times as long. */
const METERED = 4

/** The intervals that the app gave, and the default of the others: a day for census, an hour for usage, 5 seconds for errors. */
export const intervalsOf = (given: Partial<Intervals> | undefined): Intervals => ({
  ...DEFAULT_MILLIS,
  ...given,
})

/** How far the requests of lanes are apart, and how long one waits at a start: an interval, and at most a minute. */
export const apartMillis = (...intervalsMillis: readonly number[]): number =>
  Math.min(LONGEST_APART_MILLIS, ...intervalsMillis)

/** How long an interval is on the network of this moment, in milliseconds. */
export const spanOf = (intervalMillis: number, { network }: Platform): number =>
  intervalMillis * (network() === 'metered' ? METERED : 1)
