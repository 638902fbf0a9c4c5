import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'

import { FIRST_HASH_BYTES, FIRST_HASH_ITERATIONS, toBase64Url, type FirstHash } from '@candor/practices'

const derive = promisify(pbkdf2)

/** PBKDF2-HMAC-SHA-256 in Node's thread pool. */
export const firstHash = async (userId: string, salt: string): Promise<FirstHash> =>
  toBase64Url(await derive(userId, salt, FIRST_HASH_ITERATIONS, FIRST_HASH_BYTES, 'sha256')) as FirstHash
