import { CandorError } from '@candor/practices'

import type { Question } from './insight.js'

const DAY_MILLIS = 86_400_000
const MOST_DAYS = 400

/** The days that a question is about, oldest first, each as `2026-11-22`. */
export const daysOf = ({ days, nowMillis }: Question): readonly string[] => {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    throw new CandorError('CANDOR_QUERY_REFUSED', { parameter: 'days', least: 1, most: MOST_DAYS })
  }
  const dayAt = (at: number): string =>
    new Date(nowMillis - (days - 1 - at) * DAY_MILLIS).toISOString().slice(0, 10)
  return Array.from({ length: days }, (_, at) => dayAt(at))
}

/** The parameters that bind the first and the last day. */
export const dayParameters = (days: readonly string[]): Readonly<Record<string, unknown>> => ({
  first: days[0],
  last: days.at(-1),
})

/** The condition that keeps a read to the days asked for, before anything else is read. */
export const WITHIN_DAYS = 'PREWHERE covered_day BETWEEN {first:Date} AND {last:Date}'
