/** Bits for each id that a filter holds at most; with six probes one foreign id in a thousand looks known. */
const BITS_PER_ID = 16
const PROBES = 6
const LEAST_BITS = 1024

/** Says of an id that it was surely never added, or perhaps was (a Bloom filter). */
export interface IdFilter {
  readonly capacity: number
  mayHold(hash: number): boolean
  add(hash: number): void
}

/** A filter for up to `count` ids, rounded up. An id is given by its hash of 32 bits. */
export const createIdFilter = (count: number): IdFilter => {
  let bits = LEAST_BITS
  while (bits < count * BITS_PER_ID) bits *= 2
  const words = new Uint32Array(bits / 32)
  const mask = bits - 1
  // The product's upper bits depend on all of the hash; its lower ones would repeat what the first probe tells.
  const stepOf = (hash: number): number => (Math.imul(hash, 0x9e3779b1) >>> 15) | 1
  return {
    capacity: bits / BITS_PER_ID,
    mayHold: (hash) => {
      const step = stepOf(hash)
      for (let probe = 0, bit = hash; probe < PROBES; probe += 1, bit = (bit + step) | 0) {
        const at = bit & mask
        if (((words[at >>> 5] ?? 0) & (1 << (at & 31))) === 0) return false
      }
      return true
    },
    add: (hash) => {
      const step = stepOf(hash)
      for (let probe = 0, bit = hash; probe < PROBES; probe += 1, bit = (bit + step) | 0) {
        const at = bit & mask
        words[at >>> 5] = (words[at >>> 5] ?? 0) | (1 << (at & 31))
      }
    },
  }
}
