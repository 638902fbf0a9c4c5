import type { DataCategory } from '@candor/practices'

import type { QueryChanges } from '../../app/query.js'

/** How the figures are cut in time: days, ISO weeks or calendar months (UTC). */
export const PERIODS = ['day', 'week', 'month'] as const

/** How the figures are cut in time. */
export type Period = (typeof PERIODS)[number]

/** A data type, and the value that its reports must have. */
export interface Filter {
  readonly id: string
  readonly value: string
}

/** What a page shows, as its address holds it: whoever opens the address sees the same. */
export interface View {
  readonly period: Period
  /** How many periods, the last of which is going on. */
  readonly periods: number
  /** What the figures are broken down by; undefined for what the lane begins with. */
  readonly by: string | undefined
  readonly where: readonly Filter[]
  /** previous: beside as many periods before. */
  readonly comparison: 'none' | 'previous'
}

/** Periods where the address names no number. */
export const DEFAULT_PERIODS: Readonly<Record<Period, number>> = { day: 28, week: 12, month: 12 }

/** As many periods as the service answers. */
const MAX_PERIODS: Readonly<Record<Period, number>> = { day: 400, week: 104, month: 36 }

/** The numbers of periods that can be chosen on the page; an address may name any other. */
export const OFFERED_PERIODS: Readonly<Record<Period, readonly number[]>> = {
  day: [7, 14, 28, 90],
  week: [4, 12, 26, 52],
  month: [3, 6, 12, 18],
}

/** As many filters as the service takes. */
export const MAX_FILTERS = 5

const parseFilter = (text: string): readonly Filter[] => {
  const at = text.indexOf(':')
  return at < 1 ? [] : [{ id: text.slice(0, at), value: text.slice(at + 1) }]
}

const parsePeriods = (text: string | null, period: Period): number => {
  const number = /^\d{1,4}$/.test(text ?? '') ? Number(text) : 0
  return number < 1 ? DEFAULT_PERIODS[period] : Math.min(number, MAX_PERIODS[period])
}

/** The view of an address; what it does not name, or names wrongly, is as it is by default. */
export const parseView = (query: URLSearchParams): View => {
  const period = PERIODS.find((each) => each === query.get('period')) ?? 'day'
  return {
    period,
    periods: parsePeriods(query.get('periods'), period),
    by: query.get('by') ?? undefined,
    where: query.getAll('where').flatMap(parseFilter).slice(0, MAX_FILTERS),
    comparison: query.get('compare') === 'previous' ? 'previous' : 'none',
  }
}

/** Filters as an address holds them. */
export const whereOf = (filters: readonly Filter[]): readonly string[] =>
  filters.map(({ id, value }) => `${id}:${value}`)

/** The view as changes to an address; what is as by default leaves no trace. */
export const changesOf = ({ period, periods, by, where, comparison }: View): QueryChanges => ({
  period: period === 'day' ? undefined : period,
  periods: periods === DEFAULT_PERIODS[period] ? undefined : String(periods),
  by,
  where: whereOf(where),
  compare: comparison === 'none' ? undefined : comparison,
})

/** The filters with one more; the same one is not held twice, and one of the same data type takes its place. */
export const withFilter = (filters: readonly Filter[], added: Filter): readonly Filter[] =>
  [...filters.filter(({ id }) => id !== added.id), added].slice(-MAX_FILTERS)

/** The filters without one. */
export const withoutFilter = (filters: readonly Filter[], gone: Filter): readonly Filter[] =>
  filters.filter(({ id, value }) => id !== gone.id || value !== gone.value)

/** Whether as many periods again can be asked for, to be compared with. */
export const canCompare = ({ period, periods }: Pick<View, 'period' | 'periods'>): boolean =>
  periods > 1 && periods * 2 <= MAX_PERIODS[period]

/** The periods to ask for: twice as many where they are compared with those before. */
export const askedPeriods = (view: View): number =>
  view.comparison === 'previous' && canCompare(view) ? view.periods * 2 : view.periods

/** The question that a view puts to the service about a lane. */
export const questionOf = (lane: DataCategory, product: string, view: View): string => {
  const query = new URLSearchParams({ product, period: view.period, periods: String(askedPeriods(view)) })
  if (view.by !== undefined) query.set('by', view.by)
  for (const each of whereOf(view.where)) query.append('where', each)
  return `/api/insights/${lane}?${query.toString()}`
}
