import type { Distribution, Practices } from '@candor/practices'

import { identifier } from '../store/identifiers.js'
import type { LaneSource } from '../store/store.js'
import type { Question } from './insight.js'
import { typesOfKinds, type NamedType } from './lane-types.js'
import type { Read } from './sql.js'
import { dayParameters, daysOf, WITHIN_DAYS } from './window.js'

/** What is read to answer a question about usage. */
export interface UsagePlan {
  readonly days: readonly string[]
  /** Every count and duration, in the order of the practices. */
  readonly series: readonly NamedType[]
  /** Every distribution, in the order of the practices. */
  readonly distributions: readonly NamedType<Distribution>[]
  /** Rows: group_day, report_count, the sum of each series as total_0, ..., and the counts of each distribution by bucket as buckets_0, ... */
  readonly daily: Read
}

/** Plans the read for a question about usage. */
export const planUsage = (practices: Practices, question: Question, source: LaneSource): UsagePlan => {
  const days = daysOf(question)
  const series = typesOfKinds(practices, 'usage', ['count', 'duration'])
  const distributions = typesOfKinds(practices, 'usage', ['distribution'])
  const totals = series.map(({ name }, at) => `, sum(${identifier(name)}) AS total_${at}`).join('')
  const buckets = distributions
    .map(({ name }, at) => `, sumMap(${identifier(name)}) AS buckets_${at}`)
    .join('')
  const sql =
    `SELECT toString(covered_day) AS group_day, count() AS report_count${totals}${buckets} ` +
    `FROM ${source.once} ${WITHIN_DAYS} GROUP BY covered_day`
  return { days, series, distributions, daily: { sql, parameters: dayParameters(days) } }
}
