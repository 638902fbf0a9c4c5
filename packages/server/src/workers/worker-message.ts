import type { ErrorCode, ErrorFacts } from '@candor/practices'
import type { LimitOptions, Spent } from '../admission/limits.js'
import type { TlsFiles } from '../http/tls.js'
import type { Metric } from '../operation/metrics-text.js'
import type { ServedProduct } from '../options.js'

/** What a collector process needs to begin. */
export interface WorkerSetup {
  readonly dataFolder: string
  /** Where the control plane is. */
  readonly control: string
  readonly products: readonly ServedProduct[]
  /** Rates and quotas are those of all processes together; sizes are this one's part. */
  readonly limits: LimitOptions
  /** What was taken of today's quotas before the process began. */
  readonly spent: readonly Spent[]
  /** The time that the main process believes: milliseconds since 1970. */
  readonly believedMillis: number
  /** This one's part. */
  readonly maxConnections: number
  readonly tls: TlsFiles | undefined
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
  /** What the other processes took of the limits. */
  | { readonly kind: 'spent'; readonly spent: readonly Spent[] }
  /** The certificate changed. */
  | { readonly kind: 'reload' }
  /** A person confirmed the machine's clock. */
  | { readonly kind: 'confirm-clock' }
  | { readonly kind: 'drain' }

/** What a collector process says to the main one. */
export type FromWorker =
  /** It listens to what it is told; what was said before is lost. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'serves' }
  /** The change counts for all that is admitted from now on, and what was admitted before is durable. */
  | { readonly kind: 'refreshed'; readonly number: number }
  /** What it took of the limits since it last said so, and its figures since it began. */
  | { readonly kind: 'took'; readonly spent: readonly Spent[]; readonly metrics: readonly Metric[] }
  /** Without the failure's message, which may hold personal data. */
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly facts: ErrorFacts }
