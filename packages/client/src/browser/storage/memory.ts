import type { KeyValueStorage } from '../../core/storage.js'

/** What marks a name as shared, or as this page's own. */
export const SHARED = '.'
export const OWN = ':'

/** What a page knows of the storage, by name: a mark, then the key. */
export interface Memory {
  /** Null: another page took it over, so that it is neither seen nor written here again. */
  readonly values: Map<string, string | null>
  /** What is not on the disk yet, and whether nothing of that name was sent there before. */
  readonly dirty: Map<string, boolean>
  /** The storage of all names with a mark. */
  readonly area: (mark: string) => KeyValueStorage
}

/** An empty memory. It calls back whenever there is something to write. */
export const createMemory = (touched: () => void): Memory => {
  const values: Memory['values'] = new Map()
  const dirty: Memory['dirty'] = new Map()
  const touch = (name: string): void => {
    dirty.set(name, dirty.get(name) ?? !values.has(name))
    touched()
  }
  return {
    values,
    dirty,
    area: (mark) => ({
      get: (key) => values.get(mark + key) ?? undefined,
      set: (key, value) => {
        if (values.get(mark + key) === null) return
        touch(mark + key)
        values.set(mark + key, value)
      },
      remove: (key) => {
        if (values.get(mark + key) === null || !values.has(mark + key)) return
        touch(mark + key)
        values.delete(mark + key)
      },
      keys: () =>
        [...values].flatMap(([name, value]) =>
          value !== null && name.startsWith(mark) ? name.slice(mark.length) : [],
        ),
    }),
  }
}
