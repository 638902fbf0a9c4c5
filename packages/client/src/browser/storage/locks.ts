import type { DeviceStorage } from '../../core/storage.js'

/** How long another page is waited for, in milliseconds: it may have been stopped by the browser. */
const PATIENCE_MILLIS = 60_000
/** How long the last writes of a page that has just ended may take to reach the database. */
const LAST_WRITES_MILLIS = 300

/**
 * Web Locks, which the browser ends with the page, whatever ends that. In a page from http, which has none, whoever waits
 * goes on at once, and nobody knows what is free.
 */
export const createLocks = (prefix: string, read: () => Promise<void>): DeviceStorage['lock'] => {
  const { locks } = navigator as { readonly locks?: LockManager }
  return async (name, run, mode) => {
    let isFree = mode === 'wait'
    try {
      const wish = isFree ? { signal: AbortSignal.timeout(PATIENCE_MILLIS) } : { ifAvailable: true }
      await locks?.request(prefix + name, wish, async (lock) => {
        const isMine = isFree
        isFree = false
        if (!lock) return
        if (!isMine) {
          await new Promise((resolve) => setTimeout(resolve, LAST_WRITES_MILLIS))
          await read()
        }
        await run()
      })
    } catch {
      // A frame in a sandbox has none either, and one that waits too long goes on without.
    }
    if (isFree) await run()
  }
}
