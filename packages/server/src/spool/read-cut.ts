import { entryKey, placeOf } from './keys.js'
import type { ReportColumns } from './report-columns.js'
import type { Cut, PoisonedRecord, SpoolRecord } from './spool.js'
import { laneKey } from './lane-state.js'
import type { SpoolTables } from './spool-tables.js'

/** Records that are read at a time, so that no snapshot of the files is held while others write. */
const RECORDS_A_READ = 16

const decode = (tables: SpoolTables, key: Buffer): ReportColumns | undefined => {
  try {
    return tables.entries.get(key)
  } catch {
    return undefined
  }
}

/** The records of a cut in order; one whose bytes cannot be read is poisoned. */
export function* readCut(tables: SpoolTables, cut: Cut): Generator<SpoolRecord | PoisonedRecord> {
  const lane = tables.lanes.get(laneKey(cut.lane))?.number ?? 0
  const end = entryKey(lane, cut.lastPlace + 1)
  for (let before = cut.firstPlace - 1; before < cut.lastPlace;) {
    const keys = [
      ...tables.entries.getKeys({ start: entryKey(lane, before + 1), end, limit: RECORDS_A_READ }),
    ]
    if (keys.length === 0) return
    for (const key of keys) {
      const place = placeOf(key)
      const rows = place - before
      before = place
      const columns = decode(tables, key)
      yield columns === undefined
        ? { kind: 'poisoned', place, rows, code: 'CANDOR_SPOOL_DAMAGED' }
        : { kind: 'record', place, rows, columns }
    }
  }
}
