import { createGrowth } from './create-growth.js'
import { createRecorders } from './create-recorders.js'
import { groupGrowing, putTogether } from './group-growing.js'
import type { LaneParts, RecordedLane } from './recorded-lane.js'
import { createRecording, putBack, takeCounts } from './recording.js'

/** A lane whose counts grow into one report an interval. */
export interface Accumulator extends RecordedLane {
  /** The recorders by data type, as the app sees them. */
  readonly recorders: Readonly<Record<string, unknown>>
}

/**
 * Adds up what a lane records, in the storage: what is in memory is only what was recorded since the last save. Where
 * instances that ended left growing reports of the same origin, one goes on and they end together as one report.
 */
export const createAccumulator = (parts: LaneParts): Accumulator => {
  const { category, intervalMillis, store, values, services, isLate } = parts
  const { practices, platform, gate, whereabouts } = services
  const types = practices.dataTypes[category]
  const names = Object.keys(types)
  const recording = createRecording()
  const { touch, markPresence, save } = createGrowth(parts, recording)
  const open = new Set(names)
  const tellsPresence = category === 'census' && names.length > 0
  return {
    recorders: createRecorders({ types, values, recording, open, touch, isLate }),
    refresh: () => {
      open.clear()
      for (const name of gate.collected(category, whereabouts.here(category))) open.add(name)
    },
    cut: () => {
      const counts = takeCounts(recording)
      const set = [...recording.values]
      return () => {
        putBack(recording, counts, open)
        for (const [name, value] of set) recording.values.set(name, value)
        touch()
      }
    },
    save: () => {
      save()
      store.trim()
    },
    end: (isOver) => {
      for (const group of groupGrowing(store.growing().filter(({ report }) => isOver(report)))) {
        const report = putTogether(group, values)
        store.enqueue({ ...report, decision: gate.basis(category, report) })
        for (const { key } of group) store.remove(key)
      }
    },
    begin: tellsPresence ? markPresence : () => {},
    dueInMillis: () => {
      const [oldest] = store.growing()
      if (oldest) return oldest.report.fromMillis + intervalMillis - platform.now()
      return tellsPresence ? intervalMillis : undefined
    },
  }
}
