import type { Count } from '../../core/diagnostics.js'
import { createListeners } from '../../core/listeners.js'
import type { DeviceStorage } from '../../core/storage.js'
import { createChannel } from './channel.js'
import { createConnection } from './connection.js'
import { followCache } from './follow-cache.js'
import { createLease } from './lease.js'
import { createMemory, OWN, SHARED } from './memory.js'
import { createPageName } from './page-name.js'
import { createSharedReader } from './shared-reader.js'
import { createTakeOver } from './take-over.js'
import { createWriter, type Writer } from './write-behind.js'

/** The storage of a page, empty until it is opened. */
export interface PageStorage extends DeviceStorage {
  readonly open: () => Promise<unknown>
}

/** Makes the storage of a page from its parts. */
export const createPageStorage = (name: string, count: Count): PageStorage => {
  const { subscribe, notify } = createListeners(count)
  const memory = createMemory(() => writer.touched())
  const { open, run, close } = createConnection(name, count, () => read().then(writer.flush))
  const lease = createLease(`${name}.`)
  const page = createPageName(memory)
  const lost = (): void => {
    page.change()
    void lease.hold(page.get())
    notify()
  }
  const channel = createChannel(name, (taken) => {
    if (!taken) void read()
    else if (taken === page.get()) lost()
  })
  const sharedKept = (): void => channel.tell('')
  const parts = { run, memory, lease, page: page.get }
  const writer: Writer = createWriter({ ...parts, sharedKept, lost })
  const read = createSharedReader({ ...parts, changes: writer.changes, notify })
  const { take, adopt } = createTakeOver({ ...parts, took: channel.tell })
  const wake = (): Promise<unknown> => {
    channel.open()
    return lease.hold(page.get())
  }
  const sleep = (): void => {
    lease.release()
    channel.close()
  }
  const unfollow = followCache(sleep, () => {
    const old = page.change()
    void wake()
    void take(old).then(read)
  })
  return {
    open: () => Promise.all([wake(), open()]),
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
