import type { Count } from '../core/diagnostics.js'
import { createListeners } from '../core/listeners.js'
import { isRecord, type DeviceStorage, type KeyValueStorage } from '../core/storage.js'
import { openInstanceFiles, type NodeStoragePlace } from './open-instance-files.js'

/** How often what other instances left is looked for, in milliseconds. */
const ADOPT_MILLIS = 60_000

/**
 * Opens what a device keeps for a product, at once, and takes over what instances left that have ended: at the opening and
 * every minute. Reports and logs are this instance's own, named after the era that the last erasure began, so that
 * nothing of before comes back, whoever kept it. So there is nobody to wait for, and nothing to run again.
 */
export const openNodeStorage = (place: NodeStoragePlace, count: Count): DeviceStorage => {
  const files = openInstanceFiles(place, count)
  const { shared, own } = files
  const { subscribe, notify } = createListeners(count)
  const prefix = (): string => (shared.get('era') ? `${shared.get('era')}.` : '')
  const placeOf = (key: string): readonly [KeyValueStorage, string] =>
    isRecord(key) ? [own, prefix() + key] : [shared, key]
  const adopt = async (): Promise<void> => {
    const came = await files.adopt()
    for (const key of own.keys()) if (!key.startsWith(prefix())) own.remove(key)
    if (came.length > 0) notify()
  }
  void adopt()
  const adopting = setInterval(() => void adopt(), ADOPT_MILLIS).unref()
  files.onShared(notify)
  return {
    get: (key) => {
      const [storage, name] = placeOf(key)
      return storage.get(name)
    },
    set: (key, value) => {
      const [storage, name] = placeOf(key)
      storage.set(name, value)
    },
    remove: (key) => {
      const [storage, name] = placeOf(key)
      storage.remove(name)
    },
    keys: () => [
      ...shared.keys(),
      ...own.keys().flatMap((key) => (key.startsWith(prefix()) ? key.slice(prefix().length) : [])),
    ],
    change: (run) => run(),
    onChange: subscribe,
    lock: (_name, run) => run(),
    settled: files.settled,
    close: async () => {
      clearInterval(adopting)
      await files.close()
    },
  }
}
