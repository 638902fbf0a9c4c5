import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import type { Count } from '../core/diagnostics.js'
import { createListeners } from '../core/listeners.js'
import type { InstanceFiles } from './storage/instance-files.js'
import { everySecond } from './storage/every-second.js'
import { createOwnFiles } from './storage/own-files.js'
import { thisOwner } from './storage/owner.js'
import { createSharedFiles } from './storage/shared-files.js'
import { takeFiles, takeLeftFolders } from './storage/take-over.js'

/** Where a product's storage is on a device. */
export interface NodeStoragePlace {
  readonly product: string
  /** Made where it does not exist. Any number of processes and threads may use it at once. */
  readonly folder: string
}

/** Reports that an earlier release, one process at a time, kept among what is shared. */
const isOldReport = (key: string): boolean => /^(census|usage|error)\.(growing|waiting)\./.test(key)

/**
 * Opens what a device keeps for a product, at once: a folder with a file a key for what is shared, and a folder for each
 * instance below `instances/<product>`. Every write is with the operating system when the call returns, so that it
 * outlives a kill. What the disk refuses is counted as `storage-failed`, kept in memory and tried again.
 */
export const openInstanceFiles = ({ product, folder }: NodeStoragePlace, count: Count): InstanceFiles => {
  const { subscribe, notify } = createListeners(count)
  const ownPlace = { root: join(folder, 'instances', product), owner: thisOwner() }
  const prefix = `candor.${product}.`
  const shared = createSharedFiles({ folder, prefix, writer: randomUUID(), isForeign: isOldReport }, count)
  const own = createOwnFiles(ownPlace, count, () => queueMicrotask(notify))
  const retry = (): void => {
    shared.retry()
    own.retry()
  }
  const stop = everySecond(() => {
    retry()
    own.refresh()
    if (shared.refresh()) notify()
  })
  return {
    shared: shared.storage,
    own: own.storage,
    onShared: subscribe,
    adopt: async () => {
      const came = [...takeFiles(folder, prefix, isOldReport, own), ...takeLeftFolders(ownPlace, own)]
      return came.filter((key) => own.storage.get(key) !== undefined)
    },
    settled: async () => retry(),
    close: async () => {
      stop()
      shared.retry()
      own.close()
    },
  }
}
