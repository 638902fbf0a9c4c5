/** PBKDF2 iterations of the first hash; slow on purpose, so that a dictionary of addresses is costly. */
export const FIRST_HASH_ITERATIONS = 600_000

/** Bytes of the first hash. */
export const FIRST_HASH_BYTES = 32

/** The form of a user id that is hashed: NFKC, then lower case, so that two spellings of one id are one person. */
export const normaliseUserId = (userId: string): string => userId.normalize('NFKC').toLowerCase()

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bytes as base64url without padding (RFC 4648 section 5). */
export const toBase64Url = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const characters = Math.min(4, bytes.length - at + 1)
    for (let digit = 0; digit < characters; digit += 1) text += ALPHABET[(group >> (18 - 6 * digit)) & 63]
  }
  return text
}
