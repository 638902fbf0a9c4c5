import type { Meeting, Settings } from './decide/context.js'

/** What `GET /v1/policy` answers: the settings that apply to a client of an organisation, and of a meeting's pool. */
export interface Policy {
  readonly product: string
  /** Counts up with each change of settings; a device never takes an older one for a newer one. */
  readonly revision: number
  /** The organisation and the pool that it is for; '' where none was asked for. */
  readonly org: string
  readonly pool: string
  /** The settings by control, then by source or scope. */
  readonly settings: Settings
  /** The pool and site that host the meeting, where one was asked for. */
  readonly meeting?: Meeting
}

/** The header of a policy's answer that holds the Ed25519 signature of the exact body, as base64url. */
export const POLICY_SIGNATURE_HEADER = 'candor-signature'
