/** Bits for each id that a filter holds at most. */
const BITS_PER_ID = 16
/** A block of bits is a line of the machine's cache: all that is asked of one id lies in one of them. */
const BLOCK_WORDS = 16
const PLACE_BITS = 9
const PLACE_MASK = 2 ** PLACE_BITS - 1
const LEAST_BLOCKS = 2

/**
 * Says of an id that it was surely never added, or perhaps was: a Bloom filter in blocks, in which three foreign ids of a
 * thousand look known at most. Bits alone, so that what is asked for each report is one list away.
 */
export type IdFilter = Uint32Array

/** An empty filter for up to `count` ids, rounded up. */
export const createIdFilter = (count: number): IdFilter => {
  let blocks = LEAST_BLOCKS
  while (blocks * BLOCK_WORDS * 32 < count * BITS_PER_ID) blocks *= 2
  return new Uint32Array(blocks * BLOCK_WORDS)
}

/** How many ids a filter is made for. */
export const capacityOf = ({ length }: IdFilter): number => (length * 32) / BITS_PER_ID

/** Sets three bits of a block, told by 27 of these; answers with those that were not set. */
const setThree = (filter: IdFilter, block: number, places: number): number => {
  let missing = 0
  for (let shift = 0; shift < 3 * PLACE_BITS; shift += PLACE_BITS) {
    const place = (places >>> shift) & PLACE_MASK
    const at = block + (place >>> 5)
    const word = filter[at] ?? 0
    missing |= ~word & (1 << (place & 31))
    filter[at] = word | (1 << (place & 31))
  }
  return missing
}

/** Adds an id, given by its hash of 32 bits; answers whether it was surely new. */
export const addToFilter = (filter: IdFilter, hash: number): 'new' | 'perhaps-known' => {
  const block = (hash & (filter.length / BLOCK_WORDS - 1)) * BLOCK_WORDS
  // The products' upper bits depend on all of the hash; its lower ones would repeat what the block tells.
  const first = Math.imul(hash, 0x9e3779b1) >>> 5
  const second = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 5
  const missing = setThree(filter, block, first) | setThree(filter, block, second)
  return missing === 0 ? 'perhaps-known' : 'new'
}
