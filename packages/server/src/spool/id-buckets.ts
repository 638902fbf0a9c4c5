import { copyId, hashId, holdsId, ID_BYTES } from './id-bytes.js'
import { addToFilter, capacityOf, createIdFilter, type IdFilter } from './id-filter.js'
import { BUCKETS } from './id-schedule.js'

/** Reads the lists of ids that a bucket holds on disk. */
export type ReadStored = (bucket: number) => Iterable<Uint8Array>

/**
 * A lane's remembered ids, spread over buckets: of each those on disk behind a filter, and the late ones that are not there
 * yet. A bucket reads its ids from disk when it is first asked.
 */
export interface IdBuckets {
  /** Adds the id in a buffer of 16 bytes, which has this hash; answers whether it was new. */
  remember(bucket: number, id: Uint8Array, hash: number): boolean
  /** Adds an id that is known to be new. */
  add(bucket: number, id: Uint8Array, hash: number): void
  /** The ids that are not on disk yet. */
  late(bucket: number): Uint8Array
  /** Says that the late ids are on disk now. */
  settle(bucket: number): void
  /** Forgets a bucket, which others wrote to disk; it is read again when it is next asked. */
  drop(bucket: number): void
}

const LEAST_LATE_BYTES = 4 * ID_BYTES

/** The filter over all ids of a bucket, with twice the room. */
const buildFilter = (lists: readonly Uint8Array[], count: number, seed: number): IdFilter => {
  const filter = createIdFilter(2 * count)
  for (const list of lists)
    for (let at = 0; at < list.length; at += ID_BYTES) addToFilter(filter, hashId(list, at, seed))
  return filter
}

/** The late ids of all buckets. */
const createLateIds = () => {
  const lists: (Uint8Array | undefined)[] = Array.from({ length: BUCKETS }, () => undefined)
  const lengths = new Uint32Array(BUCKETS)
  const of = (bucket: number): Uint8Array => lists[bucket]?.subarray(0, lengths[bucket]) ?? new Uint8Array(0)
  return {
    of,
    add: (bucket: number, id: Uint8Array): void => {
      const length = lengths[bucket] ?? 0
      let list = lists[bucket]
      if (list === undefined || length === list.length) {
        list = new Uint8Array(Math.max(2 * length, LEAST_LATE_BYTES))
        list.set(of(bucket))
        lists[bucket] = list
      }
      copyId(id, list, length)
      lengths[bucket] = length + ID_BYTES
    },
    clear: (bucket: number): void => {
      lengths[bucket] = 0
    },
  }
}

/** The buckets of a lane; lists beside each other, since each report asks another bucket and every step to it is one into slow memory. */
export const createIdBuckets = (readStored: ReadStored, seed: number): IdBuckets => {
  const filters: (IdFilter | undefined)[] = Array.from({ length: BUCKETS }, () => undefined)
  const counts = new Float64Array(BUCKETS)
  const late = createLateIds()

  const filterOf = (bucket: number): IdFilter => {
    const known = filters[bucket]
    if (known !== undefined && (counts[bucket] ?? 0) < capacityOf(known)) return known
    const lists = [...readStored(bucket), late.of(bucket)]
    const count = lists.reduce((sum, list) => sum + list.length / ID_BYTES, 0)
    const filter = buildFilter(lists, count, seed)
    filters[bucket] = filter
    counts[bucket] = count
    return filter
  }
  const isHeld = (bucket: number, id: Uint8Array): boolean => {
    const own = late.of(bucket)
    if (holdsId(own, own.length, id)) return true
    for (const list of readStored(bucket)) if (holdsId(list, list.length, id)) return true
    return false
  }
  const addLate = (bucket: number, id: Uint8Array): void => {
    late.add(bucket, id)
    counts[bucket] = (counts[bucket] ?? 0) + 1
  }
  return {
    remember: (bucket, id, hash) => {
      if (addToFilter(filterOf(bucket), hash) === 'perhaps-known' && isHeld(bucket, id)) return false
      addLate(bucket, id)
      return true
    },
    add: (bucket, id, hash) => {
      const known = filters[bucket]
      if (known !== undefined) addToFilter(known, hash)
      addLate(bucket, id)
    },
    late: late.of,
    settle: late.clear,
    drop: (bucket) => {
      filters[bucket] = undefined
      late.clear(bucket)
    },
  }
}
