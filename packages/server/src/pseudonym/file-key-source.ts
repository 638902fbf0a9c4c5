import { existsSync, readFileSync, statSync } from 'node:fs'
import { CandorError } from '@candor/practices'
import type { PartHealth } from '../health/health-figures.js'
import { requirePrivate } from '../private-file.js'
import { replaceFile } from '../replace-file.js'
import type { EpochFacts, KeySource } from './key-source.js'
import { addEpoch, removePeppers } from './keyring-changes.js'
import { factsOf, formatKeyring, keysOf, parseKeyring, type Keyring } from './keyring-text.js'

export type { EpochFacts, KeySource } from './key-source.js'

/** Between two looks at the file, in milliseconds. */
const LOOK_MILLIS = 1000

/** What to do where there is no keyring: make one for a new data folder, refuse where data is there already. */
export type WhenMissing = 'create' | 'refuse'

/** How a keyring file is opened. */
export interface FileKeySourceOptions {
  readonly path: string
  readonly whenMissing: WhenMissing
  /** Milliseconds since 1970; the time of a keyring that is made. */
  readonly nowMillis: number
  /** Milliseconds since 1970, when the file is followed. Default: the machine's clock. */
  readonly now?: () => number
  /** Told where the file became unusable while it is followed; the keys that were read before stay in use. Default: nobody. */
  readonly onFailure?: (code: 'CANDOR_KEYRING_UNUSABLE', error: unknown) => void
}

const unusable = (fault: string, path: string): CandorError =>
  new CandorError('CANDOR_KEYRING_UNUSABLE', { fault, path })

const readKeyring = (path: string): Keyring => {
  if (!existsSync(path)) throw unusable('missing', path)
  requirePrivate(path)
  const keyring = parseKeyring(readFileSync(path, 'utf8'))
  if (keyring === undefined) throw unusable('damaged', path)
  return keyring
}

const looksOf = (path: string): string => {
  const { ino, mtimeMs, ctimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? {}
  return [ino, mtimeMs, ctimeMs, size].join()
}

/** A keyring with what is derived from it, so that nothing is derived for each report. */
const holdKeyring = (keyring: Keyring) => {
  const living = keysOf(keyring)
  const [current] = living
  if (current === undefined) throw new CandorError('CANDOR_INTERNAL', { fault: 'a keyring without keys' })
  return { current, living, facts: factsOf(keyring) }
}

const findFacts = (epochs: readonly EpochFacts[], matches: (epoch: EpochFacts) => boolean): EpochFacts => {
  const found = epochs.find(matches)
  if (found === undefined) throw new CandorError('CANDOR_INTERNAL', { fault: 'the epoch is not there' })
  return found
}

/** Looks at a file once a second, and says when it has changed. */
const follow = (path: string, onChange: () => void): (() => void) => {
  let seen = looksOf(path)
  const timer = setInterval(() => {
    const looks = looksOf(path)
    if (looks === seen) return
    seen = looks
    onChange()
  }, LOOK_MILLIS)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * Opens the keyring file (mode 0600, docs/identity.md describes its form) and follows it. Throws CANDOR_KEYRING_UNUSABLE
 * where it is missing beside data, readable by others, or damaged. Changes replace it whole, durably, and overwrite its former bytes.
 */
export const openFileKeySource = async (options: FileKeySourceOptions): Promise<KeySource> => {
  const { path, whenMissing, nowMillis, now = Date.now, onFailure = () => undefined } = options
  if (!existsSync(path) && whenMissing === 'create') {
    const made = formatKeyring(addEpoch({ epochs: [], current: 0 }, nowMillis))
    await replaceFile(path, (text) => text ?? made)
  }
  let held = holdKeyring(readKeyring(path))
  let health: PartHealth = { kind: 'well' }
  const reload = (): void => {
    try {
      held = holdKeyring(readKeyring(path))
      health = { kind: 'well' }
    } catch (error) {
      if (health.kind === 'well') health = { kind: 'failing', since: now(), code: 'CANDOR_KEYRING_UNUSABLE' }
      onFailure('CANDOR_KEYRING_UNUSABLE', error)
    }
  }
  const stop = follow(path, reload)
  const change = async (make: (keyring: Keyring) => Keyring): Promise<readonly EpochFacts[]> => {
    await replaceFile(path, () => formatKeyring(make(readKeyring(path))), 'overwritten')
    held = holdKeyring(readKeyring(path))
    health = { kind: 'well' }
    return held.facts
  }
  return {
    current: () => held.current,
    living: () => held.living,
    epochs: () => held.facts,
    rotate: async (atMillis) =>
      findFacts(await change((keyring) => addEpoch(keyring, atMillis)), ({ state }) => state === 'current'),
    destroy: async (id, atMillis) =>
      findFacts(await change((keyring) => removePeppers(keyring, id, atMillis)), (epoch) => epoch.id === id),
    reload,
    health: () => health,
    close: stop,
  }
}
