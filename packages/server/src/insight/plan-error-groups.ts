import { typesOfKinds } from './lane-types.js'
import type { Period } from './periods.js'
import type { CountedLane } from './plan-cells.js'
import { EPOCH, halfOf, type Read } from './sql.js'
import { WITHIN_DAYS } from './window.js'

/** Groups of errors that are answered at most. */
const MOST_GROUPS = 200

/**
 * Rows, those with most users first: error_fingerprint, group_class, group_place, group_code, users (distinct), first_day,
 * last_day (of all that is kept), more_groups and most_epochs (the same in each row): the groups that at least `minimum`
 * users met between two days. Where the lane has no user id, its reports stand for the users.
 */
export const planErrorGroups = (
  { practices, source }: CountedLane,
  span: Pick<Period, 'first' | 'last'>,
  minimum: number,
): Read => {
  const [user] = typesOfKinds(practices, 'error', ['service-hashed-user-id'])
  const half = halfOf(user?.name ?? 'report_id')
  const epochs = user === undefined ? '0' : `uniqExactIf(${EPOCH}, ${half} != 0)`
  const groups =
    `SELECT error_fingerprint, argMax(error_class, covered_day) AS group_class, argMax(error_place, covered_day) AS group_place, ` +
    `argMax(error_code, covered_day) AS group_code, uniqExactIf(${half}, ${half} != 0) AS users, ${epochs} AS epochs ` +
    `FROM ${source.stored} ${WITHIN_DAYS} WHERE error_fingerprint != '' GROUP BY error_fingerprint ` +
    `HAVING users >= {minimum:UInt32}`
  const days =
    `SELECT error_fingerprint, toString(min(covered_day)) AS first_day, toString(max(covered_day)) AS last_day ` +
    `FROM ${source.stored} WHERE error_fingerprint != '' GROUP BY error_fingerprint`
  return {
    sql:
      `SELECT *, count() OVER () AS all_groups, max(epochs) OVER () AS most_epochs FROM (${groups}) AS shown ` +
      `INNER JOIN (${days}) AS kept USING error_fingerprint ORDER BY users DESC, error_fingerprint LIMIT ${MOST_GROUPS}`,
    parameters: { first: span.first, last: span.last, minimum },
  }
}
