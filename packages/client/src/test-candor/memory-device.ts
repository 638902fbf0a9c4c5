import type { DeviceStorage, KeyValueStorage } from '../core/storage.js'

/** A device in memory, and the instances that live on it. */
export interface MemoryDevice {
  /** Opens the device for an instance, at once. */
  readonly open: () => DeviceStorage
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

const createKeyValues = (
  values: Map<string, string>,
  instance: Instance,
  changed: () => void = () => {},
): KeyValueStorage => {
  const change = (run: () => void): void => {
    if (instance.state === 'ended') return
    run()
    changed()
  }
  return {
    get: (key) => values.get(key),
    set: (key, value) => change(() => values.set(key, value)),
    remove: (key) => change(() => values.delete(key)),
    keys: () => [...values.keys()],
  }
}

const takeOver = (instance: Instance, others: readonly Instance[]): readonly string[] =>
  others.flatMap(({ state, own }) => {
    const entries = state === 'ended' ? [...own] : []
    for (const [key, value] of entries) {
      instance.own.set(key, value)
      own.delete(key)
    }
    return entries.map(([key]) => key)
  })

/** Begins with an empty device, on which every instance sees another's shared change soon. */
export const createMemoryDevice = (): MemoryDevice => {
  const shared = new Map<string, string>()
  const instances = new Map<DeviceStorage, Instance>()
  const others = (than: Instance): Instance[] => [...instances.values()].filter((each) => each !== than)
  const tellOthers = (instance: Instance): void => {
    for (const { listeners, state } of others(instance))
      for (const listener of state === 'living' ? listeners : []) listener()
  }
  return {
    open: () => {
      const instance: Instance = { own: new Map(), listeners: new Set(), state: 'living' }
      const storage: DeviceStorage = {
        shared: createKeyValues(
          shared,
          instance,
          () => void Promise.resolve().then(() => tellOthers(instance)),
        ),
        own: createKeyValues(instance.own, instance),
        onShared: (listener) => {
          instance.listeners.add(listener)
          return () => instance.listeners.delete(listener)
        },
        adopt: () => Promise.resolve(takeOver(instance, others(instance))),
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
