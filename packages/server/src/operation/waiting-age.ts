import { DATA_CATEGORIES } from '@candor/practices'
import type { Conservation } from '../spool/spool.js'

interface Arrived {
  /** Reports of the lane that had arrived and were not refused, ever. */
  readonly count: number
  readonly atMillis: number
}

/** Knows for how long the oldest report of the spool has waited. Reports themselves say it to the day only. */
export interface WaitingAge {
  /** To be told each second or so. */
  look(product: string, conservation: Conservation, nowMillis: number): void
  /** Milliseconds that the oldest report waits, over all lanes; 0 where none does. Counted from the start of this process at most. */
  oldestMillis(nowMillis: number): number
}

/** Looks that are kept a lane; beyond it every second one is forgotten. */
const MOST_LOOKS = 4096

/** Makes the watch over waiting reports. */
export const createWaitingAge = (): WaitingAge => {
  const lanes = new Map<string, readonly Arrived[]>()
  return {
    look: (product, conservation, nowMillis) => {
      for (const category of DATA_CATEGORIES) {
        const { stored, pending } = conservation[category]
        const key = `${product}/${category}`
        const known = (lanes.get(key) ?? []).filter(({ count }) => count > stored)
        const isMore = (known.at(-1)?.count ?? stored) < stored + pending
        const next = isMore ? [...known, { count: stored + pending, atMillis: nowMillis }] : known
        lanes.set(key, next.length > MOST_LOOKS ? next.filter((_look, at) => at % 2 === 0) : next)
      }
    },
    oldestMillis: (nowMillis) => {
      const firsts = [...lanes.values()].flatMap(([first]) => first?.atMillis ?? [])
      return firsts.length === 0 ? 0 : Math.max(0, nowMillis - Math.min(...firsts))
    },
  }
}
