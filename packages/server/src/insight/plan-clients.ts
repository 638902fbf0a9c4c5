import type { Practices } from '@candor/practices'
import type { LaneSource } from '../store/store.js'
import { typesOfKinds } from './lane-types.js'
import type { Period } from './periods.js'
import { halfOf, type Read } from './sql.js'
import { WITHIN_DAYS } from './window.js'

/** Plans the count of distinct devices by kind of client between two days. Rows: client_kind, devices; none where census has no device id. */
export const planClients = (
  practices: Practices,
  { first, last }: Pick<Period, 'first' | 'last'>,
  source: LaneSource,
): Read | undefined => {
  const [device] = typesOfKinds(practices, 'census', ['device-id'])
  if (device === undefined) return undefined
  const half = halfOf(device.name)
  return {
    sql: `SELECT client_kind, uniqExact(${half}) AS devices FROM ${source.stored} ${WITHIN_DAYS} WHERE ${half} != 0 GROUP BY client_kind`,
    parameters: { first, last },
  }
}
