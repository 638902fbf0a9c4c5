import type { PartHealth } from '../health/health-figures.js'
import type { Spool } from '../spool/spool.js'
import type { Store } from '../store/store.js'

/** Whether the loader gets on with its work; failing: since when a lane cannot be moved, the longest first. */
export type LoaderHealth = PartHealth

/** What the loader did since it was created. */
export interface LoaderFigures {
  readonly blocks: number
  readonly rows: number
  /** Tries that failed. */
  readonly failures: number
  /** When a block was last moved, or a look found nothing to move; milliseconds since 1970. */
  readonly lastSuccessMillis: number
}

/** Moves reports from the spool to the store. */
export interface Loader {
  /** Begins to move; a second call changes nothing. */
  start(): void
  health(): LoaderHealth
  figures(): LoaderFigures
  /** Moves all that waits now, and answers when it is queryable; rejects with CANDOR_STORE_UNAVAILABLE where the store fails. */
  flush(): Promise<void>
  /** Runs a work between two passes: what waits stays where it is meanwhile. */
  pause<T>(work: () => Promise<T>): Promise<T>
  /**
   * Moves what waits, if the store works, and ends; after the time given no further block is begun. What did not move
   * is in the spool, and moves after the next start. Default: no bound.
   */
  stop(withinMillis?: number): Promise<void>
}

/** What a loader works with. */
export interface LoaderOptions {
  readonly spool: Spool
  readonly store: Pick<Store, 'insert'>
  /** Reports a block. Default 200 000. */
  readonly maxBlockRows?: number
  /** Milliseconds between looks at the spool. Default 1 000. */
  readonly intervalMillis?: number
  /** The clock. Default Date.now. */
  readonly now?: () => number
}
