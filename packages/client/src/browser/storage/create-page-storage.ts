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

/** Work that is done at once, or soon: then once, however often it was asked for, unless it may not be put off. */
const createTurn = (work: () => Promise<void>) => {
  let isDue = false
  const flush = (): Promise<void> => {
    isDue = false
    return work()
  }
  const soon = (later: (run: () => void) => unknown): void => {
    if (!isDue || later === queueMicrotask) later(() => void flush())
    isDue = true
  }
  return { flush, soon }
}

/** Makes the storage of a page from its parts. */
export const createPageStorage = (name: string, count: Count): PageStorage => {
  const { subscribe, notify } = createListeners(count)
  let stage: 'here' | 'leaving' | 'left' = 'here'
  let unsure: ReadonlySet<string> | undefined
  const { flush, soon } = createTurn(() => writer.write())
  const entries = createEntries(() => {
    // What everybody changes who is told that the page is being left goes together: of several writes then, the last are lost.
    if (stage === 'leaving') return
    // What several turns in a row change goes together, but for those that may be the last ones.
    soon(stage === 'left' || document.hidden ? queueMicrotask : setTimeout)
  })
  const { open, run, giveUp, close } = createConnection(name, count, () => writer.read().then(flush))
  const channel = createChannel(name, () => void writer.read())
  const writer = createWriter({ run, giveUp }, entries, channel.tell, notify)
  const unfollow = followPage({
    leaves: () => {
      stage = 'leaving'
      writer.hurry()
      unsure = new Set(entries.news())
    },
    left: () => {
      if (stage === 'leaving') stage = 'left'
      void flush()
    },
    sleeps: channel.close,
    comes: () => {
      stage = 'here'
      unsure = undefined
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
    unsure: () => unsure,
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
