import type { Practices } from '@candor/practices'

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
  /** Rows: group_day, report_count, and the sum of each series as total_0, total_1, ... */
  readonly daily: Read
}

/** Plans the read for a question about usage. */
export const planUsage = (practices: Practices, question: Question, source: LaneSource): UsagePlan => {
  const days = daysOf(question)
  const series = typesOfKinds(practices, 'usage', ['count', 'duration'])
  const totals = series.map(({ name }, at) => `, sum(${identifier(name)}) AS total_${at}`).join('')
  const sql =
    `SELECT toString(covered_day) AS group_day, count() AS report_count${totals} ` +
    `FROM ${source.once} ${WITHIN_DAYS} GROUP BY covered_day`
  return { days, series, daily: { sql, parameters: dayParameters(days) } }
}
