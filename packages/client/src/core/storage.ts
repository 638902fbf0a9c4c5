/** Texts by key. It never throws: what cannot be kept is held in memory, and counted as `storage-failed`. */
export interface KeyValueStorage {
  readonly get: (key: string) => string | undefined
  readonly set: (key: string, value: string) => void
  readonly remove: (key: string) => void
  readonly keys: () => readonly string[]
}

/** wait: until nobody holds it; if-free: not at all where somebody does. */
export type LockMode = 'wait' | 'if-free'

/**
 * What a device keeps for a product, as one running app (an instance: a tab, a process) sees it. Reading is from memory
 * and immediate; what is changed in one turn reaches the disk together, in order and soon.
 */
export interface DeviceStorage extends KeyValueStorage {
  /**
   * Runs something that changes entries by what they are, as one step: nobody sees half of it. It is run at once, and again
   * on what is there then, where another instance was faster; so it only reads, sets and removes entries.
   */
  readonly change: (run: () => void) => void
  /**
   * While the instance is being left: the keys whose last change before that may not count, since another instance may have been
   * faster. What it changes from then on counts as it is, whatever another one wrote, so it changes only what is its own.
   * Undefined while it goes on; missing where changes always count.
   */
  readonly unsure?: () => ReadonlySet<string> | undefined
  /** Calls back within a second when another instance may have changed something. Returns the way to stop that. */
  readonly onChange: (listener: () => void) => () => void
  /**
   * Runs something while no other instance holds the lock of a name, and lets go when it resolves or the instance ends,
   * whatever ends it, or waits for a minute. With if-free all that the one before wrote has been read. It does not reject.
   */
  readonly lock: (name: string, run: () => Promise<unknown>, mode: LockMode) => Promise<unknown>
  /** Resolves when all that was changed is on the disk, on top of what others changed. */
  readonly settled: () => Promise<void>
  /** Writes what is left. */
  readonly close: () => Promise<void>
}

const REPORTS_AND_LOGS = /^(?:census|usage|error|session|sent|dropped)\./

/** Whether a key is of what was recorded and became of it, and not of the device and its users. */
export const isRecord = (key: string): boolean => REPORTS_AND_LOGS.test(key)
