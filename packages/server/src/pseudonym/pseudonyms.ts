import { createHmac } from 'node:crypto'
import { normaliseUserId, toPseudonym, type FirstHash, type Pseudonym } from '@candor/practices'
import type { Epoch, KeySource } from './key-source.js'

/** Makes the service's keyed hashes. The census and the error pseudonym of one person are never equal. */
export interface Pseudonyms {
  /** The id of the epoch that pseudonyms are made with now. */
  epoch(): number
  /** HMAC-SHA-256(census pepper of the epoch, the 32 bytes of the first hash), its first 128 bits. Default: the current epoch. */
  ofCensus(firstHash: FirstHash, epoch?: Epoch): Pseudonym
  /** HMAC-SHA-256(error pepper of the epoch, "error" || NFKC lower-case user id), its first 128 bits. Default: the current epoch. */
  ofError(userId: string, epoch?: Epoch): Pseudonym
}

/** Makes pseudonyms with the keys of a source. */
export const createPseudonyms = (keys: Pick<KeySource, 'current'>): Pseudonyms => ({
  epoch: () => keys.current().id,
  ofCensus: (firstHash, { censusPepper } = keys.current()) =>
    toPseudonym(createHmac('sha256', censusPepper).update(firstHash, 'base64url').digest()),
  ofError: (userId, { errorPepper } = keys.current()) =>
    toPseudonym(createHmac('sha256', errorPepper).update('error').update(normaliseUserId(userId)).digest()),
})
