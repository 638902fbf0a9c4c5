import { addUp } from './add-up.js'
import type { Circumstances } from './kept-report.js'
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
  { category, store, values, services, touch }: LaneParts,
  recording: Recording,
): Growth => {
  const { platform, identity, whereabouts } = services
  let news: 'none' | 'recorded' | 'present' = 'none'
  /** What was counted before anybody signed in is of the same census report, so its name tells no user. */
  const nameOf = ({ head, site, user }: Circumstances): string =>
    `${identity.hash(JSON.stringify([head, site, category === 'usage' && user]))}.${platform.instance}`
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
      const name = nameOf(here)
      const before = store.read(name)
      const isWorthIt = before !== undefined || news === 'present' || Object.keys(counts).length > 0
      news = 'none'
      if (!isWorthIt) return
      const at = platform.now()
      const { id, fromMillis, data } = before ?? { id: platform.randomUuid(), fromMillis: at, data: {} }
      const times = { fromMillis: Math.min(fromMillis, at), toMillis: at }
      const all = { ...addUp(data, counts, values.hasRoom), ...Object.fromEntries(recording.values) }
      store.grow(name, { id, ...times, ...here, user: here.user ?? before?.user, data: all })
    },
  }
}
