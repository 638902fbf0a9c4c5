/**
 * Two 32-bit FNV-1a sums with different primes: enough to tell the users of one device apart without their ids, and at
 * once, which WebCrypto is not. It hides an id from a glance at the storage, not from a search of it.
 */
export const localHash = (text: string, salt: string): string => {
  let first = 0x811c9dc5
  let second = 0x050c5d1f
  for (const character of salt + text) {
    const point = character.codePointAt(0) ?? 0
    first = Math.imul(first ^ point, 0x01000193)
    second = Math.imul(second ^ point, 0x01000197) ^ (second >>> 15)
  }
  return (first >>> 0).toString(36) + (second >>> 0).toString(36)
}
