/** Texts by key. It never throws: what cannot be kept is held in memory, and counted as `storage-failed`. */
export interface KeyValueStorage {
  readonly get: (key: string) => string | undefined
  readonly set: (key: string, value: string) => void
  readonly remove: (key: string) => void
  readonly keys: () => readonly string[]
}

/**
 * What a device keeps for a product, as one running app (an instance: a tab, a process) sees it. Reading is from memory
 * and immediate; what is written in one turn reaches the disk together, in order and soon.
 */
export interface DeviceStorage {
  /** What all instances share: the device's id, first hashes, consents, policies. The last writer wins. */
  readonly shared: KeyValueStorage
  /**
   * This instance's alone while it lives: its reports and logs. Every key holds a random id, so that the keys of two
   * instances never meet. Where another took it over all the same (a page in the back/forward cache, a process that was
   * stopped for a day), its keys are gone from `get` and `keys`, and setting or removing them does nothing: the other
   * sends them. So look with `get` before adding to what was kept.
   */
  readonly own: KeyValueStorage
  /**
   * Calls back when another instance may have changed something shared, or took over or gave back what was this one's
   * own, within a second. Returns the way to stop that.
   */
  readonly onShared: (listener: () => void) => () => void
  /**
   * Takes over what instances that have ended or were killed left behind: in one step it becomes this instance's own,
   * and no other's. Resolves to the keys that came.
   */
  readonly adopt: () => Promise<readonly string[]>
  /** Resolves when all that was written is on the disk. */
  readonly settled: () => Promise<void>
  /** Writes what is left and lets others take over. */
  readonly close: () => Promise<void>
}
