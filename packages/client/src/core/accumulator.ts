import { addUp, emptyData } from './add-up.js'
import { createRecorders, type Recording } from './create-recorders.js'
import { spanOf } from './intervals.js'
import { originOf, type Circumstances, type KeptReport } from './kept-report.js'
import type { LaneParts, RecordedLane } from './recorded-lane.js'

/** A lane whose counts grow into one report an interval. */
export interface Accumulator extends RecordedLane {
  /** The recorders by data type, as the app sees them. */
  readonly recorders: Readonly<Record<string, unknown>>
}

/** Adds what was recorded to the report that grows where the app is now, or begins one where it is worth it. */
const grow = (
  { counts, values: set }: Recording,
  worth: 'always' | 'counts',
  mine: Set<string>,
  { category, intervalMillis, store, values, services }: LaneParts,
): void => {
  const { platform, whereabouts, storage } = services
  const here = whereabouts.here(category)
  const at = platform.now()
  const newId = platform.randomUuid()
  const isOpen = ({ fromMillis, by }: KeptReport): boolean =>
    at >= fromMillis && at - fromMillis < spanOf(intervalMillis, platform) && (!by || mine.has(by))
  /** What was counted before anybody signed in is of the same census report. */
  const isHere = (report: Circumstances): boolean => {
    const same = category === 'census' && !(report.user && here.user) ? { user: undefined } : {}
    return originOf({ ...report, ...same }) === originOf({ ...here, ...same })
  }
  storage.change(() => {
    const before = store.growing().findLast(({ report }) => isOpen(report) && isHere(report))
    if (!before && worth === 'counts' && Object.keys(counts).length === 0) return
    const begun = { id: newId, fromMillis: at, data: {}, user: undefined, by: undefined }
    const { id, fromMillis, data, user, by = newId } = before?.report ?? begun
    mine.add(by)
    const all = { ...addUp(data, counts, values.hasRoom), ...set }
    store.grow({ id, fromMillis, toMillis: at, ...here, user: here.user ?? user, data: all, by }, before?.key)
  })
}

/** Makes reports of what grows and is over. */
const end = (
  { category, store, services: { gate, storage } }: LaneParts,
  isOver: (report: KeptReport) => boolean,
): void =>
  storage.change(() => {
    for (const { key, report } of store.growing()) {
      if (!isOver(report)) continue
      store.enqueue({ ...report, by: undefined, decision: gate.basis(category, report) })
      store.remove(key)
    }
  })

/** Leaves what this instance adds to to whoever is next. */
const leave = ({ store, services: { storage } }: LaneParts, mine: ReadonlySet<string>): void =>
  storage.change(() => {
    for (const { key, report } of store.growing())
      if (report.by && mine.has(report.by)) store.grow({ ...report, by: undefined }, key)
  })

/**
 * Adds up what a lane records, in the storage, with what other instances recorded at the same place for the same user:
 * what is in memory is only what was recorded since the last save.
 */
export const createAccumulator = (parts: LaneParts): Accumulator => {
  const { category, intervalMillis, store, values, services, isLate } = parts
  const { practices, platform, gate, whereabouts } = services
  const types = practices.dataTypes[category]
  const recording: Recording = { counts: emptyData(), values: emptyData() }
  const open = new Set(Object.keys(types))
  const tellsPresence = category === 'census' && open.size > 0
  const mine = new Set<string>()
  let news: 'none' | 'counts' | 'always' = 'none'
  const touch = (worth: typeof news = 'counts'): void => {
    if (news !== 'always') news = worth
    parts.touch()
  }
  const take = (): Recording => {
    const taken = { ...recording }
    recording.counts = emptyData()
    return taken
  }
  return {
    recorders: createRecorders(types, { values, recording, open, touch, isLate }),
    refresh: () => {
      open.clear()
      for (const name of gate.collected(category, whereabouts.here(category))) open.add(name)
    },
    cut: () => {
      const taken = take()
      const set = { ...taken.values }
      return () => {
        const counts = Object.entries(taken.counts).filter(([name]) => open.has(name))
        recording.counts = addUp(recording.counts, Object.fromEntries(counts), values.hasRoom)
        Object.assign(recording.values, set)
        touch()
      }
    },
    save: () => {
      if (news !== 'none') grow(take(), news, mine, parts)
      news = 'none'
      store.trim()
    },
    end: (isOver) => end(parts, isOver),
    leave: () => leave(parts, mine),
    ...(tellsPresence && { begin: () => touch('always') }),
    dueInMillis: () => {
      const [oldest] = store.growing()
      if (oldest) return oldest.report.fromMillis + intervalMillis - platform.now()
      return tellsPresence ? intervalMillis : undefined
    },
  }
}
