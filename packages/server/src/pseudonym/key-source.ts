import type { KeyObject } from 'node:crypto'
import type { PartHealth } from '../health/health-figures.js'

/** The secrets of one epoch. Destroying them makes the epoch's pseudonyms unlinkable for good. */
export interface Epoch {
  /** Counts up from 1. */
  readonly id: number
  readonly censusPepper: KeyObject
  readonly errorPepper: KeyObject
}

/** What may be told of an epoch: never its secrets. */
export interface EpochFacts {
  readonly id: number
  /** current: new pseudonyms are made with it. living: its pseudonyms can still be found by a raw id. destroyed: they cannot. */
  readonly state: 'current' | 'living' | 'destroyed'
  /** Milliseconds since 1970; unknown for an epoch of a keyring that was made before times were kept. */
  readonly createdMillis?: number
  /** Milliseconds since 1970. */
  readonly destroyedMillis?: number
}

/**
 * Where the keys of pseudonyms come from. A file implements it; a key service can: it unwraps the peppers when it is
 * opened and after each change, and hands them over as keys in memory, since a call to it for each report would be too slow.
 * `current` and `living` answer from memory, and follow what another process changes within seconds.
 */
export interface KeySource {
  /** The epoch that new pseudonyms are made with. */
  current(): Epoch
  /** The epochs whose keys are there, the current one first, then the newest. */
  living(): readonly Epoch[]
  /** Every epoch there ever was, the oldest first. */
  epochs(): readonly EpochFacts[]
  /** Makes a new epoch the current one, durably. */
  rotate(nowMillis: number): Promise<EpochFacts>
  /** Destroys an epoch's keys for good, durably. Throws CANDOR_EPOCH_REFUSED where it is the current one, unknown, or destroyed already. */
  destroy(id: number, nowMillis: number): Promise<EpochFacts>
  /** Reads at once what another process changed; where that cannot be used, nothing changes but the health. */
  reload(): void
  /** failing: a change could not be read since then; the keys from before it stay in use. */
  health(): PartHealth
  /** Stops following changes. */
  close(): void
}
