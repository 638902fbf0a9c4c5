import type { Row } from '../store/engine.js'
import type { CensusGroup, CensusInsight } from './insight.js'
import type { CensusPlan } from './plan-census.js'
import { numberIn, numbersIn, textIn } from './sql.js'

/** The answers of a plan's reads. */
export interface CensusRows {
  readonly reports: readonly Row[]
  readonly devices: readonly Row[]
  readonly users: readonly Row[]
}

/** A number, or null where the group it is about is under the minimum. */
const unlessSmall = (value: number, size: number, groupMinimum: number): number | null =>
  size < groupMinimum ? null : value

const reportsByDay = (rows: readonly Row[], days: readonly string[]): readonly number[] => {
  const byDay = new Map(rows.map((row) => [textIn(row, 'group_day'), numberIn(row, 'report_count')]))
  return days.map((day) => byDay.get(day) ?? 0)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const shapeGroup = (
  days: readonly string[],
  devices: Row,
  reports: readonly Row[],
  least: number,
): CensusGroup => {
  const daily = numbersIn(devices, 'daily_devices')
  const dailyReports = reportsByDay(reports, days)
  return {
    value: textIn(devices, 'group_value'),
    reports: dailyReports.map((count, at) => unlessSmall(count, daily[at] ?? 0, least)),
    devices: days.map((_, at) => unlessSmall(daily[at] ?? 0, daily[at] ?? 0, least)),
    totalReports: sum(dailyReports),
    totalDevices: numberIn(devices, 'devices'),
  }
}

const shapeGroups = (plan: CensusPlan, rows: CensusRows, least: number): readonly CensusGroup[] => {
  const byValue = new Map<string, Row[]>()
  for (const row of rows.reports) {
    const value = textIn(row, 'group_value')
    byValue.set(value, [...(byValue.get(value) ?? []), row])
  }
  return rows.devices
    .filter((row) => numberIn(row, 'is_total') === 0 && numberIn(row, 'devices') >= least)
    .map((row) => shapeGroup(plan.days, row, byValue.get(textIn(row, 'group_value')) ?? [], least))
    .toSorted((a, b) => b.totalDevices - a.totalDevices || (a.value < b.value ? -1 : 1))
}

/** The answer of a plan's rows, small groups suppressed. */
export const shapeCensus = (
  product: string,
  plan: CensusPlan,
  rows: CensusRows,
  groupMinimum: number,
): CensusInsight => {
  const groups = shapeGroups(plan, rows, groupMinimum)
  const devices = numberIn(rows.devices.find((row) => numberIn(row, 'is_total') === 1) ?? {}, 'devices')
  const users = numberIn(rows.users[0] ?? {}, 'users')
  const totalOf = (column: string): number => sum(rows.reports.map((row) => numberIn(row, column)))
  return {
    product,
    category: 'census',
    days: plan.days,
    groupMinimum,
    by: { dataType: plan.by.name, label: plan.by.label },
    groups,
    suppressedGroups: rows.devices.filter((row) => numberIn(row, 'is_total') === 0).length - groups.length,
    totals: {
      reports: unlessSmall(totalOf('report_count'), devices, groupMinimum),
      devices: unlessSmall(devices, devices, groupMinimum),
      users: unlessSmall(users, users, groupMinimum),
      userEpochs: numberIn(rows.users[0] ?? {}, 'user_epochs'),
      counts: plan.counts.map(({ name, label }, at) => ({
        dataType: name,
        label,
        total: unlessSmall(totalOf(`total_${at}`), devices, groupMinimum),
      })),
    },
  }
}
