import type { DataCategory } from './category.js'
import type { ReportId } from './ids.js'
import type { DevicePractices, LaneData } from './practices.js'

/** The decision that a report was made under, as it travels: which control decided, and where its setting stands. */
export interface DecisionBasis {
  readonly control: string
  readonly source: string
  readonly detail?: string
}

interface ReportBase<C extends DataCategory, P extends DevicePractices> {
  readonly id: ReportId
  /** The start of what it covers, in the lane's precision. */
  readonly from: string
  /** The end of what it covers, in the lane's precision; in errors the instant itself. */
  readonly to: string
  readonly data: LaneData<P, C>
}

/** One lane's accumulated data for an interval, or one error. A census report names no decision: none could change it. */
export type Report<C extends DataCategory, P extends DevicePractices = DevicePractices> = C extends 'census'
  ? ReportBase<C, P>
  : ReportBase<C, P> & { readonly decision?: DecisionBasis }

interface EnvelopeBase<C extends DataCategory, P extends DevicePractices> {
  readonly v: 1
  /** The practices the reports were made under: product@version. */
  readonly practices: string
  /** desktop, mobile, web, meetings-app, join-launcher, or what the practices name. */
  readonly client: string
  /** Windows, macOS, Linux, iOS, Android or another name. */
  readonly os: string
  readonly reports: readonly Report<C, P>[]
}

/** Where the reports come from; no such thing exists in the census lane. */
export interface Origin {
  /** The registered name of the organisation. */
  readonly org?: string
  /** The pool that hosts the meeting. */
  readonly pool?: string
}

/** One request body of a lane. */
export type Envelope<C extends DataCategory, P extends DevicePractices = DevicePractices> = C extends 'census'
  ? EnvelopeBase<C, P>
  : EnvelopeBase<C, P> & Origin
