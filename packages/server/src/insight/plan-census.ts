import type { Practices } from '@candor/practices'

import { identifier } from '../store/identifiers.js'
import type { LaneSource } from '../store/store.js'
import type { CensusQuestion } from './insight.js'
import { groupingType, typesOfKinds, type NamedType } from './lane-types.js'
import { EPOCH, halfOf, type Read } from './sql.js'
import { dayParameters, daysOf, WITHIN_DAYS } from './window.js'

/** What is read to answer a question about census. */
export interface CensusPlan {
  readonly days: readonly string[]
  readonly by: NamedType
  /** Counts and durations, in the order of the practices. */
  readonly counts: readonly NamedType[]
  /** Rows: group_value, group_day, report_count, and the sum of each count as total_0, total_1, ... */
  readonly reports: Read
  /**
   * Rows: group_value, is_total, devices (distinct), daily_devices (a list). Where the lane has no device id, its users
   * stand for the devices, or its reports.
   */
  readonly devices: Read
  /** One row: users (distinct), user_epochs. Not there where the lane has no user id. */
  readonly users?: Read
}

/** Days that one number of 64 bits marks. */
const DAYS_A_MASK = 64

const masks = (days: number): readonly number[] =>
  Array.from({ length: Math.ceil(days / DAYS_A_MASK) }, (_, at) => at)

const DAY_NUMBER = 'toUInt16(covered_day - {first:Date})'

const maskOf = (at: number): string => {
  const bit = `bitShiftLeft(toUInt64(1), ${DAY_NUMBER} % ${DAYS_A_MASK})`
  return `groupBitOrIf(${bit}, intDiv(${DAY_NUMBER}, ${DAYS_A_MASK}) = ${at}) AS mask_${at}`
}

const bitsOf = (at: number, days: number): string =>
  `arrayMap(day -> bitTest(mask_${at}, day), range(${Math.min(DAYS_A_MASK, days - at * DAYS_A_MASK)}))`

// Names of ours have an underscore, so that no data type is hidden by one.

/**
 * Distinct devices of each value, in all and per day, in one pass: first a mark for each day on which a device was seen
 * with a value, then the marks are added up. A report that is stored twice marks the same day.
 * Device and value are one number of 64 bits in the first step, which halves its cost.
 */
const planDevices = (stored: string, by: string, device: string, days: number): string => {
  const words = masks(days)
  const value = identifier(by)
  const seen =
    `SELECT any(${value}) AS group_value, any(${halfOf(device)}) AS device_half, ${words.map(maskOf).join(', ')} ` +
    `FROM ${stored} ${WITHIN_DAYS} WHERE ${halfOf(device)} != 0 ` +
    `GROUP BY bitXor(${halfOf(device)}, cityHash64(${value}))`
  return (
    `SELECT group_value, grouping(group_value) AS is_total, uniqExact(device_half) AS devices, ` +
    `sumForEach(arrayConcat(${words.map((at) => bitsOf(at, days)).join(', ')})) AS daily_devices ` +
    `FROM (${seen}) GROUP BY GROUPING SETS ((group_value), ())`
  )
}

const planReports = (once: string, by: string, counts: readonly NamedType[]): string => {
  const totals = counts.map(({ name }, at) => `, sum(${identifier(name)}) AS total_${at}`).join('')
  return (
    `SELECT ${identifier(by)} AS group_value, toString(covered_day) AS group_day, count() AS report_count${totals} ` +
    `FROM ${once} ${WITHIN_DAYS} GROUP BY group_value, covered_day`
  )
}

const planUsers = (stored: string, user: string): string =>
  `SELECT uniqExactIf(user_half, user_half != 0) AS users, uniqExactIf(epoch, user_half != 0) AS user_epochs ` +
  `FROM (SELECT ${halfOf(user)} AS user_half, ${EPOCH} AS epoch FROM ${stored} ${WITHIN_DAYS})`

/** Plans the reads for a question about census. */
export const planCensus = (
  practices: Practices,
  question: CensusQuestion,
  source: LaneSource,
): CensusPlan => {
  const days = daysOf(question)
  const parameters = dayParameters(days)
  const by = groupingType(practices, 'census', question.by)
  const counts = typesOfKinds(practices, 'census', ['count', 'duration'])
  const [user] = typesOfKinds(practices, 'census', ['twice-hashed-user-id'])
  const [device] = typesOfKinds(practices, 'census', ['device-id'])
  return {
    days,
    by,
    counts,
    reports: { sql: planReports(source.once, by.name, counts), parameters },
    devices: {
      sql: planDevices(source.stored, by.name, (device ?? user)?.name ?? 'report_id', days.length),
      parameters,
    },
    ...(user === undefined ? {} : { users: { sql: planUsers(source.stored, user.name), parameters } }),
  }
}
