import type { Count } from '../../core/diagnostics.js'
import { createListeners } from '../../core/listeners.js'
import type { DeviceStorage } from '../../core/storage.js'
import { createChannel } from './channel.js'
import { createConnection } from './connection.js'
import { followCache } from './follow-cache.js'
import { createLease } from './lease.js'
import { createMemory, OWN, SHARED } from './memory.js'
import { namePage } from './requests.js'
import { createSharedReader } from './shared-reader.js'
import { createTakeOver } from './take-over.js'
import { createWriter, type Writer } from './write-behind.js'

/** The storage of a page, empty until it is opened. */
export interface PageStorage extends DeviceStorage {
  readonly open: () => Promise<unknown>
  /** Whether there is nothing left to write. */
  readonly isWritten: () => boolean
}

/** Makes the storage of a page from its parts. */
export const createPageStorage = (name: string, count: Count): PageStorage => {
  let page = namePage()
  const { subscribe, notify } = createListeners(count)
  const memory = createMemory(() => writer.touched())
  const { open, run, close } = createConnection(name, count, async () => {
    await read()
    void writer.flush()
  })
  const lease = createLease(`${name}.`)
  /** Goes on as another page, without what is on the disk under the old name. */
  const rename = (): string => {
    const old = page
    page = namePage()
    for (const key of memory.values.keys())
      if (key.startsWith(OWN) && !memory.dirty.get(key)) memory.values.set(key, null)
    return old
  }
  const lost = (): void => {
    rename()
    void lease.hold(page)
    notify()
  }
  const channel = createChannel(name, (taken) => {
    if (!taken) void read()
    else if (taken === page) lost()
  })
  const parts = { run, memory, lease, page: () => page }
  const writer: Writer = createWriter({ ...parts, sharedKept: () => channel.tell(''), lost })
  const read = createSharedReader({ ...parts, changes: writer.changes, changed: notify })
  const { take, adopt } = createTakeOver({ ...parts, took: channel.tell })
  const wake = (): Promise<unknown> => {
    channel.open()
    return lease.hold(page)
  }
  const sleep = (): void => {
    lease.release()
    channel.close()
  }
  const unfollow = followCache(sleep, () => {
    const old = rename()
    void wake()
    void take(old).then(notify).then(read)
  })
  return {
    open: () => Promise.all([wake(), open()]),
    isWritten: () => memory.dirty.size === 0,
    shared: memory.area(SHARED),
    own: memory.area(OWN),
    onShared: subscribe,
    adopt,
    settled: writer.flush,
    close: async () => {
      await writer.flush()
      unfollow()
      sleep()
      close()
    },
  }
}
