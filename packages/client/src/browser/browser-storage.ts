import type { Count } from '../core/diagnostics.js'
import type { DeviceStorage, KeyValueStorage } from '../core/storage.js'

/** Runs something that a browser may refuse; undefined where it does. */
export const attempt = <T>(run: () => T): T | undefined => {
  try {
    return run()
  } catch {
    return undefined
  }
}

/** localStorage under a prefix. What it refuses (no room, no permission) is counted and kept in memory for this page. */
export const createBrowserStorage = (prefix: string, count: Count): KeyValueStorage => {
  const memory = new Map<string, string>()
  const storedKeys = (): string[] =>
    Object.keys(localStorage).flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []))
  return {
    get: (key) => memory.get(key) ?? attempt(() => localStorage.getItem(prefix + key)) ?? undefined,
    set: (key, value) => {
      memory.set(key, value)
      attempt(() => {
        localStorage.setItem(prefix + key, value)
        memory.delete(key)
      })
      if (memory.has(key)) count('storage-failed')
    },
    remove: (key) => {
      memory.delete(key)
      attempt(() => localStorage.removeItem(prefix + key))
    },
    keys: () => [...new Set([...memory.keys(), ...(attempt(storedKeys) ?? [])])],
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
