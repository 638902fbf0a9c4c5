import type { DataCategory, Practices } from '@candor/practices'

import type { CountedPeriod } from './count-period.js'
import type { KnownPeriods } from './counted-periods.js'
import { conditionsOf, dimensionsOf, placeBy, type Dimension } from './dimensions.js'
import type { InsightHead, InsightQuestion, Series } from './insight.js'
import { periodsOf } from './periods.js'
import { ask, type Asked, type Grouped } from './release/ask.js'
import type { Counted } from './release/cell.js'

/** What a question asks, with the counts that answer it. */
export interface Answering extends KnownPeriods {
  readonly question: InsightQuestion
  readonly asked: Asked
  readonly groupMinimum: number
}

/** A question asked of each period. */
export interface AskedPeriods {
  readonly asked: Asked
  readonly answers: readonly Grouped[]
}

/** Groups that are answered at most. */
const MOST_GROUPS = 200

const defaultBy = (category: DataCategory): string | undefined =>
  ({ census: undefined, usage: 'client', error: 'fingerprint' })[category]

/** What a question asks of a lane's dimensions. What cannot be asked: CANDOR_QUERY_REFUSED. */
export const askedOf = (practices: Practices, category: DataCategory, question: InsightQuestion): Asked => {
  const dimensions = dimensionsOf(practices, category)
  return {
    by: placeBy(dimensions, practices, category, question.by ?? defaultBy(category)),
    where: conditionsOf(dimensions, question.where ?? []),
  }
}

/** Asks each period's counts. */
export const askPeriods = ({ periods, asked }: Answering): AskedPeriods => ({
  asked,
  answers: periods.map((period) => ask(period, asked)),
})

const named = ({ id, label }: Dimension) => ({ id, label })

/** The values that are shown, the largest first. */
export const largestValues = (answers: readonly Grouped[]): readonly string[] => {
  const sizes = new Map<string, number>()
  for (const { groups } of answers) {
    for (const [value, { size }] of groups) sizes.set(value, (sizes.get(value) ?? 0) + size)
  }
  return [...sizes]
    .toSorted(([a, sizeA], [b, sizeB]) => sizeB - sizeA || (a < b ? -1 : 1))
    .map(([value]) => value)
}

/** The values that are answered, and how many more there are. */
export const answeredValues = (values: readonly string[]) => ({
  shown: values.slice(0, MOST_GROUPS),
  moreGroups: Math.max(0, values.length - MOST_GROUPS),
})

/** An amount by period; null where nothing is seen. */
export const seriesOf = (counts: readonly (Counted | undefined)[], amount: number): Series =>
  counts.map((counted) => counted?.amounts[amount] ?? null)

/** What the answers of all lanes have. */
export const headOf = <C extends DataCategory>(
  category: C,
  answering: Answering,
  { asked }: AskedPeriods,
): Omit<InsightHead<C>, 'moreGroups'> => {
  const { lane, question, asOfMillis, groupMinimum } = answering
  const at = (place: number) => named(lane.dimensions[place] ?? { id: '', label: { en: '', es: '' } })
  return {
    product: lane.practices.product,
    category,
    period: question.period ?? 'day',
    periods: periodsOf(question).map(({ first }) => first),
    asOf: new Date(asOfMillis).toISOString(),
    groupMinimum,
    dimensions: lane.dimensions.map(named),
    by: at(asked.by),
    where: asked.where.map(({ dimension, value }) => ({ id: at(dimension).id, value })),
  }
}

/** The counts of one value of a dimension, by period, where all that meet the conditions show that dimension; else undefined. */
export const valueCounts = (
  periods: readonly CountedPeriod[],
  { where }: Asked,
  by: number,
  value: string,
): readonly (Counted | undefined)[] =>
  periods.map((period) => {
    const { groups, hidden } = ask(period, { by, where })
    return hidden === undefined ? groups.get(value) : undefined
  })
