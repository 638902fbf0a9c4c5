import type { DataTypeKind } from '@candor/practices'

import { identifier } from '../store/identifiers.js'
import { typesOfKinds } from './lane-types.js'
import type { CountedLane } from './plan-cells.js'
import { halfOf, type Read } from './sql.js'

/** Samples of a group that are shown at most, the latest ones. */
const MOST_SAMPLES = 10

/** What a sample tells: no user, address or organisation. */
const SAMPLE_KINDS = [
  'exception',
  'text',
  'enumeration',
  'name',
  'version',
  'language',
  'count',
  'duration',
  'log',
  'measurements',
  'attributes',
] as const satisfies readonly DataTypeKind[]

/** The data types that samples of a product's errors tell of. */
export const sampleTypes = ({ practices }: Pick<CountedLane, 'practices'>) =>
  typesOfKinds(practices, 'error', SAMPLE_KINDS).map(({ name, type }) => ({ name, kind: type.kind }))

/** One row: users: how many met a group of errors, as far as it is kept. */
export const planSampleUsers = ({ practices, source }: CountedLane, fingerprint: string): Read => {
  const [user] = typesOfKinds(practices, 'error', ['service-hashed-user-id'])
  const half = halfOf(user?.name ?? 'report_id')
  return {
    sql: `SELECT uniqExactIf(${half}, ${half} != 0) AS users FROM ${source.stored} WHERE error_fingerprint = {fingerprint:String}`,
    parameters: { fingerprint },
  }
}

/** Rows, the latest first: at (ISO 8601), client_kind, client_os, practices_version, and the columns of the data types. */
export const planSamples = (lane: CountedLane, fingerprint: string): Read => {
  const columns = sampleTypes(lane).flatMap(({ name, kind }) =>
    kind === 'exception' ? ['type', 'message', 'stack'].map((part) => `${name}_${part}`) : [name],
  )
  return {
    sql:
      `SELECT formatDateTime(covers_from, '%Y-%m-%dT%H:%i:%SZ', 'UTC') AS at, client_kind, client_os, practices_version, ` +
      `${columns.map(identifier).join(', ')} FROM ${lane.source.once} ` +
      `WHERE error_fingerprint = {fingerprint:String} ORDER BY covers_from DESC, report_id LIMIT ${MOST_SAMPLES}`,
    parameters: { fingerprint },
  }
}
