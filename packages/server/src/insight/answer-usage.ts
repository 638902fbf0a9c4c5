import { bucketOf, type Distribution } from '@candor/practices'

import { answeredValues, askPeriods, headOf, largestValues, seriesOf, type Answering } from './answer.js'
import type { CountedPeriod } from './count-period.js'
import type { UsageInsight } from './insight.js'
import { typesOfKinds, type NamedType } from './lane-types.js'
import { amountsOf } from './plan-cells.js'

const REPORTS = 0
const FIRST_COUNT = 1

const sumOf = (pairs: readonly (readonly [string, number])[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const [key, count] of pairs) sums.set(key, (sums.get(key) ?? 0) + count)
  return sums
}

const featuresOf = (periods: readonly CountedPeriod[], { name, label }: NamedType) => {
  const byPeriod = periods.map(({ words }) => new Map(words?.[name]))
  const totals = sumOf(byPeriod.flatMap((words) => [...words]))
  const values = [...totals].toSorted(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
  return {
    dataType: name,
    label,
    values: values.map(([value]) => ({ value, counts: byPeriod.map((words) => words.get(value) ?? null) })),
  }
}

/** Counts of earlier practices, which may have had other bounds, go to the bucket that holds their bound now. */
const distributionOf = (
  periods: readonly CountedPeriod[],
  { name, label, type }: NamedType<Distribution>,
) => {
  const counted = periods.flatMap(({ buckets }) => buckets?.[name] ?? [])
  const counts = sumOf(counted.map(([bound, count]) => [bucketOf(type.bounds, Number(bound)), count]))
  const buckets = type.bounds.map((from) => ({ from, count: counts.get(String(from)) ?? 0 }))
  const total = buckets.reduce((sum, { count }) => sum + count, 0)
  return { dataType: name, label, unit: type.unit, buckets, total }
}

/** Answers a question about usage. */
export const answerUsage = (answering: Answering): UsageInsight => {
  const { lane, periods } = answering
  const { practices } = lane
  const asked = askPeriods(answering)
  const { answers } = asked
  const types = amountsOf(practices, 'usage')
  const totals = answers.map(({ total }) => total)
  const { shown, moreGroups } = answeredValues(largestValues(answers))
  const isWhole = asked.asked.where.length === 0
  return {
    ...headOf('usage', answering, asked),
    moreGroups,
    reports: seriesOf(totals, REPORTS),
    series: types.map(({ name, label, type }, at) => ({
      dataType: name,
      label,
      unit: type.kind === 'duration' ? type.unit : '',
      values: seriesOf(totals, FIRST_COUNT + at),
    })),
    groups: shown.map((value) => {
      const counts = answers.map(({ groups }) => groups.get(value))
      return {
        value,
        reports: seriesOf(counts, REPORTS),
        series: types.map((_, at) => seriesOf(counts, FIRST_COUNT + at)),
      }
    }),
    notShown: { reports: answers.map(({ hidden }) => hidden?.amounts[REPORTS] ?? 0) },
    features: isWhole
      ? typesOfKinds(practices, 'usage', ['labelled-count']).map((type) => featuresOf(periods, type))
      : [],
    distributions: isWhole
      ? typesOfKinds(practices, 'usage', ['distribution']).map((type) => distributionOf(periods, type))
      : [],
  }
}
