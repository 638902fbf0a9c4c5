import type { FirstHash } from '@candor/practices'

import { localHash } from '../browser/local-hash.js'
import type { Platform } from '../core/platform.js'
import type { DeviceStorage } from '../core/storage.js'
import type { ManualClock } from './manual-clock.js'

const FIRST_HASH = /^hash\./
const FIRST_HASH_LENGTH = 43

/** In place of 600 000 rounds of PBKDF2: of the same form, and another for another user. */
const standIn = (text: string): FirstHash =>
  localHash(text, '').padEnd(FIRST_HASH_LENGTH, localHash(text, 'more')) as FirstHash

/** A device in memory that a test can tell of a change, and that knows every user's first hash. */
export interface TestStorage extends DeviceStorage {
  /** Has what was decided looked at again, as another instance's change of a policy does. */
  changed(): void
}

/** Makes the storage of a test from that of an empty device. */
export const createTestStorage = (storage: DeviceStorage): TestStorage => {
  const listeners = new Set<() => void>()
  let changes = 0
  return {
    ...storage,
    get: (key) => storage.get(key) ?? (FIRST_HASH.test(key) ? standIn(key) : undefined),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed: () => {
      changes += 1
      storage.set('policy.test', String(changes))
      for (const listener of listeners) listener()
    },
  }
}

/** UUIDs that count up, so that a test finds the same ones each time. */
const createUuids = (): (() => string) => {
  let last = 0
  return () => {
    last += 1
    return `00000000-0000-4000-8000-${last.toString(16).padStart(12, '0')}`
  }
}

const nothingToStop = (): void => {}

/** A platform that needs nothing but the language: no network, no disk, no timer of its own, no chance. */
export const createTestPlatform = (os: string, clock: ManualClock, storage: DeviceStorage): Platform => ({
  ...clock,
  os,
  openStorage: () => storage,
  clock: 'given',
  random: () => 0,
  randomUuid: createUuids(),
  request: () => Promise.reject(new Error('a test Candor makes no requests')),
  gzip: () => Promise.resolve(undefined),
  network: () => 'online',
  onOnline: () => nothingToStop,
  maxExitBytes: 0,
  firstHash: (userId) => Promise.resolve(standIn(userId)),
  localHash,
  verify: () => Promise.resolve(false),
  onHide: () => nothingToStop,
})
