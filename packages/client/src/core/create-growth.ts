import { addUp } from './add-up.js'
import { originOf } from './group-growing.js'
import type { Circumstances, KeptReport } from './kept-report.js'
import type { LaneParts } from './recorded-lane.js'
import { takeCounts, type Recording } from './recording.js'

/** Saves what a lane records into the report that grows where the app is now. */
export interface Growth {
  /** Something was recorded. */
  readonly touch: () => void
  /** The app is running, which makes a report even where nothing is counted. */
  readonly markPresence: () => void
  /** Adds what is new to the growing report; does nothing where nothing is. */
  readonly save: () => void
}

/** Makes the growth of a lane from what is recorded in memory. */
export const createGrowth = (
  { category, intervalMillis, store, values, services, touch }: LaneParts,
  recording: Recording,
): Growth => {
  const { platform, whereabouts } = services
  let news: 'none' | 'recorded' | 'present' = 'none'
  const isRunning = ({ fromMillis }: KeptReport, atMillis: number): boolean =>
    atMillis >= fromMillis && atMillis - fromMillis < intervalMillis
  /** What was counted before anybody signed in is of the same census report. */
  const isOf = (report: KeptReport, here: Circumstances): boolean => {
    const same = category === 'census' && !(report.user && here.user) ? { user: undefined } : {}
    return originOf({ ...report, ...same }) === originOf({ ...here, ...same })
  }
  return {
    touch: () => {
      if (news === 'none') news = 'recorded'
      touch()
    },
    markPresence: () => {
      news = 'present'
      touch()
    },
    save: () => {
      if (news === 'none') return
      const counts = takeCounts(recording)
      const here = whereabouts.here(category)
      const at = platform.now()
      const before = store.growing().findLast(({ report }) => isRunning(report, at) && isOf(report, here))
      const isWorthIt = before !== undefined || news === 'present' || Object.keys(counts).length > 0
      news = 'none'
      if (!isWorthIt) return
      const { id, fromMillis, data } = before?.report ?? {
        id: platform.randomUuid(),
        fromMillis: at,
        data: {},
      }
      const all = { ...addUp(data, counts, values.hasRoom), ...Object.fromEntries(recording.values) }
      store.grow(
        { id, fromMillis, toMillis: at, ...here, user: here.user ?? before?.report.user, data: all },
        before?.key,
      )
    },
  }
}
