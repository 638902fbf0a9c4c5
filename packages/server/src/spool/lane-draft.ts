import type { IdMemory } from './id-memory.js'
import { dayOf } from './id-schedule.js'
import { entryKey } from './keys.js'
import { addCounts, laneKey, type LaneState } from './lane-state.js'
import type { AppendOutcome, SpoolEntry, Tally } from './spool-entry.js'
import type { SpoolTables } from './spool-tables.js'

/** Reports that are written as one record; more requests share one where they are small. Errors can be large. */
const RECORD_REPORTS = { census: 256, usage: 256, error: 1 } as const

/** What a transaction does to one lane: requests are taken in one by one, then all is written. */
export interface LaneDraft {
  take(entry: SpoolEntry, tally: Tally): readonly AppendOutcome[]
  /** Takes in a report that was refused with a code before; one that is known by now changes nothing. */
  readmit(entry: SpoolEntry, code: string): AppendOutcome
  write(): void
}

/** A draft upon a lane's state. */
export const createLaneDraft = (tables: SpoolTables, state: LaneState, ids: IdMemory): LaneDraft => {
  let { received, duplicate, refused, lastPlace } = state
  let day = 0
  let record: SpoolEntry[] = []
  let recordReports = 0

  const writeRecord = (): void => {
    if (record.length > 0) void tables.entries.put(entryKey(state.number, lastPlace), record)
    record = []
    recordReports = 0
  }

  const keep = (entry: SpoolEntry): void => {
    record.push(entry)
    recordReports += entry.reports.length
    lastPlace += entry.reports.length
    if (recordReports >= RECORD_REPORTS[entry.category]) writeRecord()
  }

  return {
    take: (entry, tally) => {
      const outcomes = entry.reports.map(({ id }) => (ids.remember(id) ? 'admitted' : 'duplicate'))
      const reports = entry.reports.filter((_, at) => outcomes[at] === 'admitted')
      received += tally.received
      duplicate += outcomes.length - reports.length
      refused = addCounts(refused, tally.refused)
      day = Math.max(day, dayOf(entry.receivedMillis))
      if (reports.length > 0) keep(reports.length === outcomes.length ? entry : { ...entry, reports })
      return outcomes
    },
    readmit: (entry, code) => {
      if (!entry.reports.every(({ id }) => ids.remember(id))) return 'duplicate'
      const { [code]: before = 0, ...others } = refused
      refused = before > 1 ? { ...others, [code]: before - 1 } : others
      day = Math.max(day, dayOf(entry.receivedMillis))
      keep(entry)
      return 'admitted'
    },
    write: () => {
      writeRecord()
      const { remembered, sweeps, logged } = ids.write(state, day)
      const counts = { received, duplicate, refused, lastPlace, remembered, sweeps, logged }
      void tables.lanes.put(laneKey(state.lane), { ...state, ...counts })
    },
  }
}
