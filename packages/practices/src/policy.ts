import type { Meeting, Settings } from './decide/context.js'

/** What `GET /v1/policy` answers: the settings that apply to a client of an organisation, and of a meeting's pool. */
export interface Policy {
  readonly product: string
  /** The settings by control, then by source or scope. */
  readonly settings: Settings
  /** The pool and site that host the meeting, where one was asked for. */
  readonly meeting?: Meeting
}
