import type { DeviceStorage, KeyValueStorage } from './storage.js'

/** The key of what an erasure makes anew; what an instance keeps of its own is named after it. */
const ERA = 'era'

/** The device's storage for the parts of one client: empty until it is opened, and nothing is written after closing. */
export interface Device {
  readonly shared: KeyValueStorage
  /** This instance's own, as far as it was written since the last erasure: what is older is seen no more, in any instance. */
  readonly own: KeyValueStorage
  isOpen(): boolean
  open(storage: DeviceStorage): void
  /** What names what there is since the last erasure; empty before the first. */
  era(): string
  /** Makes what all instances keep of their own vanish, and the id that is given name what comes. */
  beginEra(id: string): void
  /** Removes what was written before the last erasure, and answers with its keys. */
  sweep(): readonly string[]
  /** Takes over what instances left that have ended. Resolves to whether there was something. */
  adopt(): Promise<boolean>
  /** Resolves when all that was written is on the disk. */
  settled(): Promise<void>
  /** From now on nothing is written. Resolves when all that was is on the disk. */
  close(): Promise<void>
}

/** Begins with nothing open. */
export const createDevice = (): Device => {
  let opened: DeviceStorage | undefined
  let writable: DeviceStorage | undefined
  const era = (): string => opened?.shared.get(ERA) ?? ''
  const prefix = (): string => (era() ? `${era()}.` : '')
  const view = (part: 'shared' | 'own', beginning: () => string): KeyValueStorage => ({
    get: (key) => opened?.[part].get(beginning() + key),
    set: (key, value) => writable?.[part].set(beginning() + key, value),
    remove: (key) => writable?.[part].remove(beginning() + key),
    keys: () => {
      const start = beginning()
      const keys = opened?.[part].keys() ?? []
      return keys.flatMap((key) => (key.startsWith(start) ? key.slice(start.length) : []))
    },
  })
  const own = view('own', prefix)
  return {
    shared: view('shared', () => ''),
    own,
    isOpen: () => writable !== undefined,
    open: (storage) => {
      opened = storage
      writable = storage
    },
    era,
    beginEra: (id) => writable?.shared.set(ERA, id),
    sweep: () => {
      const old = opened?.own.keys().filter((key) => !key.startsWith(prefix())) ?? []
      for (const key of old) writable?.own.remove(key)
      return old
    },
    adopt: async () => {
      const keys = await writable?.adopt()
      return keys !== undefined && keys.length > 0
    },
    settled: async () => writable?.settled(),
    close: async () => {
      writable = undefined
      await opened?.close()
    },
  }
}
