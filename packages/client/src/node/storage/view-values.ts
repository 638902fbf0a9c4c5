import type { KeyValueStorage } from '../../core/storage.js'

/** Values by key. Null: another process took it over, so that it is neither seen nor written here again. */
export type Values = Map<string, string | null>

/** A storage over values, which tells of each change. */
export const viewValues = (values: Values, changed: (key: string) => void): KeyValueStorage => ({
  get: (key) => values.get(key) ?? undefined,
  set: (key, value) => {
    if (values.get(key) === null) return
    values.set(key, value)
    changed(key)
  },
  remove: (key) => {
    if (values.get(key) !== null && values.delete(key)) changed(key)
  },
  keys: () => [...values].flatMap(([key, value]) => (value === null ? [] : key)),
})
