import type { Practices } from '@candor/practices'

import type { CountSeries, Insight, InsightQuestion, Series } from '../insight/insight.js'
import type { PeriodKind } from '../insight/periods.js'
import type { AlertFigure } from './alert.js'
import type { AlertFacts } from './judge-alert.js'

/** What is watched. */
export interface WatchedFigure {
  readonly figure: AlertFigure
  readonly fingerprint?: string
  readonly period: PeriodKind
}

const valuesOf = (counts: readonly CountSeries[], dataType: string): Series =>
  counts.find((count) => count.dataType === dataType)?.values ?? []

/** The percent of some that did not fail, by period. */
const shareOf = (all: Series, failed: Series): Series =>
  all.map((count, at) => {
    const failures = failed[at] ?? null
    return count === null || failures === null || count === 0 ? null : (1 - failures / count) * 100
  })

const seriesOf = async (
  insight: Pick<Insight, 'census' | 'usage' | 'error'>,
  practices: Practices,
  { figure, fingerprint }: WatchedFigure,
  question: InsightQuestion,
): Promise<Series> => {
  switch (figure) {
    case 'census-devices':
      return (await insight.census(practices, question)).totals.devices
    case 'sign-in-success': {
      const { counts } = (await insight.census(practices, question)).totals
      return shareOf(valuesOf(counts, 'SignInAttempts'), valuesOf(counts, 'SignInFailures'))
    }
    case 'usage-reports':
      return (await insight.usage(practices, question)).reports
    case 'crash-free-sessions': {
      const { series } = await insight.usage(practices, question)
      return shareOf(valuesOf(series, 'Sessions'), valuesOf(series, 'Crashes'))
    }
    case 'error-reports':
      return (await insight.error(practices, question)).reports
    case 'error-group': {
      const { groups } = await insight.error(practices, question)
      return groups.find(({ value }) => value === fingerprint)?.reports ?? []
    }
    default:
      return figure satisfies never
  }
}

/** A figure of the last three periods, as insights show it: what too few stand behind is null. */
export const readFigure = async (
  insight: Pick<Insight, 'census' | 'usage' | 'error'>,
  practices: Practices,
  watched: WatchedFigure,
  nowMillis: number,
): Promise<AlertFacts['figure']> => {
  const question = { period: watched.period, periods: 3, nowMillis }
  const [before = null, last = null, current = null] = await seriesOf(insight, practices, watched, question)
  return [before, last, current]
}
