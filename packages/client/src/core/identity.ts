import { LIMITS, normaliseUserId } from '@candor/practices'

import type { Device } from './device.js'
import type { Count } from './diagnostics.js'
import type { Platform } from './platform.js'

const SALT = 'salt'
/** The keys of what tells this device and its users from others. */
const PERSONAL = /^(?:device|salt|hash\..*|consent\..*)$/

/** Who uses the app: the id as it was given, in memory alone, and the key that stands for it in the storage. */
export interface LocalUser {
  readonly id: string
  readonly key: string
}

/** The device's random id, and the users' keys and first hashes. */
export interface Identity {
  /** A GUID in upper case, made once. */
  readonly deviceId: () => string
  /** The user of an id; undefined where the id is none. The first hash is begun where it is not kept yet. */
  readonly user: (userId: string) => LocalUser | undefined
  /** The first hash of a user, where it is known. */
  readonly firstHash: (key: string | undefined) => string | undefined
  /** Resolves when no first hash is being made. */
  readonly settled: () => Promise<void>
  /** Removes the device's id, the local salt, the first hashes and the consents. */
  readonly forget: () => void
}

/** What the device knows of itself and of its users; it is read from the storage each time, since another instance may reset it. */
export const createIdentity = (
  censusSalt: string,
  storage: Device,
  platform: Platform,
  count: Count,
): Identity => {
  const madeOnce = (key: string): string => {
    const made = platform.randomUuid()
    if (!storage.get(key))
      storage.change(() => {
        if (!storage.get(key)) storage.set(key, made)
      })
    return storage.get(key) ?? made
  }
  let hashing = Promise.resolve()
  const remember = async (name: string, normalised: string): Promise<void> => {
    const salt = storage.get(SALT)
    if (storage.get(name)) return
    const hash = await platform.firstHash(normalised, censusSalt)
    if (salt === storage.get(SALT)) storage.set(name, hash)
  }
  return {
    deviceId: () => madeOnce('device').toUpperCase(),
    user: (id) => {
      if (typeof id !== 'string' || !id || id.length > LIMITS.maxUserIdLength) {
        count('user-refused')
        return undefined
      }
      const normalised = normaliseUserId(id)
      const key = platform.localHash(normalised, madeOnce(SALT))
      hashing = hashing
        .then(() => remember(`hash.${key}`, normalised))
        .catch(() => count('first-hash-failed'))
      return { id, key }
    },
    firstHash: (key) => (key && storage.get(`hash.${key}`)) || undefined,
    settled: () => hashing,
    forget: () => {
      for (const key of storage.keys()) if (PERSONAL.test(key)) storage.remove(key)
    },
  }
}
