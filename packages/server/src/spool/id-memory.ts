import { hashId, ID_BYTES } from './id-bytes.js'
import { createIdBuckets } from './id-buckets.js'
import { createIdBatch } from './id-batch.js'
import { logIds, readIdLog, readStoredIds, storeIds, trimIdLog } from './id-lists.js'
import { BUCKETS, bucketOf, sweepsDue, sweptBucket, wasSwept } from './id-schedule.js'
import type { LaneState } from './lane-state.js'
import type { SpoolTables } from './spool-tables.js'

/** What of a lane's state says which ids are written. */
export type IdProgress = Pick<LaneState, 'remembered' | 'sweeps' | 'logged'>

/**
 * The report ids of a lane. What counts is on disk; this holds filters over it and the late ids, and is brought up to
 * date within each transaction, so that several processes may write. All calls belong inside a transaction.
 */
export interface IdMemory {
  /** Reads what was written since the last time, by whomever. */
  catchUp(progress: IdProgress): void
  /** Remembers the id whose bytes these are; answers whether it was new. */
  remember(id: Uint8Array): boolean
  /** Writes what was remembered since `catchUp`, on a day counted from 1970. */
  write(progress: IdProgress, day: number): IdProgress
}

/** The buckets of a lane, brought up to date with what others wrote. */
const openBuckets = (tables: SpoolTables, lane: number) => {
  const { seed } = tables.identity
  const buckets = createIdBuckets((bucket) => readStoredIds(tables, lane, bucket), seed)
  return {
    remember: (id: Uint8Array): boolean => {
      const hash = hashId(id, 0, seed)
      return buckets.remember(bucketOf(hash), id, hash)
    },
    /** Drops those that others swept between two states, which are then read from disk again, and adds what was logged. */
    catchUp: (seen: IdProgress, progress: IdProgress): void => {
      for (let bucket = 0; bucket < BUCKETS; bucket += 1)
        if (wasSwept(bucket, seen.sweeps, progress.sweeps)) buckets.drop(bucket)
      for (const { sweeps, ids } of readIdLog(tables, lane, seen)) {
        for (let start = 0; start < ids.length; start += ID_BYTES) {
          const hash = hashId(ids, start, seed)
          const bucket = bucketOf(hash)
          if (!wasSwept(bucket, sweeps, progress.sweeps))
            buckets.add(bucket, ids.subarray(start, start + ID_BYTES), hash)
        }
      }
    },
    /** Writes a bucket's late ids to its list. */
    sweep: (sweep: number, day: number): void => {
      const bucket = sweptBucket(sweep)
      storeIds(tables, { lane, bucket, sweep, day }, buckets.late(bucket))
      buckets.settle(bucket)
    },
  }
}

/** The ids of the lane with this number; reads nothing until it is asked. */
export const createIdMemory = (tables: SpoolTables, lane: number): IdMemory => {
  const buckets = openBuckets(tables, lane)
  const batch = createIdBatch()
  let seen: IdProgress = { remembered: 0, sweeps: 0, logged: 0 }
  return {
    catchUp: (progress) => {
      if (progress.logged !== seen.logged || progress.sweeps !== seen.sweeps) buckets.catchUp(seen, progress)
      seen = progress
    },
    remember: (id) => {
      if (!buckets.remember(id)) return false
      batch.add(id)
      return true
    },
    write: (progress, day) => {
      const ids = batch.take()
      if (ids.length === 0) return progress
      const remembered = progress.remembered + ids.length / ID_BYTES
      const logged = progress.logged + 1
      logIds(tables, { lane, sweeps: progress.sweeps, sequence: logged, day }, ids)
      const sweeps = sweepsDue(remembered)
      for (let sweep = progress.sweeps + 1; sweep <= sweeps; sweep += 1) buckets.sweep(sweep, day)
      if (sweeps > progress.sweeps) trimIdLog(tables, lane, sweeps)
      seen = { remembered, sweeps, logged }
      return seen
    },
  }
}
