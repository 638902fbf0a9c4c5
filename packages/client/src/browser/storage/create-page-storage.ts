import type { Count } from '../../core/diagnostics.js'
import { createListeners } from '../../core/listeners.js'
import type { DeviceStorage } from '../../core/storage.js'
import { createChannel } from './channel.js'
import { createConnection } from './connection.js'
import { createEntries } from './entries.js'
import { followPage } from './follow-page.js'
import { createLocks } from './locks.js'
import { createWriter } from './writer.js'

/** The storage of a page, empty until it is opened. */
export interface PageStorage extends DeviceStorage {
  readonly open: () => Promise<unknown>
}

/** Makes the storage of a page from its parts. */
export const createPageStorage = (name: string, count: Count): PageStorage => {
  const { subscribe, notify } = createListeners(count)
  let isDue = false
  let isLeaving = false
  const flush = (): Promise<void> => {
    isDue = false
    return writer.write()
  }
  const entries = createEntries(() => {
    // What several turns in a row change goes together, but for those that may be the last ones.
    const soon = isLeaving || document.hidden ? queueMicrotask : setTimeout
    if (!isDue || soon === queueMicrotask) soon(() => void flush())
    isDue = true
  })
  const { open, run, close } = createConnection(name, count, () => writer.read().then(flush))
  const channel = createChannel(name, () => void writer.read())
  const writer = createWriter(run, entries, channel.tell, notify)
  const unfollow = followPage({
    leaves: () => {
      isLeaving = true
      writer.hurry()
      void flush()
    },
    sleeps: channel.close,
    comes: () => {
      isLeaving = false
      channel.open()
      void writer.doubt()
    },
  })
  return {
    open: () => {
      channel.open()
      return open()
    },
    ...entries.storage,
    onChange: subscribe,
    lock: createLocks(`${name}.`, writer.read),
    settled: flush,
    close: async () => {
      await flush()
      unfollow()
      channel.close()
      close()
    },
  }
}
