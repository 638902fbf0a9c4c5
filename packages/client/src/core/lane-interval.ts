import type { KeptReport } from './kept-report.js'
import type { LaneStore } from './lane-store.js'
import type { Platform } from './platform.js'
import type { RecordedLane } from './recorded-lane.js'

/** Where bytes cost something, intervals are so many times as long. */
const METERED = 4

/** When a lane's interval is over, by the clock. */
export interface LaneInterval {
  /** In milliseconds, as long as it is on the network of this moment. */
  spanMillis(): number
  /** Milliseconds until there is something to send; undefined where nothing was recorded. */
  dueInMillis(): number | undefined
  /** Saves what was recorded, and makes reports of what is over. */
  endOver(): void
  /** Saves what was recorded, and makes reports of all of it. */
  readonly endAll: () => void
}

interface Parts {
  readonly intervalMillis: number
  readonly lane: RecordedLane
  readonly store: LaneStore
  readonly platform: Platform
}

/** Makes the interval of a lane. */
export const createLaneInterval = ({ intervalMillis, lane, store, platform }: Parts): LaneInterval => {
  const spanMillis = (): number => intervalMillis * (platform.network() === 'metered' ? METERED : 1)
  /** A report from the future is of a clock that was set back. */
  const isOver = ({ fromMillis }: KeptReport, millis: number): boolean => {
    const age = platform.now() - fromMillis
    return age < 0 || age >= millis
  }
  return {
    spanMillis,
    dueInMillis: () => {
      const due = lane.dueInMillis()
      return due === undefined ? due : due + spanMillis() - intervalMillis
    },
    endOver: () => {
      lane.save()
      const [oldest] = store.growing()
      if (oldest && isOver(oldest.report, spanMillis())) lane.end((report) => isOver(report, intervalMillis))
      lane.begin()
    },
    endAll: () => {
      lane.save()
      lane.end(() => true)
    },
  }
}
