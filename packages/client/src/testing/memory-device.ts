import type { DeviceStorage, KeyValueStorage } from '../core/storage.js'

/** A device in memory, and the instances that live on it. */
export interface MemoryDevice {
  /** Opens the device for an instance, at once. */
  open(): DeviceStorage
  /** Ends an instance as a kill does: what it wrote stays, and another may adopt it. What it writes later is lost. */
  kill(instance: DeviceStorage): void
  /** Everything that the device keeps, as one text. */
  content(): string
}

interface Instance {
  readonly own: Map<string, string>
  readonly listeners: Set<() => void>
  state: 'living' | 'ended'
}

const createKeyValues = (values: Map<string, string>, mayWrite: () => boolean): KeyValueStorage => ({
  get: (key) => values.get(key),
  set: (key, value) => void (mayWrite() && values.set(key, value)),
  remove: (key) => void (mayWrite() && values.delete(key)),
  keys: () => [...values.keys()],
})

/** Begins with an empty device, on which every instance sees another's shared change at once. */
export const createMemoryDevice = (): MemoryDevice => {
  const shared = new Map<string, string>()
  const instances = new Map<DeviceStorage, Instance>()
  const others = (than: Instance): Instance[] => [...instances.values()].filter((each) => each !== than)
  const tell = (from: Instance): void => {
    for (const { listeners, state } of others(from)) {
      for (const listener of state === 'living' ? listeners : []) listener()
    }
  }
  const createShared = (instance: Instance): KeyValueStorage => {
    const values = createKeyValues(shared, () => instance.state === 'living')
    const change =
      <A extends readonly unknown[]>(run: (...given: A) => void) =>
      (...given: A): void => {
        run(...given)
        if (instance.state === 'living') queueMicrotask(() => tell(instance))
      }
    return { ...values, set: change(values.set), remove: change(values.remove) }
  }
  const adopt = (instance: Instance): readonly string[] => {
    const came = others(instance).flatMap(({ state, own }) => {
      const entries = state === 'ended' ? [...own] : []
      for (const [key, value] of entries) instance.own.set(key, value)
      if (state === 'ended') own.clear()
      return entries
    })
    return came.map(([key]) => key)
  }
  return {
    open: () => {
      const instance: Instance = { own: new Map(), listeners: new Set(), state: 'living' }
      const storage: DeviceStorage = {
        shared: createShared(instance),
        own: createKeyValues(instance.own, () => instance.state === 'living'),
        onShared: (listener) => {
          instance.listeners.add(listener)
          return () => instance.listeners.delete(listener)
        },
        adopt: () => Promise.resolve(adopt(instance)),
        settled: () => Promise.resolve(),
        close: () => {
          instance.state = 'ended'
          return Promise.resolve()
        },
      }
      instances.set(storage, instance)
      return storage
    },
    kill: (storage) => {
      const instance = instances.get(storage)
      if (instance) instance.state = 'ended'
    },
    content: () =>
      [shared, ...[...instances.values()].map(({ own }) => own)]
        .flatMap((values) => [...values].map((entry) => entry.join(' ')))
        .join('\n'),
  }
}
