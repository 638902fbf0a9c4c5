import { bucketOf, type Distribution } from '@candor/practices'

import type { Row } from '../store/engine.js'
import type { UsageInsight } from './insight.js'
import type { NamedType } from './lane-types.js'
import type { UsagePlan } from './plan-usage.js'
import { numberIn, numbersByKeyIn, textIn } from './sql.js'

const unitOf = ({ type }: NamedType): '' | 'minute' | 'second' => (type.kind === 'duration' ? type.unit : '')

type DistributionInsight = UsageInsight['distributions'][number]

/** Counts of earlier practices, which may have had other bounds, go to the bucket that holds their bound now. */
const shapeDistribution = (
  { name, label, type }: NamedType<Distribution>,
  counted: readonly (readonly [string, number])[],
): DistributionInsight => {
  const counts = new Map<string, number>()
  for (const [bound, count] of counted) {
    const bucket = bucketOf(type.bounds, Number(bound))
    counts.set(bucket, (counts.get(bucket) ?? 0) + count)
  }
  const buckets = type.bounds.map((from) => ({ from, count: counts.get(String(from)) ?? 0 }))
  const total = buckets.reduce((sum, { count }) => sum + count, 0)
  return { dataType: name, label, unit: type.unit, buckets, total }
}

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
    distributions: plan.distributions.map((named, at) =>
      shapeDistribution(
        named,
        rows.flatMap((row) => numbersByKeyIn(row, `buckets_${at}`)),
      ),
    ),
    reports: perDay('report_count'),
  }
}
