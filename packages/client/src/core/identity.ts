import { LIMITS, normaliseUserId } from '@candor/practices'

import type { Client, LocalUser } from './client.js'

const SALT = 'salt'
/** The keys of what tells this device and its users from others. */
const PERSONAL = /^(?:device|salt|hash\..*|consent\..*)$/

const madeOnce = ({ device, platform }: Client, key: string): string => {
  const made = platform.randomUuid()
  if (!device.get(key))
    device.change(() => {
      if (!device.get(key)) device.set(key, made)
    })
  return device.get(key) ?? made
}

/** The device's random id: a GUID in upper case, made once. It is read each time, since another instance may reset it. */
export const deviceId = (client: Client): string => madeOnce(client, 'device').toUpperCase()

const hashKey = (user: string): string => `hash.${user}`

/** The first hash of the user of a key, where it is known. */
export const firstHash = ({ device }: Client, user: string | undefined): string | undefined =>
  (user && device.get(hashKey(user))) || undefined

/** The user of an id; undefined, and counted, where the id is none. The first hash is begun where it is not kept yet. */
export const userOf = (client: Client, id: string): LocalUser | undefined => {
  const { device, platform, practices, state, count } = client
  if (typeof id !== 'string' || !id || id.length > LIMITS.maxUserIdLength) {
    count('user-refused')
    return undefined
  }
  const normalised = normaliseUserId(id)
  const salt = madeOnce(client, SALT)
  const key = platform.localHash(normalised, salt)
  const remember = async (): Promise<void> => {
    if (firstHash(client, key)) return
    const hash = await platform.firstHash(normalised, practices.censusSalt)
    if (device.get(SALT) === salt) device.set(hashKey(key), hash)
  }
  state.hashing = state.hashing.then(remember).catch(() => count('first-hash-failed'))
  return { id, key }
}

/** Removes the device's id, the local salt, the first hashes and the consents. */
export const forgetPersons = ({ device }: Client): void => {
  for (const key of device.keys()) if (PERSONAL.test(key)) device.remove(key)
}
