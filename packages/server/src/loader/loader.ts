import type { Spool } from '../spool/spool.js'
import type { Store } from '../store/store.js'

/** Whether the loader gets on with its work. */
export type LoaderHealth =
  | { readonly kind: 'well' }
  | {
      readonly kind: 'failing'
      /** Milliseconds since 1970. */
      readonly since: number
      readonly code: string
    }

/** Moves reports from the spool to the store. */
export interface Loader {
  /** Begins to move; a second call changes nothing. */
  start(): void
  health(): LoaderHealth
  /** Moves all that waits now, and answers when it is queryable; rejects with CANDOR_STORE_UNAVAILABLE where the store fails. */
  flush(): Promise<void>
  /** Moves what waits, if the store works, and ends. */
  stop(): Promise<void>
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
