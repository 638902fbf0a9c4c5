import type { Practices } from '@candor/practices'

import type { LaneSource } from '../store/store.js'
import type { Question } from './insight.js'
import { typesOfKinds } from './lane-types.js'
import { EPOCH, halfOf, type Read } from './sql.js'
import { dayParameters, daysOf, WITHIN_DAYS } from './window.js'

/** What is read to answer a question about errors. */
export interface ErrorPlan {
  readonly days: readonly string[]
  /**
   * Rows: error_fingerprint, group_class, group_place, group_code, report_count, users (distinct), first_day, last_day,
   * suppressed_groups (the same in each row), and day_numbers, day_reports and day_users, which are lists side by side;
   * a day's number is 0 for the first day asked for. The largest groups come first; groups under the minimum come last.
   */
  readonly groups: Read
  /** Rows: group_day, report_count, day_epochs: the epochs that its users' pseudonyms are of. */
  readonly daily: Read
}

/** Groups that are answered at most. */
const MOST_GROUPS = 200

/**
 * Per group and day first, its users kept as a state that can be merged, so that distinct users are counted exactly
 * both per day and in all, in one pass. Where the lane has no user id, its reports stand for the users.
 */
const planGroups = (once: string, user: string): string => {
  const perDay =
    `SELECT error_fingerprint, covered_day, any(error_class) AS day_class, any(error_place) AS day_place, ` +
    `any(error_code) AS day_code, count() AS day_count, ` +
    `uniqExactStateIf(${halfOf(user)}, ${halfOf(user)} != 0) AS day_state ` +
    `FROM ${once} ${WITHIN_DAYS} WHERE error_fingerprint != '' GROUP BY error_fingerprint, covered_day`
  const perGroup =
    `SELECT error_fingerprint, argMax(day_class, covered_day) AS group_class, ` +
    `argMax(day_place, covered_day) AS group_place, argMax(day_code, covered_day) AS group_code, ` +
    `sum(day_count) AS report_count, uniqExactMerge(day_state) AS users, ` +
    `toString(min(covered_day)) AS first_day, toString(max(covered_day)) AS last_day, ` +
    `groupArray(toInt32(covered_day - {first:Date})) AS day_numbers, groupArray(day_count) AS day_reports, ` +
    `groupArray(finalizeAggregation(day_state)) AS day_users FROM (${perDay}) GROUP BY error_fingerprint`
  return (
    `SELECT *, countIf(users < {minimum:UInt32}) OVER () AS suppressed_groups FROM (${perGroup}) ` +
    `ORDER BY users < {minimum:UInt32}, report_count DESC, error_fingerprint LIMIT ${MOST_GROUPS}`
  )
}

/** Plans the reads for a question about errors. */
export const planError = (
  practices: Practices,
  question: Question,
  source: LaneSource,
  groupMinimum: number,
): ErrorPlan => {
  const days = daysOf(question)
  const [user] = typesOfKinds(practices, 'error', ['service-hashed-user-id'])
  const epochs =
    user === undefined ? 'emptyArrayUInt32()' : `groupUniqArrayIf(${EPOCH}, ${halfOf(user.name)} != 0)`
  const daily =
    `SELECT toString(covered_day) AS group_day, count() AS report_count, ${epochs} AS day_epochs ` +
    `FROM ${source.once} ${WITHIN_DAYS} GROUP BY covered_day`
  return {
    days,
    groups: {
      sql: planGroups(source.once, user?.name ?? 'report_id'),
      parameters: { ...dayParameters(days), minimum: groupMinimum },
    },
    daily: { sql: daily, parameters: dayParameters(days) },
  }
}
