import type { KeyValueStorage } from '../../core/storage.js'

/** A change of entries, which can be made again on others. */
export type Change = () => void

/** What a page changed and nobody else knows yet. */
export interface Unwritten {
  readonly changes: readonly Change[]
  /** The entries that are other ones than before. */
  readonly keys: ReadonlySet<string>
}

/** What a page knows of the database, with its own changes on top. */
export interface Entries extends Pick<KeyValueStorage, 'get' | 'set' | 'remove' | 'keys'> {
  readonly change: (run: Change) => void
  /** Takes what is not written yet, to write it. */
  readonly take: () => Unwritten
  /** Gives back what could not be written. */
  readonly giveBack: (unwritten: Unwritten) => void
  /** Takes what the database holds, and makes the changes that are not written yet on top of it. */
  readonly rebase: (found: Iterable<readonly [string, string]>) => void
  readonly hasNews: () => boolean
}

/** Changes that are kept to be made again, at most: where the disk refuses for good, memory has to do. */
const MAX_CHANGES = 10_000

/** Begins without entries. It calls back after each change. */
export const createEntries = (changed: () => void): Entries => {
  const values = new Map<string, string>()
  let changes: Change[] = []
  let keys = new Set<string>()
  let isChanging = false
  const make = (run: Change): void => {
    isChanging = true
    try {
      run()
    } finally {
      isChanging = false
    }
  }
  const change = (run: Change): void => {
    if (isChanging) return run()
    make(run)
    if (changes.length < MAX_CHANGES) changes.push(run)
    changed()
  }
  return {
    get: (key) => values.get(key),
    keys: () => [...values.keys()],
    set: (key, value) =>
      change(() => {
        keys.add(key)
        values.set(key, value)
      }),
    remove: (key) => {
      if (values.has(key))
        change(() => {
          keys.add(key)
          values.delete(key)
        })
    },
    change,
    hasNews: () => keys.size > 0,
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
