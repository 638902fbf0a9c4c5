import { bucketKey, logKey } from './keys.js'
import { generationDays, settledSweep } from './id-schedule.js'
import type { SpoolTables } from './spool-tables.js'

/**
 * Bytes of a bucket's list that are still added to; a longer one is left, and a new one begun. With its key and the head of a
 * page it fills one page of the database: each addition writes a whole list anew.
 */
const FULL_LIST_BYTES = 4064

/** The day that ids were logged on stands before them, in four bytes. */
const DAY_BYTES = 4

interface LogPosition {
  readonly lane: number
  readonly sweeps: number
  readonly sequence: number
  readonly day: number
}

/** Writes ids to the log, from which they are known until they are in their buckets. */
export const logIds = (
  tables: SpoolTables,
  { lane, sweeps, sequence, day }: LogPosition,
  ids: Buffer,
): void => {
  const value = Buffer.allocUnsafe(DAY_BYTES + ids.length)
  value.writeUInt32BE(day, 0)
  ids.copy(value, DAY_BYTES)
  void tables.idLog.put(logKey(lane, sweeps, sequence), value)
}

/** The logged ids after a position, and the sweeps that were done when each list was written. */
export const readIdLog = (
  tables: SpoolTables,
  lane: number,
  after: { readonly sweeps: number; readonly logged: number },
): Iterable<{ readonly sweeps: number; readonly ids: Uint8Array }> =>
  tables.idLog
    .getRange({ start: logKey(lane, after.sweeps, after.logged + 1), end: logKey(lane + 1, 0, 0) })
    .map(({ key, value }) => ({ sweeps: Buffer.from(key).readUIntBE(2, 6), ids: value.subarray(DAY_BYTES) }))

/** Deletes what is in its buckets by now. */
export const trimIdLog = (tables: SpoolTables, lane: number, sweeps: number): void => {
  const settled = settledSweep(sweeps)
  if (settled < 0) return
  const range = { start: logKey(lane, 0, 0), end: logKey(lane, settled + 1, 0) }
  const keys = [...tables.idLog.getKeys(range)]
  for (const key of keys) void tables.idLog.remove(key)
}

interface BucketTurn {
  readonly lane: number
  readonly bucket: number
  readonly sweep: number
  readonly day: number
}

/** Adds ids to a bucket's newest list, or begins a new list where that is full or of an older generation. */
export const storeIds = (tables: SpoolTables, turn: BucketTurn, ids: Uint8Array): void => {
  if (ids.length === 0) return
  const { lane, bucket, sweep, day } = turn
  const generation = Math.floor(day / generationDays(tables.rememberDays))
  const own = {
    start: bucketKey(lane, bucket, generation + 1, 0),
    end: bucketKey(lane, bucket, generation, 0),
  }
  for (const { key, value } of tables.idBuckets.getRange({ ...own, reverse: true, limit: 1 })) {
    if (value.length + ids.length > FULL_LIST_BYTES) break
    void tables.idBuckets.put(key, Buffer.concat([value, ids]))
    return
  }
  void tables.idBuckets.put(bucketKey(lane, bucket, generation, sweep), Buffer.from(ids))
}

/** The lists of ids that a bucket holds on disk. */
export const readStoredIds = (tables: SpoolTables, lane: number, bucket: number): Iterable<Uint8Array> =>
  tables.idBuckets
    .getRange({ start: bucketKey(lane, bucket, 0, 0), end: bucketKey(lane, bucket + 1, 0, 0) })
    .map(({ value }) => value)

/** The keys of a bucket's lists that are older than a generation. */
export const oldLists = (tables: SpoolTables, lane: number, bucket: number, oldest: number): Buffer[] => [
  ...tables.idBuckets.getKeys({
    start: bucketKey(lane, bucket, 0, 0),
    end: bucketKey(lane, bucket, oldest, 0),
  }),
]

/** The keys of logged ids that are older than a day. */
export const oldLogs = (tables: SpoolTables, lane: number, oldestDay: number): Buffer[] => {
  const old: Buffer[] = []
  for (const { key, value } of tables.idLog.getRange({
    start: logKey(lane, 0, 0),
    end: logKey(lane + 1, 0, 0),
  })) {
    if (value.readUInt32BE(0) >= oldestDay) break
    old.push(key)
  }
  return old
}
