import type { Row } from '../store/engine.js'
import type { DaySeries, ErrorGroup, ErrorInsight } from './insight.js'
import type { ErrorPlan } from './plan-error.js'
import { numberIn, numbersIn, textIn } from './sql.js'

const perDay = (row: Row, days: readonly string[], groupMinimum: number): DaySeries => {
  const reports = numbersIn(row, 'day_reports')
  const users = numbersIn(row, 'day_users')
  const at = new Map(numbersIn(row, 'day_numbers').map((day, index) => [day, index]))
  return days.map((_, day) => {
    const index = at.get(day)
    return index === undefined || (users[index] ?? 0) < groupMinimum ? null : (reports[index] ?? 0)
  })
}

const shapeGroup = (row: Row, days: readonly string[], groupMinimum: number): ErrorGroup => ({
  fingerprint: textIn(row, 'error_fingerprint'),
  type: textIn(row, 'group_class'),
  place: textIn(row, 'group_place'),
  code: textIn(row, 'group_code'),
  reports: numberIn(row, 'report_count'),
  affectedUsers: numberIn(row, 'users'),
  firstDay: textIn(row, 'first_day'),
  lastDay: textIn(row, 'last_day'),
  values: perDay(row, days, groupMinimum),
})

/** The answers of a plan's reads. */
export interface ErrorRows {
  readonly groups: readonly Row[]
  readonly daily: readonly Row[]
}

/** The answer of a plan's rows, small groups suppressed. */
export const shapeError = (
  product: string,
  plan: ErrorPlan,
  rows: ErrorRows,
  groupMinimum: number,
): ErrorInsight => {
  const byDay = new Map(rows.daily.map((row) => [textIn(row, 'group_day'), numberIn(row, 'report_count')]))
  return {
    product,
    category: 'error',
    days: plan.days,
    groupMinimum,
    groups: rows.groups
      .filter((row) => numberIn(row, 'users') >= groupMinimum)
      .map((row) => shapeGroup(row, plan.days, groupMinimum)),
    suppressedGroups: numberIn(rows.groups[0] ?? {}, 'suppressed_groups'),
    userEpochs: new Set(rows.daily.flatMap((row) => numbersIn(row, 'day_epochs'))).size,
    reports: plan.days.map((day) => byDay.get(day) ?? 0),
  }
}
