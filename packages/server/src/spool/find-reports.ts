import { entryKey } from './keys.js'
import { laneKey } from './lane-state.js'
import { columnsOf, entriesOf } from './report-columns.js'
import type { Lane, ReportMatch, SpoolEntry } from './spool-entry.js'
import type { SpoolTables } from './spool-tables.js'

const rangeOf = (tables: SpoolTables, lane: Lane) => {
  const number = tables.lanes.get(laneKey(lane))?.number
  return number === undefined ? undefined : { start: entryKey(number, 0), end: entryKey(number + 1, 0) }
}

const decode = (
  tables: SpoolTables,
  table: 'entries' | 'asideEntries',
  key: Buffer,
): readonly SpoolEntry[] => {
  try {
    const columns = tables[table].get(key)
    return columns === undefined ? [] : entriesOf(columns)
  } catch {
    return []
  }
}

const countIn = (entries: readonly SpoolEntry[], matches: ReportMatch): number =>
  entries.reduce((sum, { reports }) => sum + reports.filter(matches).length, 0)

/** How many reports of a lane match, of those that wait and of those that were set aside. What cannot be read is passed over. */
export const countReports = (tables: SpoolTables, lane: Lane, matches: ReportMatch): number => {
  const range = rangeOf(tables, lane)
  if (range === undefined) return 0
  const countOf = (table: 'entries' | 'asideEntries'): number =>
    [...tables[table].getKeys(range)].reduce(
      (sum, key) => sum + countIn(decode(tables, table, key), matches),
      0,
    )
  return countOf('entries') + countOf('asideEntries')
}

/** Removes the reports that match from the records that were set aside, within a transaction; answers how many. */
export const purgeAside = (tables: SpoolTables, lane: Lane, matches: ReportMatch): number => {
  const range = rangeOf(tables, lane)
  if (range === undefined) return 0
  let purged = 0
  const keys = [...tables.asideEntries.getKeys(range)]
  for (const key of keys) {
    const entries = decode(tables, 'asideEntries', key)
    const matching = countIn(entries, matches)
    if (matching === 0) continue
    purged += matching
    const left = entries
      .map((entry) => ({ ...entry, reports: entry.reports.filter((report) => !matches(report)) }))
      .filter(({ reports }) => reports.length > 0)
    if (left.length === 0) void tables.asideEntries.remove(key)
    else void tables.asideEntries.put(key, columnsOf(left))
  }
  return purged
}
