import type { DataCategory, DecisionBasis, ReportId } from '@candor/practices'

/** A report that admission let through; its user ids are pseudonyms already, nothing in it is a raw identifier. */
export interface AdmittedReport {
  readonly id: ReportId
  /** Milliseconds since 1970, in the lane's precision. */
  readonly fromMillis: number
  /** Milliseconds since 1970, in the lane's precision. */
  readonly toMillis: number
  readonly data: Readonly<Record<string, unknown>>
  readonly decision?: DecisionBasis
}

/** Says of a report whether it is one of those that are looked for. */
export type ReportMatch = (report: AdmittedReport) => boolean

/** The admitted reports of one request, as they wait between admission and the store. */
export interface SpoolEntry {
  readonly product: string
  readonly category: DataCategory
  readonly practicesVersion: number
  readonly client: string
  readonly os: string
  /** The registered name of the organisation; never in census. */
  readonly org?: string
  /** The pool that hosts the meeting; never in census. */
  readonly pool?: string
  /** The epoch that its pseudonyms were made in; never in usage, which has none. */
  readonly keyEpoch?: number
  /** Milliseconds since 1970, already rounded down to the lane's precision. */
  readonly receivedMillis: number
  readonly reports: readonly AdmittedReport[]
}

/** The outcomes of one request that admission decided. */
export interface Tally {
  /** Reports in the request: those of the entry and the refused ones. */
  readonly received: number
  /** Refused reports by code. */
  readonly refused: Readonly<Record<string, number>>
}

/** A product's lane: what has its own list, counters and table. */
export interface Lane {
  readonly product: string
  readonly category: DataCategory
}

/** What the spool says of an appended report: new, or one it remembers. */
export type AppendOutcome = 'admitted' | 'duplicate'
