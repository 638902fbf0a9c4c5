import type { DeviceStorage } from './storage.js'

/** The key of what an erasure makes anew. */
const ERA = 'era'

/** The device's storage for the parts of one client: empty until it is opened, and nothing is written after closing. */
export interface Device extends DeviceStorage {
  isOpen(): boolean
  open(storage: DeviceStorage): void
  /** What names what there is since the last erasure; empty before the first. */
  era(): string
  /** Begins an era of a name. */
  beginEra(name: string): void
}

/** Begins with nothing open. */
export const createDevice = (): Device => {
  let opened: DeviceStorage | undefined
  let writable: DeviceStorage | undefined
  const era = (): string => opened?.get(ERA) ?? ''
  /** What is of before an erasure in another instance is not written after it. */
  const change = (run: (storage: DeviceStorage) => void): void => {
    const storage = writable
    const before = era()
    storage?.change(() => {
      if (era() === before) run(storage)
    })
  }
  return {
    get: (key) => opened?.get(key),
    keys: () => opened?.keys() ?? [],
    set: (key, value) => change((storage) => storage.set(key, value)),
    remove: (key) => change((storage) => storage.remove(key)),
    change,
    onChange: (listener) => opened?.onChange(listener) ?? (() => {}),
    lock: async (...given) => opened?.lock(...given),
    isOpen: () => writable !== undefined,
    open: (storage) => {
      opened = storage
      writable = storage
    },
    era,
    beginEra: (name) => writable?.set(ERA, name),
    settled: async () => writable?.settled(),
    close: async () => {
      writable = undefined
      await opened?.close()
    },
  }
}
