import { copyId, hashId, holdsId, ID_BYTES } from './id-bytes.js'
import { createIdFilter, type IdFilter } from './id-filter.js'

/** Reads the lists of ids that a bucket holds on disk. */
export type ReadStored = () => Iterable<Uint8Array>

/** A bucket's share of the remembered ids: those on disk behind a filter, and the late ones that are not there yet. */
export interface IdBucket {
  /** Adds the id in a buffer of 16 bytes, which has this hash; answers whether it was new. */
  remember(id: Uint8Array, hash: number): boolean
  /** Adds an id that is known to be new. */
  add(id: Uint8Array, hash: number): void
  /** The ids that are not on disk yet. */
  late(): Uint8Array
  /** Says that the late ids are on disk now. */
  settle(): void
}

/** The filter over all ids of a bucket; it is made anew with twice the room when it is full. */
const buildFilter = (lists: readonly Uint8Array[], seed: number): { filter: IdFilter; count: number } => {
  const count = lists.reduce((sum, list) => sum + list.length / ID_BYTES, 0)
  const filter = createIdFilter(2 * count)
  for (const list of lists) {
    for (let at = 0; at < list.length; at += ID_BYTES) filter.add(hashId(list, at, seed))
  }
  return { filter, count }
}

/** A bucket that reads its ids from disk when it is first asked. */
export const createIdBucket = (readStored: ReadStored, seed: number): IdBucket => {
  let late = new Uint8Array(4 * ID_BYTES)
  let length = 0
  let known: { filter: IdFilter; count: number } | undefined
  const lateIds = (): Uint8Array => late.subarray(0, length)
  const filterOf = (): { filter: IdFilter; count: number } => {
    if (known === undefined || known.count >= known.filter.capacity) {
      known = buildFilter([...readStored(), lateIds()], seed)
    }
    return known
  }
  const isStored = (id: Uint8Array): boolean => {
    for (const list of readStored()) if (holdsId(list, list.length, id)) return true
    return false
  }
  const addLate = (id: Uint8Array): void => {
    if (length === late.length) {
      const wider = new Uint8Array(2 * length)
      wider.set(late)
      late = wider
    }
    copyId(id, late, length)
    length += ID_BYTES
    if (known !== undefined) known.count += 1
  }
  return {
    remember: (id, hash) => {
      const told = filterOf().filter.add(hash)
      if (told === 'perhaps-known' && (holdsId(late, length, id) || isStored(id))) return false
      addLate(id)
      return true
    },
    add: (id, hash) => {
      known?.filter.add(hash)
      addLate(id)
    },
    late: lateIds,
    settle: () => {
      length = 0
    },
  }
}
