import type { DataCategory } from '@candor/practices'

import type { Lane } from './client.js'

/** How often each lane makes a report, in milliseconds, where the app gave nothing else. */
export const DEFAULT_MILLIS: Readonly<Record<DataCategory, number>> = {
  census: 86_400_000,
  usage: 3_600_000,
  error: 5000,
}

const LONGEST_APART_MILLIS = 60_000
/** Where bytes cost something, intervals are so many times as long. */
const METERED = 4
/** The part of an interval that is left to chance, so that devices do not all report at once. */
export const JITTER = 0.1

/** How far the requests of lanes are apart, and how long one waits at a start: an interval, and at most a minute. */
export const apartMillis = (...intervalsMillis: readonly number[]): number =>
  Math.min(LONGEST_APART_MILLIS, ...intervalsMillis)

/** How long a lane's interval is on the network of this moment, in milliseconds. */
export const spanMillis = ({ intervalMillis, platform }: Lane): number =>
  intervalMillis * (platform.network() === 'metered' ? METERED : 1)

/** A random part of what is left to chance of a time, in milliseconds. */
export const jitter = ({ platform }: Lane, millis: number): number => JITTER * millis * platform.random()
