import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import {
  FIRST_HASH_BYTES,
  FIRST_HASH_ITERATIONS,
  normaliseUserId,
  type DevicePractices,
  type FirstHash,
  type Practices,
  type Pseudonym,
} from '@candor/practices'
import type { Epoch, KeySource } from '../pseudonym/key-source.js'
import type { Pseudonyms } from '../pseudonym/pseudonyms.js'

const derive = promisify(pbkdf2)

/** A user in the lanes that know users. */
export type UserPseudonyms = Readonly<Record<'census' | 'error', readonly Pseudonym[]>>

/** A user's pseudonyms, made from the raw id, which is forgotten. */
export interface KnownUser {
  /** Those of every epoch whose keys are there. */
  readonly all: UserPseudonyms
  /** Those of the current epoch. */
  readonly current: UserPseudonyms
  /** The epoch that was current when they were made. */
  readonly keyEpoch: number
}

/** What pseudonyms are made with. */
export interface UserParts {
  readonly keySource: Pick<KeySource, 'current' | 'living'>
  readonly pseudonyms: Pseudonyms
}

const firstHash = async (user: string, salt: string): Promise<FirstHash> => {
  const hash = await derive(normaliseUserId(user), salt, FIRST_HASH_ITERATIONS, FIRST_HASH_BYTES, 'sha256')
  return hash.toString('base64url') as FirstHash
}

/** Hashes a raw user id as a device and then the service would, under every salt that was published and every epoch that lives. */
export const findUser = async (
  { keySource, pseudonyms }: UserParts,
  versions: readonly Pick<Practices & DevicePractices, 'censusSalt'>[],
  user: string,
): Promise<KnownUser> => {
  const salts = [...new Set(versions.map(({ censusSalt }) => censusSalt))]
  const hashes = await Promise.all(salts.map(async (salt) => firstHash(user, salt)))
  const of = (epochs: readonly Epoch[]): UserPseudonyms => ({
    census: epochs.flatMap((epoch) => hashes.map((hash) => pseudonyms.ofCensus(hash, epoch))),
    error: epochs.map((epoch) => pseudonyms.ofError(user, epoch)),
  })
  // Together, since another epoch may become the current one at any time.
  const now = keySource.current()
  return { all: of(keySource.living()), current: of([now]), keyEpoch: now.id }
}
