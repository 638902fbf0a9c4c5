import {
  groupKey,
  keysUnder,
  MOST_BYTES,
  MOST_GROUPS,
  MOST_KEPT,
  type GroupRecord,
  type KeptReport,
  type QuarantineNote,
  type QuarantineTotals,
} from './quarantine.js'
import type { QuarantineTables } from './quarantine-tables.js'

const EMPTY: QuarantineTotals = { groups: 0, bytes: 0, droppedGroups: 0, droppedKept: 0 }

/** Once a bound is passed, groups go until a tenth is free, so that it is not passed again at once. */
const FREE_PART = 0.9

/** A product's totals. */
export const totalsOf = ({ totals }: QuarantineTables, product: string): QuarantineTotals =>
  totals.get(product) ?? EMPTY

const sizeOf = (value: object): number => JSON.stringify(value).length

/** Removes a group with what is kept in it, within a transaction. */
export const removeGroup = (tables: QuarantineTables, record: GroupRecord): void => {
  const key = groupKey(record.group)
  const places = [...tables.kept.getKeys(keysUnder(key))]
  for (const kept of places) void tables.kept.remove(kept)
  void tables.groups.remove(key)
  const { product } = record.group
  const before = totalsOf(tables, product)
  void tables.totals.put(product, {
    ...before,
    groups: before.groups - 1,
    bytes: before.bytes - record.bytes,
  })
}

const dropOldest = (tables: QuarantineTables, product: string): void => {
  const records = [...tables.groups.getRange(keysUnder(product))].map(({ value }) => value)
  for (const record of records.toSorted((a, b) => a.lastSeenMillis - b.lastSeenMillis)) {
    const { groups, bytes } = totalsOf(tables, product)
    if (groups <= MOST_GROUPS * FREE_PART && bytes <= MOST_BYTES * FREE_PART) return
    removeGroup(tables, record)
    const left = totalsOf(tables, product)
    void tables.totals.put(product, {
      ...left,
      droppedGroups: left.droppedGroups + 1,
      droppedKept: left.droppedKept + record.kept,
    })
  }
}

const isOver = ({ groups, bytes }: QuarantineTotals): boolean => groups > MOST_GROUPS || bytes > MOST_BYTES

const newRecord = ({ group, seenMillis, shape }: QuarantineNote): GroupRecord => ({
  group,
  count: 0,
  firstSeenMillis: seenMillis,
  lastSeenMillis: seenMillis,
  sample: shape,
  kept: 0,
  bytes: sizeOf(group) + sizeOf(shape),
})

/** Keeps the reports that a group has room for; answers how many, and their bytes. */
const keepReports = (
  tables: QuarantineTables,
  key: string,
  held: number,
  reports: readonly KeptReport[],
): { readonly kept: number; readonly bytes: number } => {
  let [kept, bytes] = [0, 0]
  for (const report of reports) {
    const place = `${key}\n${report.id}`
    if (held + kept >= MOST_KEPT) break
    if (tables.kept.doesExist(place)) continue
    void tables.kept.put(place, report)
    kept += 1
    bytes += sizeOf(report)
  }
  return { kept, bytes }
}

const keepNote = (tables: QuarantineTables, note: QuarantineNote): void => {
  const key = groupKey(note.group)
  const { product } = note.group
  const known = tables.groups.get(key)
  const record = known ?? newRecord(note)
  const more = keepReports(tables, key, record.kept, note.kept)
  void tables.groups.put(key, {
    ...record,
    count: record.count + note.count,
    lastSeenMillis: Math.max(record.lastSeenMillis, note.seenMillis),
    kept: record.kept + more.kept,
    bytes: record.bytes + more.bytes,
  })
  const before = totalsOf(tables, product)
  const after = {
    ...before,
    groups: before.groups + (known === undefined ? 1 : 0),
    bytes: before.bytes + more.bytes + (known === undefined ? record.bytes : 0),
  }
  void tables.totals.put(product, after)
  if (isOver(after)) dropOldest(tables, product)
}

/** Adds notes to their groups within a transaction, and drops the groups that were not seen for the longest where there are too many. */
export const keepNotes = (tables: QuarantineTables, notes: readonly QuarantineNote[]): void => {
  for (const note of notes) keepNote(tables, note)
}
