import type { DataCategory } from '@candor/practices'

/** The service's signed proof of an erasure, as it came. `candor receipt verify` checks it offline. */
export interface ErasureReceipt {
  readonly v: 1
  readonly kind: 'erasure'
  readonly category: DataCategory
  /** How many reports were erased. */
  readonly erased: number
  readonly signature: string
  readonly [part: string]: unknown
}

/** Why a request came to nothing. */
export type SubjectFault =
  /** No answer came. Asking again is safe: an erasure counts once. */
  | { readonly kind: 'unreachable' }
  /** The service declined; `code` is one of its coded errors, where it gave one. */
  | { readonly kind: 'declined'; readonly status: number; readonly code: string | undefined }
  /** What came back is not of the service's form. */
  | { readonly kind: 'unreadable' }

/** Where there was nobody or nothing to ask about. */
export type NothingToAsk =
  /** The app has no endpoint, so nothing was ever sent. */
  | { readonly kind: 'no-service' }
  /** This device knows of no report that the service has. */
  | { readonly kind: 'nothing-known' }

/** What became of asking for an erasure. */
export type ErasureOutcome =
  | NothingToAsk
  | { readonly kind: 'erased'; readonly erased: number; readonly receipts: readonly ErasureReceipt[] }
  /** Accepted and not done yet: `requests` are looked at again with `followErasure`. */
  | {
      readonly kind: 'under-way'
      readonly requests: readonly string[]
      readonly receipts: readonly ErasureReceipt[]
    }
  | {
      readonly kind: 'failed'
      readonly fault: SubjectFault
      readonly requests: readonly string[]
      readonly receipts: readonly ErasureReceipt[]
    }

/** What the service holds of a report, by data type, readable. */
export type HeldRow = Readonly<Record<string, unknown>>

/** What became of asking what the service holds. */
export type AccessOutcome =
  | NothingToAsk
  | { readonly kind: 'held'; readonly rows: readonly HeldRow[] }
  | { readonly kind: 'failed'; readonly fault: SubjectFault }
