import type { DeviceStorage } from '../core/storage.js'

/** A device in memory, and the instances that live on it. */
export interface MemoryDevice {
  /** Opens the device for an instance, at once. */
  readonly open: () => DeviceStorage
  /** Ends an instance as a kill does: what it wrote stays. What it writes later is lost, and its locks are free. */
  kill(instance: DeviceStorage): void
  /** Everything that the device keeps, as one text. */
  content(): string
}

interface Instance {
  readonly listeners: Set<() => void>
  /** Lets go of the locks that it holds. */
  readonly locks: Set<() => void>
  state: 'living' | 'ended'
}

const createInstance = (): Instance => ({ listeners: new Set(), locks: new Set(), state: 'living' })

const end = (instance: Instance): void => {
  instance.state = 'ended'
  for (const release of instance.locks) release()
}

/** The locks of a device: those who wait for one come in their order. */
const createLocks = () => {
  const held = new Map<string, Promise<void>>()
  return (instance: Instance): DeviceStorage['lock'] =>
    async (name, run, mode) => {
      if (mode === 'if-free' && held.has(name)) return undefined
      const before = held.get(name)
      let release = (): void => {}
      const mine = new Promise<void>((resolve) => {
        release = resolve
      })
      const last = (before ?? Promise.resolve()).then(() => mine)
      held.set(name, last)
      const letGo = (): void => {
        release()
        instance.locks.delete(letGo)
        if (held.get(name) === last) held.delete(name)
      }
      instance.locks.add(letGo)
      if (before) await before
      return run().finally(letGo)
    }
}

/** Begins with an empty device, on which every instance sees another's change at once and hears of it soon. */
export const createMemoryDevice = (): MemoryDevice => {
  const values = new Map<string, string>()
  const instances = new Map<DeviceStorage, Instance>()
  const lockOf = createLocks()
  const tellOthers = (than: Instance): void => {
    for (const { listeners, state } of [...instances.values()].filter((each) => each !== than))
      for (const listener of state === 'living' ? listeners : []) listener()
  }
  const open = (): DeviceStorage => {
    const instance = createInstance()
    const change = (run: () => void): void => {
      if (instance.state === 'ended') return
      run()
      void Promise.resolve().then(() => tellOthers(instance))
    }
    return register(instance, {
      get: (key) => values.get(key),
      set: (key, value) => change(() => values.set(key, value)),
      remove: (key) => change(() => values.delete(key)),
      keys: () => [...values.keys()],
      change,
      onChange: (listener) => {
        instance.listeners.add(listener)
        return () => instance.listeners.delete(listener)
      },
      lock: lockOf(instance),
      settled: () => Promise.resolve(),
      close: async () => end(instance),
    })
  }
  const register = (instance: Instance, storage: DeviceStorage): DeviceStorage => {
    instances.set(storage, instance)
    return storage
  }
  return {
    open,
    kill: (storage) => {
      const instance = instances.get(storage)
      if (instance) end(instance)
    },
    content: () => [...values].map((entry) => entry.join(' ')).join('\n'),
  }
}
