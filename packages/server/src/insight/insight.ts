import type { DataCategory, Localised, Practices } from '@candor/practices'

import type { PeriodKind, Question } from './periods.js'

/** What is asked of a lane's insights. */
export interface InsightQuestion extends Question {
  /** The dimension to group by. Default: census: the first name of the data types; usage: client; error: the group of errors. */
  readonly by?: string
  /** Conditions such as `OSName:Windows`, at most 5. Default: none. */
  readonly where?: readonly string[]
}

/** A value per period; null where there is none, or too few stand behind it. */
export type Series = readonly (number | null)[]

/** What figures can be grouped and filtered by. */
export interface NamedDimension {
  readonly id: string
  readonly label: Localised
}

/** What the answers of all lanes have. */
export interface InsightHead<C extends DataCategory> {
  readonly product: string
  readonly category: C
  readonly period: PeriodKind
  /** The first day of each period, the oldest first; the last one is going on. */
  readonly periods: readonly string[]
  /** When the figures were counted, as ISO 8601. */
  readonly asOf: string
  /** Fewer are not shown. */
  readonly groupMinimum: number
  readonly dimensions: readonly NamedDimension[]
  readonly by: NamedDimension
  readonly where: readonly { readonly id: string; readonly value: string }[]
  /** Groups that there are beyond those answered, which are the largest. */
  readonly moreGroups: number
}

/** A group of devices. Each counts once in a period, with what it reported last. */
export interface CensusGroup {
  readonly value: string
  readonly devices: Series
  readonly reports: Series
  /** A series for each count of the totals, in their order. */
  readonly counts: readonly Series[]
}

/** A count or duration by period. */
export interface CountSeries {
  readonly dataType: string
  readonly label: Localised
  readonly values: Series
}

/** The answer of /api/insights/census. */
export interface CensusInsight extends InsightHead<'census'> {
  readonly groups: readonly CensusGroup[]
  /** Devices whose value is not shown, since too few have it. */
  readonly notShown: { readonly devices: readonly number[] }
  readonly totals: {
    readonly devices: Series
    /** Those that reported nothing before the period. */
    readonly newDevices: Series
    /** Distinct users; without conditions only. */
    readonly users: Series
    readonly reports: Series
    readonly counts: readonly CountSeries[]
  }
  /** Epochs of the keyring that the users' pseudonyms of one period are of, at most. In each epoch a person is another user, and is counted anew. */
  readonly userEpochs: number
}

/** A count or duration of usage by period. */
export interface UsageSeries extends CountSeries {
  readonly unit: '' | 'minute' | 'second'
}

/** The answer of /api/insights/usage. Usage knows neither devices nor users: it counts reports. */
export interface UsageInsight extends InsightHead<'usage'> {
  readonly reports: Series
  readonly series: readonly UsageSeries[]
  readonly groups: readonly {
    readonly value: string
    readonly reports: Series
    /** In the order of `series`. */
    readonly series: readonly Series[]
  }[]
  readonly notShown: { readonly reports: readonly number[] }
  /** Labelled counts, the most frequent words first; without conditions only. */
  readonly features: readonly {
    readonly dataType: string
    readonly label: Localised
    readonly values: readonly { readonly value: string; readonly counts: Series }[]
  }[]
  /** How many values fell into each bucket of each distribution, over all periods; without conditions only. */
  readonly distributions: readonly Distribution[]
}

/** How many values fell into which range. */
export interface Distribution {
  readonly dataType: string
  readonly label: Localised
  readonly unit: string
  /** In the order of the bounds; `from` is the lower bound. */
  readonly buckets: readonly { readonly from: number; readonly count: number }[]
  readonly total: number
}

/** How a group of errors stands: regressed is one that was resolved and came again on a later day. */
export const ERROR_GROUP_STATES = ['open', 'resolved', 'regressed', 'ignored'] as const

/** How a group of errors stands. */
export type ErrorGroupState = (typeof ERROR_GROUP_STATES)[number]

/** A group of errors that have the same cause, as far as their stacks say; or of reports that have the same value of another dimension. */
export interface ErrorGroup {
  /** The fingerprint, or the value. */
  readonly value: string
  /** What a group of errors is known by; empty for other groups. */
  readonly type: string
  /** Function and file:line of the top in-app frame. */
  readonly place: string
  readonly code: string
  /** Distinct users over all periods; groups of errors only, without conditions. */
  readonly affectedUsers: number | null
  /** The days of its first and last report that are kept; groups of errors only. */
  readonly firstDay: string | null
  readonly lastDay: string | null
  /** What people said of it; open for other groups. */
  readonly state: ErrorGroupState
  readonly reports: Series
}

/** The answer of /api/insights/error. */
export interface ErrorInsight extends InsightHead<'error'> {
  readonly reports: Series
  /** Measurements, over all periods; without conditions only. Ranges are as wide as it takes for enough users to stand behind each. */
  readonly distributions: readonly Distribution[]
  readonly groups: readonly ErrorGroup[]
  /** Epochs of the keyring that the users' pseudonyms are of. In each epoch a person is another user, and is counted anew. */
  readonly userEpochs: number
}

/** A report of a group of errors, without who sent it. */
export interface ErrorSample {
  /** When it happened, as ISO 8601. */
  readonly at: string
  readonly client: string
  readonly os: string
  readonly practicesVersion: number
  /** By data type; those that name a user, an address or an organisation are left out. */
  readonly data: Readonly<Record<string, unknown>>
}

/** Devices of a kind of client; null where they are fewer than the group minimum. */
export interface ClientDevices {
  readonly client: string
  readonly devices: number | null
}

/** Aggregated views of a product's lanes, small groups suppressed. */
export interface Insight {
  census(practices: Practices, question: InsightQuestion): Promise<CensusInsight>
  usage(practices: Practices, question: InsightQuestion): Promise<UsageInsight>
  error(practices: Practices, question: InsightQuestion): Promise<ErrorInsight>
  /** The latest reports of a group of errors; undefined where too few users met it. */
  samples(practices: Practices, fingerprint: string): Promise<readonly ErrorSample[] | undefined>
  /** Distinct devices that reported census in all the periods from each of the kinds of client. */
  clients(practices: Practices, question: Question): Promise<readonly ClientDevices[]>
  /** Counts anew what pages ask for first, where it has changed, and whatever else was counted before. */
  count(practices: Practices): Promise<void>
  /** Groups of fewer are not shown. */
  readonly groupMinimum: number
}
