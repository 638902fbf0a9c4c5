import type { Practices } from '@candor/practices'
import type { LaneSource } from '../store/store.js'
import type { Question } from './insight.js'
import { typesOfKinds } from './lane-types.js'
import { halfOf, type Read } from './sql.js'
import { dayParameters, daysOf, WITHIN_DAYS } from './window.js'

/** Plans the count of distinct devices by kind of client. Rows: client_kind, devices; none where census has no device id. */
export const planClients = (
  practices: Practices,
  question: Question,
  source: LaneSource,
): Read | undefined => {
  const [device] = typesOfKinds(practices, 'census', ['device-id'])
  if (device === undefined) return undefined
  const half = halfOf(device.name)
  return {
    sql: `SELECT client_kind, uniqExact(${half}) AS devices FROM ${source.stored} ${WITHIN_DAYS} WHERE ${half} != 0 GROUP BY client_kind`,
    parameters: dayParameters(daysOf(question)),
  }
}
