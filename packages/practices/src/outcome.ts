import type { ErrorCode } from './errors.js'
import type { ReportId } from './ids.js'

/** A refused report as the answer names it. */
export interface Refusal {
  /** The report's id, where it has a readable one. */
  readonly id?: ReportId
  readonly code: ErrorCode
  /** The data type at fault, where one is. */
  readonly dataType?: string
}

/** What becomes of a report: exactly one of these. */
export type Outcome =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** The answer to a request: how many were accepted, how many were known already, and which were refused and why. */
export interface IngestAnswer {
  readonly accepted: number
  readonly duplicate: number
  readonly refused: readonly Refusal[]
}
