import type { DataCategory, ErrorCode, ReportId } from '@candor/practices'

/** Refused reports that are alike: what their owner has to mend. Nothing in it says whose they are. */
export interface QuarantineGroup {
  readonly product: string
  readonly category: DataCategory
  readonly code: ErrorCode
  /** The version of the product's practices that they name; 0 where it is not a version of them. */
  readonly practicesVersion: number
  /** The kind of client; empty where no practices name it. */
  readonly client: string
  /** The operating system; empty where it is none that is known here. */
  readonly os: string
  /** The data type at fault; empty where none is, or where its name has not a name's form. */
  readonly dataType: string
}

/** What a value is, without what it says. */
export type ShapeKind = 'null' | 'truth' | 'whole-number' | 'number' | 'text' | 'list' | 'object'

/** A field of a report: its name where it has a name's form, what it is, and how large. */
export interface ShapeField {
  readonly name?: string
  readonly kind: ShapeKind
  /** Characters of a text, entries of a list or an object. */
  readonly size?: number
}

/** A report without what it says. At most 64 fields each. */
export interface ReportShape {
  /** The report itself. */
  readonly fields: readonly ShapeField[]
  /** Its data. */
  readonly data: readonly ShapeField[]
}

/** What is kept of a census or usage report to admit it later: plain values alone, no identifier but its random id. */
export interface KeptReport {
  readonly id: ReportId
  readonly fromMillis: number
  readonly toMillis: number
  readonly data: Readonly<Record<string, unknown>>
  /** A registered name with a dot; never in census. */
  readonly org?: string
  readonly pool?: string
}

/** What a request adds to a group. */
export interface QuarantineNote {
  readonly group: QuarantineGroup
  readonly count: number
  /** Milliseconds since 1970, in the lane's precision. */
  readonly seenMillis: number
  readonly shape: ReportShape
  readonly kept: readonly KeptReport[]
}

/** A group as it is kept. */
export interface GroupRecord {
  readonly group: QuarantineGroup
  readonly count: number
  /** Milliseconds since 1970, in the lane's precision. */
  readonly firstSeenMillis: number
  /** Milliseconds since 1970, in the lane's precision. */
  readonly lastSeenMillis: number
  /** One report's shape. */
  readonly sample: ReportShape
  /** Reports that are kept to be admitted later. */
  readonly kept: number
  readonly bytes: number
}

/** What a product's quarantine holds, and what it dropped to stay within its bounds. */
export interface QuarantineTotals {
  readonly groups: number
  readonly bytes: number
  readonly droppedGroups: number
  /** Reports that were kept in dropped groups. */
  readonly droppedKept: number
}

/** The most groups of a product. */
export const MOST_GROUPS = 256

/** The most bytes of a product: samples and kept reports. */
export const MOST_BYTES = 4_194_304

/** The most reports that are kept in one group. */
export const MOST_KEPT = 100

/** A group's key; keys of one product lie together. */
export const groupKey = (group: QuarantineGroup): string => {
  const { product, category, code, practicesVersion, client, os, dataType } = group
  return [product, category, code, practicesVersion, client, os, dataType].join('\n')
}

/** The range of keys that begin with a text and a line feed. */
export const keysUnder = (start: string) => ({ start: `${start}\n`, end: `${start}\n\uFFFF` })
