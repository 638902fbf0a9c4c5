import type { LimitOptions } from '../admission/limits.js'
import type { ServedProduct } from '../options.js'

/** What a collector process needs to begin. */
export interface WorkerSetup {
  readonly dataFolder: string
  /** Where the control plane is. */
  readonly control: string
  readonly products: readonly ServedProduct[]
  /** They hold in each collector process on its own. */
  readonly limits: LimitOptions
  readonly trustedProxies: readonly string[]
  readonly host: string
  /** Shared by all collector processes; 0 takes a free one. */
  readonly port: number
  /** The socket of the main process, which answers all that is not ingest. */
  readonly mainSocket: string
}

/** What the main process says to a collector process. */
export type ToWorker =
  | { readonly kind: 'begin'; readonly setup: WorkerSetup }
  /** Settings, keys or erasures changed. */
  | { readonly kind: 'refresh'; readonly number: number }
  | { readonly kind: 'drain' }

/** What a collector process says to the main one. */
export type FromWorker =
  /** It listens to what it is told; what was said before is lost. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'serves' }
  /** The change counts for all that is admitted from now on, and what was admitted before is durable. */
  | { readonly kind: 'refreshed'; readonly number: number }
  | { readonly kind: 'failed'; readonly code: string; readonly text: string }
