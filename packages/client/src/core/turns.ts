import { DATA_CATEGORIES, type DataCategory } from '@candor/practices'

import { apartMillis, type Intervals } from './intervals.js'
import type { KeyValueStorage } from './storage.js'
import type { Urgency } from './transport.js'

/**
 * When each lane last asked the service, in all instances and over restarts: requests of two lanes are never so near each
 * other that their arrival could join them.
 */
export interface Turns {
  /** A lane asks now. */
  take(category: DataCategory): void
  /**
   * Milliseconds until the last request of every other lane is long enough ago; 0 where it is. now: the shorter of the
   * lanes' intervals, so that none waits for ever, and at most a minute; exit: a minute.
   */
  waitMillis(category: DataCategory, urgency: Urgency): number
  /** Milliseconds since a lane asked. */
  sinceMillis(category: DataCategory): number
}

/** Keeps the turns, for all instances. */
export const createTurns = (now: () => number, storage: KeyValueStorage, intervals: Intervals): Turns => {
  /** A time to come is of a clock that was set back. */
  const sinceMillis = (category: DataCategory): number => {
    const since = now() - Number(storage.get(`asked.${category}`) ?? -Infinity)
    return since >= 0 ? since : Infinity
  }
  return {
    take: (category) => storage.set(`asked.${category}`, String(now())),
    waitMillis: (category, urgency) => {
      const waits = DATA_CATEGORIES.filter((other) => other !== category).map((other) => {
        const shorter = urgency === 'exit' ? [] : [intervals[category], intervals[other]]
        return apartMillis(...shorter) - sinceMillis(other)
      })
      return Math.max(0, ...waits)
    },
    sinceMillis,
  }
}
