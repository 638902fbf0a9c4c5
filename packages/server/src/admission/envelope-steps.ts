import { parseEnvelope, type DataCategory, type ParsedEnvelope } from '@candor/practices'
import type { AdmissionScope } from './admitted-version.js'
import type { Check, Checked } from './step.js'

/** What an envelope is judged by. */
export interface EnvelopeScope extends AdmissionScope {
  readonly category: DataCategory
}

type EnvelopeCheck = Check<ParsedEnvelope, EnvelopeScope>['run']

/** Reads a body as an envelope of its lane. */
export const readEnvelope = (body: unknown, { category }: EnvelopeScope): Checked<ParsedEnvelope> =>
  parseEnvelope(category, body)

/** Refuses practices that the service does not have. */
export const knownPractices: EnvelopeCheck = ({ practices }, { versions }) =>
  versions.has(practices) ? undefined : { code: 'CANDOR_PRACTICES_UNKNOWN', field: 'practices' }

/** Refuses a kind of client that the practices do not name. */
export const knownClient: EnvelopeCheck = ({ practices, client }, { versions }) =>
  versions.get(practices)?.product.practices.clients.includes(client) === true
    ? undefined
    : { code: 'CANDOR_ENVELOPE_MALFORMED', field: 'client' }
