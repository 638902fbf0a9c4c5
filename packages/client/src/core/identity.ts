import { LIMITS, normaliseUserId } from '@candor/practices'

import type { Count } from './diagnostics.js'
import type { Platform } from './platform.js'

/** Who uses the app: the id as it was given, in memory alone, and the key that stands for it in the storage. */
export interface LocalUser {
  readonly id: string
  readonly key: string
}

/** The device's random id, and the users' keys and first hashes. */
export interface Identity {
  /** A GUID in upper case, made once. */
  readonly deviceId: () => string
  /** A short keyed hash of a text, the same on this device alone. */
  readonly hash: (text: string) => string
  /** The user of an id; undefined where the id is none. The first hash is begun where it is not kept yet. */
  readonly user: (userId: string) => LocalUser | undefined
  /** The first hash of a user, where it is known. */
  readonly firstHash: (key: string | undefined) => string | undefined
  /** Resolves when no first hash is being made. */
  readonly settled: () => Promise<void>
}

/** What the device knows of itself and of its users. */
export const createIdentity = (salt: string, platform: Platform, count: Count): Identity => {
  const { storage } = platform
  const madeOnce = (key: string): string => {
    const kept = storage.get(key)
    if (kept) return kept
    const made = platform.randomUuid()
    storage.set(key, made)
    return made
  }
  const localSalt = madeOnce('salt')
  let hashing = Promise.resolve()
  const hash = (text: string): string => platform.localHash(text, localSalt)
  const remember = (key: string, normalised: string): void => {
    hashing = hashing
      .then(async () => storage.set(key, storage.get(key) ?? (await platform.firstHash(normalised, salt))))
      .catch(() => count('first-hash-failed'))
  }
  return {
    deviceId: () => madeOnce('device').toUpperCase(),
    hash,
    user: (id) => {
      if (typeof id !== 'string' || !id || id.length > LIMITS.maxUserIdLength) {
        count('user-refused')
        return undefined
      }
      const normalised = normaliseUserId(id)
      const key = hash(normalised)
      if (!storage.get(`hash.${key}`)) remember(`hash.${key}`, normalised)
      return { id, key }
    },
    firstHash: (key) => (key && storage.get(`hash.${key}`)) || undefined,
    settled: () => hashing,
  }
}
