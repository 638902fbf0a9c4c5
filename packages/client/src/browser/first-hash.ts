import { FIRST_HASH_BYTES, FIRST_HASH_ITERATIONS, type FirstHash } from '@candor/practices'

import { toBase64Url } from './base64-url.js'

/** PBKDF2-HMAC-SHA-256 by WebCrypto, which works off the main thread. It rejects outside a secure context. */
export const firstHash = async (userId: string, salt: string): Promise<FirstHash> => {
  const utf8 = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', utf8.encode(userId), 'PBKDF2', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: utf8.encode(salt), iterations: FIRST_HASH_ITERATIONS },
    key,
    FIRST_HASH_BYTES * 8,
  )
  return toBase64Url(new Uint8Array(bits)) as FirstHash
}
