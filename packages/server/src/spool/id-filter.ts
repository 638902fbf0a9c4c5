/** Bits for each id that a filter holds at most. */
const BITS_PER_ID = 16
/** A block of bits is a line of the machine's cache: all that is asked of one id lies in one of them. */
const BLOCK_WORDS = 16
const PLACE_BITS = 9
const PLACE_MASK = 2 ** PLACE_BITS - 1
const LEAST_BLOCKS = 2

/** Says of an id that it was surely never added, or perhaps was: a Bloom filter in blocks, in which one foreign id in some hundred looks known at most. */
export interface IdFilter {
  readonly capacity: number
  /** Adds an id; answers whether it was surely new. */
  add(hash: number): 'new' | 'perhaps-known'
}

/** A filter for up to `count` ids, rounded up. An id is given by its hash of 32 bits. */
export const createIdFilter = (count: number): IdFilter => {
  let blocks = LEAST_BLOCKS
  while (blocks * BLOCK_WORDS * 32 < count * BITS_PER_ID) blocks *= 2
  const words = new Uint32Array(blocks * BLOCK_WORDS)
  /** Sets three bits of a block, told by 27 of these; answers with those that were not set. */
  const setThree = (block: number, places: number): number => {
    let missing = 0
    for (let shift = 0; shift < 3 * PLACE_BITS; shift += PLACE_BITS) {
      const place = (places >>> shift) & PLACE_MASK
      const at = block + (place >>> 5)
      const word = words[at] ?? 0
      missing |= ~word & (1 << (place & 31))
      words[at] = word | (1 << (place & 31))
    }
    return missing
  }
  return {
    capacity: (blocks * BLOCK_WORDS * 32) / BITS_PER_ID,
    add: (hash) => {
      const block = (hash & (blocks - 1)) * BLOCK_WORDS
      // The products' upper bits depend on all of the hash; its lower ones would repeat what the block tells.
      const first = Math.imul(hash, 0x9e3779b1) >>> 5
      const second = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 5
      return (setThree(block, first) | setThree(block, second)) === 0 ? 'perhaps-known' : 'new'
    },
  }
}
