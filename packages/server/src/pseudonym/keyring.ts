import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { CandorError } from '@candor/practices'
import { requirePrivate } from '../private-file.js'

/** The secrets of one epoch. Destroying them makes the epoch's pseudonyms unlinkable for good. */
export interface Epoch {
  readonly id: number
  readonly censusPepper: KeyObject
  readonly errorPepper: KeyObject
}

/** The keys that pseudonyms are made with. A file here; the interface is what a key service implements. */
export interface Keyring {
  current(): Epoch
}

interface StoredEpoch {
  readonly id: number
  readonly censusPepper: string
  readonly errorPepper: string
}

const PEPPER_BYTES = 32
const makeFile = (path: string): void => {
  const pepper = (): string => randomBytes(PEPPER_BYTES).toString('base64')
  const epoch: StoredEpoch = { id: 1, censusPepper: pepper(), errorPepper: pepper() }
  writeFileSync(path, `${JSON.stringify({ epochs: [epoch] })}\n`, { mode: 0o600, flag: 'wx' })
  chmodSync(path, 0o600)
}

const parsePepper = (value: unknown): KeyObject | undefined => {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.alloc(0)
  return bytes.length === PEPPER_BYTES ? createSecretKey(bytes) : undefined
}

const parseEpochs = (text: string): readonly Epoch[] | undefined => {
  try {
    const { epochs } = JSON.parse(text) as { epochs: readonly StoredEpoch[] }
    return epochs.map(({ id, censusPepper, errorPepper }) => {
      const census = parsePepper(censusPepper)
      const error = parsePepper(errorPepper)
      if (!Number.isInteger(id) || !census || !error) throw new TypeError('an epoch is damaged')
      return { id, censusPepper: census, errorPepper: error }
    })
  } catch {
    return undefined
  }
}

/** What to do where there is no keyring: make one for a new data folder, refuse where data is there already. */
export type WhenMissing = 'create' | 'refuse'

/**
 * Opens the keyring file (mode 0600; peppers of 32 bytes in base64 by epoch, the last epoch is the current one).
 * Throws CANDOR_KEYRING_UNUSABLE where it is missing beside data, readable by others, or damaged.
 */
export const openKeyring = (path: string, whenMissing: WhenMissing): Keyring => {
  if (!existsSync(path)) {
    if (whenMissing === 'refuse') throw new CandorError('CANDOR_KEYRING_UNUSABLE', { fault: 'missing', path })
    makeFile(path)
  }
  requirePrivate(path)
  const latest = parseEpochs(readFileSync(path, 'utf8'))?.at(-1)
  if (latest === undefined) throw new CandorError('CANDOR_KEYRING_UNUSABLE', { fault: 'damaged', path })
  return { current: () => latest }
}
