import type { DecisionBasis } from '@candor/practices'

/** The values of a report by data type, already validated. */
export type Data = Record<string, unknown>

/** What an envelope says of all its reports. In census neither organisation nor pool exist. */
export interface EnvelopeHead {
  /** product@version. */
  readonly practices: string
  readonly client: string
  readonly os: string
  readonly org?: string | undefined
  readonly pool?: string | undefined
}

/** What a decision about a report depends on, besides the settings. */
export interface Circumstances {
  readonly head: EnvelopeHead
  /** The site that hosts the meeting; never sent. */
  readonly site?: string | undefined
  /** The local key of the user it is about; never sent. In usage only where a user's own choice governs it. */
  readonly user?: string | undefined
}

/** What reports have in common that are put together: where and for whom they were recorded. */
export const originOf = ({ head, site, user }: Circumstances): string => JSON.stringify([head, site, user])

/** A report as the device keeps it: still growing, or waiting to be sent. */
export interface KeptReport extends Circumstances {
  /** Made when the report begins, so that one that is ended twice, before and after a kill, still counts once. */
  readonly id: string
  /** Milliseconds since 1970. */
  readonly fromMillis: number
  /** Milliseconds since 1970, of the last thing recorded. */
  readonly toMillis: number
  readonly data: Data
  readonly decision?: DecisionBasis | undefined
  /**
   * Who adds to it while it grows, until a note says that they left; undefined: it is a rest, for whoever is next. Nobody else
   * adds, since an app that ends may have sent it, and what is added under an id that the service has is lost. Anybody may end it.
   */
  readonly by?: string | undefined
}

/** A report and where it is kept. */
export interface Stored {
  readonly key: string
  /** The report as it is kept. */
  readonly text: string
  readonly report: KeptReport
}
