import type { Count } from '../core/diagnostics.js'
import type { DeviceStorage } from '../core/storage.js'
import { createPageStorage } from './storage/create-page-storage.js'

/** How long opening waits for the browser. */
const PATIENCE_MILLIS = 4000

/**
 * Opens what the browser keeps for a product: the IndexedDB database `candor.<product>`, read into memory. What the
 * browser refuses is counted as `storage-failed` and goes on in memory. Resolves after four seconds at the latest; a
 * database that opens later is written to from then on.
 */
export const openBrowserStorage = async (product: string, count: Count): Promise<DeviceStorage> => {
  const storage = createPageStorage(`candor.${product}`, count)
  await new Promise((resolve) => {
    const late = setTimeout(() => {
      count('storage-failed')
      resolve(late)
    }, PATIENCE_MILLIS)
    void storage
      .open()
      .then(() => clearTimeout(late))
      .then(resolve)
  })
  return storage
}
