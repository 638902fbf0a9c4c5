import { groupKey, keysUnder, type GroupRecord, type KeptReport } from './quarantine.js'
import type { QuarantineTables } from './quarantine-tables.js'
import { removeGroup, totalsOf } from './keep-notes.js'

/** Removes a kept report from its group, within a transaction; says whether it was there. */
export const removeKept = (
  tables: QuarantineTables,
  key: string,
  { id }: Pick<KeptReport, 'id'>,
): boolean => {
  const place = `${key}\n${id}`
  const report = tables.kept.get(place)
  const record = tables.groups.get(key)
  if (report === undefined || record === undefined) return false
  void tables.kept.remove(place)
  const bytes = JSON.stringify(report).length
  void tables.groups.put(key, { ...record, kept: record.kept - 1, bytes: record.bytes - bytes })
  const { product } = record.group
  const totals = totalsOf(tables, product)
  void tables.totals.put(product, { ...totals, bytes: totals.bytes - bytes })
  return true
}

/** The groups of a product, those seen last first. */
export const groupsOf = (tables: QuarantineTables, product: string): readonly GroupRecord[] =>
  [...tables.groups.getRange(keysUnder(product))]
    .map(({ value }) => value)
    .toSorted((a, b) => b.lastSeenMillis - a.lastSeenMillis)

/** The reports that are kept in a group. */
export const keptIn = (tables: QuarantineTables, key: string): readonly KeptReport[] =>
  [...tables.kept.getRange(keysUnder(key))].map(({ value }) => value)

/** Removes the groups of a product that match, within a transaction; answers how many. */
export const clearGroups = (
  tables: QuarantineTables,
  product: string,
  matches: (record: GroupRecord) => boolean,
): number => {
  const cleared = groupsOf(tables, product).filter(matches)
  for (const record of cleared) removeGroup(tables, record)
  return cleared.length
}

/** Removes the kept reports of a product that match, within a transaction; answers how many. */
export const purgeKept = (
  tables: QuarantineTables,
  product: string,
  matches: (report: KeptReport, record: GroupRecord) => boolean,
): number => {
  let purged = 0
  for (const record of groupsOf(tables, product)) {
    if (record.kept === 0) continue
    const key = groupKey(record.group)
    for (const report of keptIn(tables, key))
      if (matches(report, record) && removeKept(tables, key, report)) purged += 1
  }
  return purged
}
