import type { KeyValueStorage } from '../../core/storage.js'

/** What a device keeps for a product, as one process or thread (an instance) sees it. */
export interface InstanceFiles {
  /** What all instances share. The last writer wins. */
  readonly shared: KeyValueStorage
  /**
   * This instance's alone while it lives. Where another took it over all the same (a process that was stopped for a day),
   * its keys are gone from `get` and `keys`, and setting or removing them does nothing: the other sends them.
   */
  readonly own: KeyValueStorage
  /** Calls back when another instance changed something shared, or took what was this one's own. Returns the way to stop that. */
  readonly onShared: (listener: () => void) => () => void
  /**
   * Takes over what instances that have ended or were killed left behind: in one step it becomes this instance's own,
   * and no other's. Resolves to the keys that came; it is done when this returns.
   */
  readonly adopt: () => Promise<readonly string[]>
  /** Writes again what could not be written. */
  readonly settled: () => Promise<void>
  /** Writes what is left and lets others take over. */
  readonly close: () => Promise<void>
}
