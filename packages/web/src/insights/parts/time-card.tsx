import { useMemo, type ReactElement, type ReactNode } from 'react'

import { useTexts } from '../../admin/language.js'
import type { ChartSurroundings } from '../../charts/chart-style.js'
import type { FigureTable } from '../../charts/figure-table.js'
import { SeriesLegend, type LegendEntry } from '../../charts/series-legend.js'
import { timeOption, type TimeMark } from '../../charts/time-option.js'
import type { TimeSeries } from '../../charts/time-series.js'
import { latestOf } from '../figures/change.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { useFrame, type Frame } from '../view/frame.js'
import { ChartCard } from './chart-card.js'
import { useSurroundings } from './use-figures.js'

/** What a chart over the periods shows. */
export interface TimeCardProps {
  readonly id: string
  readonly title: string
  readonly meaning: string
  /** All series, in the order of the legend. */
  readonly series: readonly TimeSeries[]
  /** Those that are drawn, and how one is shown or hidden; all are where it misses. */
  readonly choice?:
    | { readonly chosen: ReadonlySet<string>; readonly onToggle: (id: string) => void }
    | undefined
  readonly controls?: ReactNode
  /** Told the id of a series that was clicked in the chart. */
  readonly onPick?: ((id: string) => void) | undefined
  /** Pixels. Default 280. */
  readonly height?: number
  readonly children?: ReactNode
}

const entriesOf = (
  series: readonly TimeSeries[],
  figure: ChartSurroundings['figure'],
): readonly LegendEntry[] =>
  series.map(({ id, label, look, draw, values, unit }) => {
    const latest = latestOf(values)
    const told = look.kind === 'before' || latest === undefined ? '' : figure(latest.value, unit)
    return { id, label, look, draw, figure: told }
  })

/** The releases within the periods that are shown: those of one period stand at one mark. */
const marksOf = ({ firstDays, answer }: Frame): readonly TimeMark[] => {
  const byPlace = new Map<number, string[]>()
  for (const { version, day } of answer.releases) {
    const at = firstDays.findLastIndex((first) => first <= day)
    if (at >= 0) byPlace.set(at, [...(byPlace.get(at) ?? []), version])
  }
  return [...byPlace].map(([at, versions]) => ({ at, label: versions.join(', ') }))
}

const pointsOf = (
  { names }: Frame,
  series: readonly TimeSeries[],
  figure: ChartSurroundings['figure'],
  releaseAt: ReadonlyMap<number, string>,
): readonly string[] =>
  names.map(({ long }, at) => {
    const told = series.map(({ label, values, unit }) => `${label} ${figure(values[at] ?? null, unit)}`)
    const release = releaseAt.get(at)
    return `${long}: ${[...(release === undefined ? [] : [release]), ...told].join('; ')}`
  })

/** The series of a chart over the periods as a table: a row a period, a column a series. */
const timeTable = (
  caption: string,
  heading: string,
  { names, firstDays, answer }: Frame,
  series: readonly TimeSeries[],
  releaseAt: ReadonlyMap<number, string>,
): FigureTable => ({
  caption,
  head: { id: answer.period, heading },
  columns: series.map(({ id, label, unit }) => ({ id, heading: label, unit })),
  rows: firstDays.map((day, at) => ({
    id: day,
    head: [names[at]?.long ?? day, releaseAt.get(at) ?? []].flat().join(' · '),
    cells: series.map(({ values }) => values[at] ?? null),
  })),
})

/** A chart over the periods that are shown. */
export const TimeCard = (props: TimeCardProps): ReactElement => {
  const { id, title, meaning, series, choice, controls, onPick, height = 280, children } = props
  const texts = useTexts(COMMON_TEXTS)
  const frame = useFrame()
  const around = useSurroundings()
  const drawn = choice === undefined ? series : series.filter((each) => choice.chosen.has(each.id))
  const hasFigures = drawn.some(({ values }) => values.some((value) => value !== null))
  const drawnKey = JSON.stringify(drawn)
  const { names } = frame
  const marks = useMemo(() => marksOf(frame), [frame])
  const releaseAt = new Map(marks.map(({ at, label }) => [at, texts.release(label)] as const))
  const option = useMemo(
    () =>
      timeOption({ periods: names, series: JSON.parse(drawnKey) as readonly TimeSeries[], marks }, around),
    [names, drawnKey, marks, around],
  )
  return (
    <ChartCard
      id={id}
      title={title}
      meaning={meaning}
      option={hasFigures ? option : undefined}
      nothing={drawn.length === 0 ? texts.noneChosen : texts.nothingShown(frame.answer.groupMinimum)}
      points={pointsOf(frame, drawn, around.figure, releaseAt)}
      height={height}
      table={timeTable(title, texts.periods[frame.answer.period], frame, series, releaseAt)}
      onPick={onPick}
      controls={controls}
      legend={<SeriesLegend label={title} entries={entriesOf(series, around.figure)} choice={choice} />}
    >
      {children}
    </ChartCard>
  )
}
