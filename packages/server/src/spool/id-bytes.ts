import type { ReportId } from '@candor/practices'

/** Bytes of a report id. */
export const ID_BYTES = 16

const nibbles = new Uint8Array(128)
for (let digit = 0; digit < 16; digit += 1) nibbles[digit.toString(16).charCodeAt(0)] = digit

/** Where each byte's first hex digit stands in a UUID. */
const DIGITS = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const

/** Writes a report id's 16 bytes into a buffer. */
export const writeId = (id: ReportId, into: Uint8Array, at: number): void => {
  let offset = at
  for (const digit of DIGITS) {
    into[offset] = ((nibbles[id.charCodeAt(digit)] ?? 0) << 4) | (nibbles[id.charCodeAt(digit + 1)] ?? 0)
    offset += 1
  }
}

/** Copies the id in a buffer of 16 bytes; a loop, since `set` costs several times as much for so few. */
export const copyId = (id: Uint8Array, into: Uint8Array, at: number): void => {
  for (let byte = 0; byte < ID_BYTES; byte += 1) into[at + byte] = id[byte] ?? 0
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** The report id whose 16 bytes stand in a buffer. */
export const readId = (bytes: Uint8Array, at: number): ReportId => {
  const hex = (first: number, end: number): string => {
    let text = ''
    for (let byte = first; byte < end; byte += 1) text += HEX[bytes[at + byte] ?? 0] ?? ''
    return text
  }
  return `${hex(0, 4)}-${hex(4, 6)}-${hex(6, 8)}-${hex(8, 10)}-${hex(10, 16)}` as ReportId
}

const wordAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)

/**
 * 32 bits of an id's bytes that depend on all of them and on a seed (the mixing step of MurmurHash3).
 * The seed is secret, so that nobody can choose ids that fall together.
 */
export const hashId = (bytes: Uint8Array, at: number, seed: number): number => {
  let hash = seed
  for (let word = 0; word < ID_BYTES; word += 4) {
    const mixed = Math.imul(wordAt(bytes, at + word), 0xcc9e2d51)
    hash ^= Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593)
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Whether a list of ids holds the id that stands in another buffer. */
export const holdsId = (ids: Uint8Array, length: number, wanted: Uint8Array): boolean => {
  for (let at = 0; at < length; at += ID_BYTES) {
    let same = 0
    while (same < ID_BYTES && ids[at + same] === wanted[same]) same += 1
    if (same === ID_BYTES) return true
  }
  return false
}
