import type { DeviceStorage, KeyValueStorage } from '../../core/storage.js'

/** A change of entries, which can be made again on others. */
export type Change = () => void

/** What a page changed and nobody else knows yet. */
export interface Unwritten {
  readonly changes: readonly Change[]
  /** The entries that are other ones than before. */
  readonly keys: ReadonlySet<string>
}

/** What a page knows of the database, with its own changes on top. */
export interface Entries {
  readonly storage: KeyValueStorage & Pick<DeviceStorage, 'change'>
  /** Takes what is not written yet, to write it. */
  readonly take: () => Unwritten
  /** Gives back what could not be written. */
  readonly giveBack: (unwritten: Unwritten) => void
  /** Takes what the database holds, and makes the changes that are not written yet on top of it. */
  readonly rebase: (found: Iterable<readonly [string, string]>) => void
  /** The keys of what is not written yet. */
  readonly news: () => ReadonlySet<string>
}

/** Changes that are kept to be made again, at most: where the disk refuses for good, memory has to do. */
const MAX_CHANGES = 10_000

/** Makes changes; one that another one makes is a part of that. */
const createMaker = () => {
  let isChanging = false
  return {
    isChanging: () => isChanging,
    make: (run: Change): void => {
      isChanging = true
      try {
        run()
      } finally {
        isChanging = false
      }
    },
  }
}

/** Begins without entries. It calls back after each change. */
export const createEntries = (changed: () => void): Entries => {
  const values = new Map<string, string>()
  let changes: Change[] = []
  let keys = new Set<string>()
  const { isChanging, make } = createMaker()
  const change = (run: Change): void => {
    if (isChanging()) return run()
    make(run)
    if (changes.length < MAX_CHANGES) changes.push(run)
    changed()
  }
  const put = (key: string, run: () => unknown): void =>
    change(() => {
      keys.add(key)
      run()
    })
  const storage: Entries['storage'] = {
    get: (key) => values.get(key),
    keys: () => [...values.keys()],
    set: (key, value) => put(key, () => values.set(key, value)),
    remove: (key) => {
      if (values.has(key)) put(key, () => values.delete(key))
    },
    change,
  }
  return {
    storage,
    news: () => keys,
    take: () => {
      const taken = { changes, keys }
      changes = []
      keys = new Set()
      return taken
    },
    giveBack: (unwritten) => {
      changes = [...unwritten.changes, ...changes]
      for (const key of unwritten.keys) keys.add(key)
    },
    rebase: (found) => {
      values.clear()
      keys.clear()
      for (const [key, value] of found) values.set(key, value)
      changes.forEach(make)
    },
  }
}
