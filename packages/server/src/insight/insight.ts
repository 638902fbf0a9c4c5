import type { Localised, Practices } from '@candor/practices'

/** What is asked of a lane. */
export interface Question {
  /** Days, the last one being today (UTC). 1 to 400; else CANDOR_QUERY_REFUSED. */
  readonly days: number
  /** Milliseconds since 1970. */
  readonly nowMillis: number
}

/** What is asked of census. */
export interface CensusQuestion extends Question {
  /** The data type to group by: a name, version, language, enumeration or organisation. Default: the lane's first name. */
  readonly by?: string
}

/** A value per day; null where it is under the group minimum. */
export type DaySeries = readonly (number | null)[]

/** A group of census reports. */
export interface CensusGroup {
  readonly value: string
  readonly reports: DaySeries
  readonly devices: DaySeries
  readonly totalReports: number
  readonly totalDevices: number
}

/** The answer of /api/insights/census. */
export interface CensusInsight {
  readonly product: string
  readonly category: 'census'
  readonly days: readonly string[]
  readonly groupMinimum: number
  readonly by: { readonly dataType: string; readonly label: Localised }
  readonly groups: readonly CensusGroup[]
  readonly suppressedGroups: number
  readonly totals: {
    readonly reports: number | null
    readonly devices: number | null
    readonly users: number | null
    /** Epochs of the keyring that the users' pseudonyms are of. In each epoch a person is another user, and is counted anew. */
    readonly userEpochs: number
    readonly counts: readonly {
      readonly dataType: string
      readonly label: Localised
      readonly total: number | null
    }[]
  }
}

/** The answer of /api/insights/usage. */
export interface UsageInsight {
  readonly product: string
  readonly category: 'usage'
  readonly days: readonly string[]
  readonly series: readonly {
    readonly dataType: string
    readonly label: Localised
    readonly unit: '' | 'minute' | 'second'
    readonly values: readonly number[]
    readonly total: number
  }[]
  /** How many values fell into each bucket of each distribution, over all days. */
  readonly distributions: readonly {
    readonly dataType: string
    readonly label: Localised
    readonly unit: string
    /** In the order of the bounds; `from` is the lower bound. */
    readonly buckets: readonly { readonly from: number; readonly count: number }[]
    readonly total: number
  }[]
  readonly reports: readonly number[]
}

/** A group of errors that have the same cause, as far as their stacks say. */
export interface ErrorGroup {
  readonly fingerprint: string
  readonly type: string
  /** Function and file:line of the top in-app frame. */
  readonly place: string
  readonly code: string
  readonly reports: number
  readonly affectedUsers: number
  readonly firstDay: string
  readonly lastDay: string
  readonly values: DaySeries
}

/** The answer of /api/insights/error. */
export interface ErrorInsight {
  readonly product: string
  readonly category: 'error'
  readonly days: readonly string[]
  readonly groupMinimum: number
  readonly groups: readonly ErrorGroup[]
  readonly suppressedGroups: number
  /** Epochs of the keyring that the users' pseudonyms are of. In each epoch a person is another user, and is counted anew. */
  readonly userEpochs: number
  readonly reports: readonly number[]
}

/** Devices of a kind of client; null where they are fewer than the group minimum. */
export interface ClientDevices {
  readonly client: string
  readonly devices: number | null
}

/** Aggregated views of a product's lanes, small groups suppressed. */
export interface Insight {
  census(practices: Practices, question: CensusQuestion): Promise<CensusInsight>
  usage(practices: Practices, question: Question): Promise<UsageInsight>
  error(practices: Practices, question: Question): Promise<ErrorInsight>
  /** Distinct devices that reported census from each of the kinds of client. */
  clients(practices: Practices, question: Question): Promise<readonly ClientDevices[]>
  /** Groups of fewer are not shown. */
  readonly groupMinimum: number
}
