import type { DeviceStorage } from './storage.js'

/** The key of what an erasure makes anew. */
const ERA = 'era'

/** The device's storage for the parts of one client: empty until it is opened, and nothing is written after closing. */
export interface Device extends DeviceStorage {
  readonly unsure: () => ReadonlySet<string> | undefined
  readonly isOpen: () => boolean
  readonly open: (storage: DeviceStorage) => void
}

/** What names what there is since the last erasure; undefined before the first. */
export const eraOf = (device: Device): string | undefined => device.get(ERA)

/** Begins an era of a name, within a change. */
export const beginEra = (device: Device, name: string): void => device.set(ERA, name)

/** Begins with nothing open. */
export const createDevice = (): Device => {
  let opened: DeviceStorage | undefined
  let writable: DeviceStorage | undefined
  /** What is of before an erasure in another instance is not written after it. */
  const change = (run: (storage: DeviceStorage) => void): void => {
    const storage = writable
    const era = eraOf(device)
    storage?.change(() => {
      if (eraOf(device) === era) run(storage)
    })
  }
  const device: Device = {
    get: (key) => opened?.get(key),
    keys: () => opened?.keys() ?? [],
    set: (key, value) => change((storage) => storage.set(key, value)),
    remove: (key) => change((storage) => storage.remove(key)),
    change,
    unsure: () => opened?.unsure?.(),
    onChange: (listener) => opened?.onChange(listener) ?? (() => {}),
    lock: async (...given) => opened?.lock(...given),
    isOpen: () => !!writable,
    open: (storage) => {
      opened = storage
      writable = storage
    },
    settled: async () => writable?.settled(),
    close: async () => {
      writable = undefined
      await opened?.close()
    },
  }
  return device
}
