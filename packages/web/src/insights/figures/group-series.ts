import type { TimeSeries } from '../../charts/time-series.js'
import { seriesSlots } from '../../theme/series-slots.js'
import { sumOf, type Values } from './split.js'

/** As many groups as one chart draws; those beyond stand together as others. */
export const MAX_SERIES = 8

/** A group with its values of one measure, and how it is called. */
export interface Group {
  readonly id: string
  readonly label: string
  readonly values: Values
}

/** The id of the groups beyond the largest, and of those that are not shown; no value begins so. */
export const OTHERS_ID = '\u0000others'
/** The id of the groups that are not shown. */
export const NOT_SHOWN_ID = '\u0000not-shown'

/** What the groups of a page have in common in all of its charts. */
export interface GroupRanks {
  /** The largest groups, the largest first. */
  readonly largest: readonly string[]
  /** The slot of each of those, the same in every chart of the page. */
  readonly slots: ReadonlyMap<string, number>
}

/** The largest groups, in the order of the answer (the largest first), and their colours. */
export const ranksOf = (ids: readonly string[]): GroupRanks => {
  const largest = ids.slice(0, MAX_SERIES)
  return { largest, slots: seriesSlots(largest) }
}

/** The sum at each place; null where no value is shown there. */
const addedUp = (all: readonly Values[], length: number): Values =>
  Array.from({ length }, (_, at) => sumOf(all.map((values) => values[at] ?? null)))

const isNothing = (values: Values): boolean => values.every((value) => value === null || value === 0)

/** How a chart of groups is put together. */
export interface GroupSeriesOptions {
  readonly groups: readonly Group[]
  readonly ranks: GroupRanks
  readonly notShown: Values
  readonly labels: { readonly others: (count: number) => string; readonly notShown: string }
  readonly draw: 'line' | 'bar'
}

/** The largest groups as series, then the others together, then what is not shown; no series that is nothing throughout. */
export const groupSeries = ({
  groups,
  ranks,
  notShown,
  labels,
  draw,
}: GroupSeriesOptions): readonly TimeSeries[] => {
  const largest: TimeSeries[] = groups
    .filter(({ id }) => ranks.slots.has(id))
    .map(({ id, label, values }) => ({
      id,
      label,
      values,
      unit: '',
      look: { kind: 'slot', slot: ranks.slots.get(id) ?? 0 },
      draw,
    }))
  const beyond = groups.filter(({ id }) => !ranks.slots.has(id))
  const others: TimeSeries = {
    id: OTHERS_ID,
    label: labels.others(beyond.length),
    values: addedUp(
      beyond.map(({ values }) => values),
      notShown.length,
    ),
    unit: '',
    look: { kind: 'others' },
    draw,
  }
  // A line cannot be hatched: what is not shown is always drawn as bars.
  const hidden: TimeSeries = {
    id: NOT_SHOWN_ID,
    label: labels.notShown,
    values: notShown,
    unit: '',
    look: { kind: 'not-shown' },
    draw: 'bar',
  }
  return [...largest, others, hidden].filter(({ values }) => !isNothing(values))
}

/** The series as shares of what they are together in each period, drawn on top of each other. */
export const asShares = (series: readonly TimeSeries[]): readonly TimeSeries[] => {
  const length = series[0]?.values.length ?? 0
  const wholes = addedUp(
    series.map(({ values }) => values),
    length,
  )
  return series.map((each) => ({
    ...each,
    unit: 'share',
    draw: 'bar',
    values: each.values.map((value, at) => {
      const whole = wholes[at] ?? null
      return value === null || whole === null || whole === 0 ? null : value / whole
    }),
  }))
}
