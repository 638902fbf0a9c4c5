import { ID_BYTES, writeId } from './id-bytes.js'
import type { IdMemory } from './id-memory.js'
import { dayOf } from './id-schedule.js'
import { entryKey } from './keys.js'
import { addCounts, laneKey, type LaneState } from './lane-state.js'
import { createColumnsDraft } from './report-columns.js'
import type { AdmittedReport, AppendOutcome, SpoolEntry, Tally } from './spool-entry.js'
import type { SpoolTables } from './spool-tables.js'

/** Reports that are written as one record; requests share one where they are small. Errors can be large. */
const RECORD_REPORTS = { census: 1024, usage: 1024, error: 1 } as const

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
  const record = createColumnsDraft()
  const id = new Uint8Array(ID_BYTES)
  const mostRows = RECORD_REPORTS[state.lane.category]

  const writeRecord = (): void => {
    if (record.rows() > 0) void tables.entries.put(entryKey(state.number, lastPlace), record.take())
  }

  const keep = (entry: SpoolEntry, report: AdmittedReport): AppendOutcome => {
    writeId(report.id, id, 0)
    if (!ids.remember(id)) return 'duplicate'
    record.add(entry, report, id)
    lastPlace += 1
    if (record.rows() >= mostRows) writeRecord()
    return 'admitted'
  }

  return {
    take: (entry, tally) => {
      const before = lastPlace
      const outcomes = entry.reports.map((report) => keep(entry, report))
      received += tally.received
      duplicate += outcomes.length - (lastPlace - before)
      refused = addCounts(refused, tally.refused)
      day = Math.max(day, dayOf(entry.receivedMillis))
      return outcomes
    },
    readmit: (entry, code) => {
      if (entry.reports.some((report) => keep(entry, report) === 'duplicate')) return 'duplicate'
      const { [code]: before = 0, ...others } = refused
      refused = before > 1 ? { ...others, [code]: before - 1 } : others
      day = Math.max(day, dayOf(entry.receivedMillis))
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
