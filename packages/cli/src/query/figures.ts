import type { AnswerOf } from '../api/call-api.js'

/** What was answered of a lane. */
export type Insight = AnswerOf<'readCensus'> | AnswerOf<'readUsage'> | AnswerOf<'readErrors'>

/** A value a period; null: none, or too few stand behind it. */
export type Series = readonly (number | null)[]

/** A figure by period: of everything, and of each group. */
export interface Figures {
  readonly measure: string
  readonly periods: readonly string[]
  readonly total: Series
  readonly groups: readonly { readonly value: string; readonly values: Series }[]
}

/** The figures that a lane has, by the name that asks for them; the first is the usual one. */
type Measures = ReadonlyMap<string, Omit<Figures, 'measure' | 'periods'>>

const censusMeasures = ({ totals, groups }: AnswerOf<'readCensus'>): Measures =>
  new Map([
    [
      'devices',
      { total: totals.devices, groups: groups.map(({ value, devices }) => ({ value, values: devices })) },
    ],
    [
      'reports',
      { total: totals.reports, groups: groups.map(({ value, reports }) => ({ value, values: reports })) },
    ],
    ['new-devices', { total: totals.newDevices, groups: [] }],
    ['users', { total: totals.users, groups: [] }],
    ...totals.counts.map(({ dataType, values: total }, at) => {
      const own = groups.map(({ value, counts }) => ({ value, values: counts[at] ?? [] }))
      return [dataType, { total, groups: own }] as const
    }),
  ])

const usageMeasures = ({ reports: total, groups, series, features }: AnswerOf<'readUsage'>): Measures =>
  new Map([
    ['reports', { total, groups: groups.map(({ value, reports }) => ({ value, values: reports })) }],
    ...series.map(({ dataType, values }, at) => {
      const own = groups.map((group) => ({ value: group.value, values: group.series[at] ?? [] }))
      return [dataType, { total: values, groups: own }] as const
    }),
    ...features.map(({ dataType, values }) => {
      const own = values.map(({ value, counts }) => ({ value, values: counts }))
      return [dataType, { total: total.map(() => null), groups: own }] as const
    }),
  ])

const errorMeasures = ({ reports: total, groups }: AnswerOf<'readErrors'>): Measures =>
  new Map([['reports', { total, groups: groups.map(({ value, reports }) => ({ value, values: reports })) }]])

const measuresOf = (insight: Insight): Measures => {
  if ('totals' in insight) return censusMeasures(insight)
  return 'series' in insight ? usageMeasures(insight) : errorMeasures(insight)
}

/** The figures of a measure, or the names of those that there are. */
export const figuresOf = (
  insight: Insight,
  measure: string | undefined,
):
  | { readonly kind: 'found'; readonly figures: Figures }
  | { readonly kind: 'unknown'; readonly known: readonly string[] } => {
  const measures = measuresOf(insight)
  const known = [...measures.keys()]
  const name = measure ?? known[0] ?? ''
  const found = measures.get(name)
  return found === undefined
    ? { kind: 'unknown', known }
    : { kind: 'found', figures: { measure: name, periods: insight.periods, ...found } }
}

/** One value, as files hold it. */
export interface FigureRow {
  readonly lane: string
  readonly period: string
  readonly by: string
  /** null: of all groups together. */
  readonly group: string | null
  readonly measure: string
  readonly value: number | null
}

/** All values one by one: the total first, then the groups, each by period. */
export const rowsOf = (
  insight: Insight,
  { measure, periods, total, groups }: Figures,
): readonly FigureRow[] =>
  [{ value: null, values: total }, ...groups].flatMap(({ value: group, values }) =>
    periods.map((period, at) => ({
      lane: insight.category,
      period,
      by: insight.by.id,
      group,
      measure,
      value: values[at] ?? null,
    })),
  )
