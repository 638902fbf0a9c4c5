import { ID_BYTES } from './id-bytes.js'
import { oldLists, oldLogs } from './id-lists.js'
import { BUCKETS, dayOf, oldestGeneration } from './id-schedule.js'
import type { SpoolTables } from './spool-tables.js'

/** Lists that are deleted in one step. */
const LISTS_A_STEP = 256

interface OldList {
  readonly table: 'idLog' | 'idBuckets'
  readonly key: Buffer
}

function* findOld(tables: SpoolTables, day: number): Generator<OldList> {
  const oldest = oldestGeneration(day, tables.rememberDays)
  for (const { value } of tables.lanes.getRange()) {
    for (const key of oldLogs(tables, value.number, day - tables.rememberDays)) yield { table: 'idLog', key }
    if (oldest <= 0) continue
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
      for (const key of oldLists(tables, value.number, bucket, oldest)) yield { table: 'idBuckets', key }
    }
  }
}

const idsIn = (tables: SpoolTables, { table, key }: OldList): number =>
  Math.floor((tables[table].get(key)?.length ?? 0) / ID_BYTES)

/** Deletes some of the ids that are too old on this instant's day, within a transaction; answers how many. */
export const forgetIds = (tables: SpoolTables, nowMillis: number): number => {
  let forgotten = 0
  let lists = 0
  for (const old of findOld(tables, dayOf(nowMillis))) {
    forgotten += idsIn(tables, old)
    void tables[old.table].remove(old.key)
    lists += 1
    if (lists === LISTS_A_STEP) break
  }
  return forgotten
}
