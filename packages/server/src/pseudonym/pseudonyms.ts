import { createHmac } from 'node:crypto'
import { normaliseUserId, toPseudonym, type FirstHash, type Pseudonym } from '@candor/practices'
import type { Keyring } from './keyring.js'

/** Makes the service's keyed hashes. The census and the error pseudonym of one person are never equal. */
export interface Pseudonyms {
  /** HMAC-SHA-256(census pepper of the epoch, the 32 bytes of the first hash), its first 128 bits. */
  ofCensus(firstHash: FirstHash): Pseudonym
  /** HMAC-SHA-256(error pepper of the epoch, "error" || NFKC lower-case user id), its first 128 bits. */
  ofError(userId: string): Pseudonym
}

/** Makes pseudonyms with the keyring's current epoch. */
export const createPseudonyms = (keyring: Keyring): Pseudonyms => ({
  ofCensus: (firstHash) =>
    toPseudonym(createHmac('sha256', keyring.current().censusPepper).update(firstHash, 'base64url').digest()),
  ofError: (userId) =>
    toPseudonym(
      createHmac('sha256', keyring.current().errorPepper)
        .update('error')
        .update(normaliseUserId(userId))
        .digest(),
    ),
})
