import { createGrowth } from './create-growth.js'
import { createRecorders } from './create-recorders.js'
import { groupGrowing, putTogether } from './group-growing.js'
import type { LaneParts, RecordedLane } from './recorded-lane.js'
import { createRecording } from './recording.js'

/** A lane whose counts grow into one report an interval. */
export interface Accumulator extends RecordedLane {
  /** The recorders by data type, as the app sees them. */
  readonly recorders: Readonly<Record<string, unknown>>
}

/**
 * Adds up what a lane records, in the storage: what is in memory is only what was recorded since the last save. Each
 * tab writes a key of its own for each origin; the one that ends an interval puts them together into one report, under
 * the id of the oldest, and removes that one last: a kill in between makes neither a loss nor a second report.
 */
export const createAccumulator = (parts: LaneParts): Accumulator => {
  const { category, intervalMillis, store, values, services } = parts
  const { practices, platform, gate, whereabouts } = services
  const types = practices.dataTypes[category]
  const recording = createRecording()
  const { touch, markPresence, save } = createGrowth(parts, recording)
  const open = new Set<string>()
  return {
    recorders: createRecorders({ types, values, recording, open, touch }),
    refresh: () => {
      open.clear()
      for (const name of gate.collected(category, whereabouts.here(category))) open.add(name)
    },
    save,
    end: (isOver) => {
      for (const group of groupGrowing(store.growing())) {
        if (!group.some(({ report }) => isOver(report))) continue
        const report = putTogether(group, values)
        store.enqueue({ ...report, decision: gate.basis(category, report) })
        for (const { key } of group.toReversed()) store.remove(key)
      }
      store.trim()
    },
    begin: category === 'census' ? markPresence : () => {},
    dueInMillis: () => {
      const [oldest] = store.growing()
      if (oldest) return oldest.report.fromMillis + intervalMillis - platform.now()
      return category === 'census' ? intervalMillis : undefined
    },
  }
}
