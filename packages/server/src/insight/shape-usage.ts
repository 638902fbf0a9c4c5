import type { Row } from '../store/engine.js'
import type { UsageInsight } from './insight.js'
import type { NamedType } from './lane-types.js'
import type { UsagePlan } from './plan-usage.js'
import { numberIn, textIn } from './sql.js'

const unitOf = ({ type }: NamedType): '' | 'minute' | 'second' => (type.kind === 'duration' ? type.unit : '')

/** The answer of a plan's rows. Usage knows no devices or users: its numbers are occurrences, and no group is small. */
export const shapeUsage = (product: string, plan: UsagePlan, rows: readonly Row[]): UsageInsight => {
  const byDay = new Map(rows.map((row) => [textIn(row, 'group_day'), row]))
  const perDay = (column: string): readonly number[] =>
    plan.days.map((day) => numberIn(byDay.get(day) ?? {}, column))
  return {
    product,
    category: 'usage',
    days: plan.days,
    series: plan.series.map((named, at) => {
      const values = perDay(`total_${at}`)
      const total = values.reduce((sum, value) => sum + value, 0)
      return { dataType: named.name, label: named.label, unit: unitOf(named), values, total }
    }),
    reports: perDay('report_count'),
  }
}
