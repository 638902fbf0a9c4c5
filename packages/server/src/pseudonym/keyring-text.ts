import { createSecretKey, randomBytes } from 'node:crypto'
import { isObject } from '@candor/practices'
import type { Epoch, EpochFacts } from './key-source.js'

/** An epoch as the keyring file holds it; the peppers are 32 bytes in base64, and gone once it is destroyed. */
export interface StoredEpoch {
  readonly id: number
  readonly census?: string
  readonly error?: string
  /** ISO 8601. */
  readonly createdAt?: string
  /** ISO 8601. */
  readonly destroyedAt?: string
}

/** What a keyring file holds. */
export interface Keyring {
  /** The oldest first. */
  readonly epochs: readonly StoredEpoch[]
  /** The id of the epoch that new pseudonyms are made with. */
  readonly current: number
}

const PEPPER_BYTES = 32

const isPepper = (value: unknown): value is string =>
  typeof value === 'string' && Buffer.from(value, 'base64').length === PEPPER_BYTES

const isTime = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value))

/** An epoch of the file. Before epochs could be rotated, the peppers had longer names and no times. */
const parseEpoch = (value: unknown): StoredEpoch | undefined => {
  if (!isObject(value)) return undefined
  const { id, censusPepper, errorPepper, createdAt, destroyedAt } = value
  const { census = censusPepper, error = errorPepper } = value
  if (typeof id !== 'number' || !Number.isInteger(id) || id < 1) return undefined
  if (createdAt !== undefined && !isTime(createdAt)) return undefined
  const facts = { id, ...(createdAt !== undefined && { createdAt: createdAt as string }) }
  if (isTime(destroyedAt)) return { ...facts, destroyedAt: destroyedAt as string }
  return destroyedAt === undefined && isPepper(census) && isPepper(error)
    ? { ...facts, census, error }
    : undefined
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The keyring in a file's text; undefined where it is damaged. */
export const parseKeyring = (text: string): Keyring | undefined => {
  const value = parseJson(text)
  if (!isObject(value) || !Array.isArray(value['epochs'])) return undefined
  const epochs = value['epochs'].map(parseEpoch)
  if (!epochs.every((epoch) => epoch !== undefined)) return undefined
  if (new Set(epochs.map(({ id }) => id)).size !== epochs.length) return undefined
  const { current = epochs.at(-1)?.id } = value
  const isThere = epochs.some(({ id, census }) => id === current && census !== undefined)
  return isThere ? { epochs: epochs.toSorted((a, b) => a.id - b.id), current: current as number } : undefined
}

/** The text of a keyring's file. */
export const formatKeyring = (keyring: Keyring): string => `${JSON.stringify(keyring)}\n`

/** A new epoch with peppers of its own. */
export const makeEpoch = (id: number, nowMillis: number): StoredEpoch => {
  const pepper = (): string => randomBytes(PEPPER_BYTES).toString('base64')
  return { id, census: pepper(), error: pepper(), createdAt: new Date(nowMillis).toISOString() }
}

/** The keys of the epochs that have them, the current one first, then the newest. */
export const keysOf = ({ epochs, current }: Keyring): readonly Epoch[] =>
  epochs
    .flatMap(({ id, census, error }) => {
      if (census === undefined || error === undefined) return []
      const [censusPepper, errorPepper] = [census, error].map((pepper) => Buffer.from(pepper, 'base64'))
      if (censusPepper === undefined || errorPepper === undefined) return []
      return { id, censusPepper: createSecretKey(censusPepper), errorPepper: createSecretKey(errorPepper) }
    })
    .toSorted((a, b) => Number(b.id === current) - Number(a.id === current) || b.id - a.id)

const stateOf = ({ id, destroyedAt }: StoredEpoch, current: number): EpochFacts['state'] => {
  if (destroyedAt !== undefined) return 'destroyed'
  return id === current ? 'current' : 'living'
}

/** What may be told of a keyring's epochs. */
export const factsOf = ({ epochs, current }: Keyring): readonly EpochFacts[] =>
  epochs.map((epoch) => ({
    id: epoch.id,
    state: stateOf(epoch, current),
    ...(epoch.createdAt !== undefined && { createdMillis: Date.parse(epoch.createdAt) }),
    ...(epoch.destroyedAt !== undefined && { destroyedMillis: Date.parse(epoch.destroyedAt) }),
  }))
