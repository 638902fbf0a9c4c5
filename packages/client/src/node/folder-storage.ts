import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Count } from '../core/diagnostics.js'
import type { DeviceStorage, KeyValueStorage } from '../core/storage.js'

const UNFINISHED = '.unfinished'

const readAll = (folder: string, prefix: string): Map<string, string> => {
  const values = new Map<string, string>()
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix)) continue
    if (name.endsWith(UNFINISHED)) rmSync(join(folder, name), { force: true })
    else values.set(name.slice(prefix.length), readFileSync(join(folder, name), 'utf8'))
  }
  return values
}

/**
 * A folder with one file a key (mode 0600), written to a temporary name and renamed, so that a kill leaves the old value
 * or the new one. One process uses a folder at a time. What the disk refuses is counted, and kept in memory.
 */
export const createFolderStorage = (folder: string, prefix: string, count: Count): KeyValueStorage => {
  const attempt = <T>(run: () => T): T | undefined => {
    try {
      return run()
    } catch {
      count('storage-failed')
      return undefined
    }
  }
  attempt(() => mkdirSync(folder, { recursive: true, mode: 0o700 }))
  const values = attempt(() => readAll(folder, prefix)) ?? new Map<string, string>()
  const pathOf = (key: string): string => join(folder, prefix + key)
  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      values.set(key, value)
      attempt(() => {
        writeFileSync(pathOf(key) + UNFINISHED, value, { mode: 0o600 })
        renameSync(pathOf(key) + UNFINISHED, pathOf(key))
      })
    },
    remove: (key) => {
      if (values.delete(key)) attempt(() => rmSync(pathOf(key), { force: true }))
    },
    keys: () => [...values.keys()],
  }
}

/** In between, for one instance alone. */
export const asDevice = (all: KeyValueStorage): DeviceStorage => ({
  shared: all,
  own: {
    get: (key) => all.get(`own.${key}`),
    set: (key, value) => all.set(`own.${key}`, value),
    remove: (key) => all.remove(`own.${key}`),
    keys: () => all.keys().flatMap((key) => (key.startsWith('own.') ? key.slice(4) : [])),
  },
  onShared: () => () => {},
  adopt: () => Promise.resolve([]),
  settled: () => Promise.resolve(),
  close: () => Promise.resolve(),
})
