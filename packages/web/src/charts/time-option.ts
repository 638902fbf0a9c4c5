import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, MarkLineComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

import { seriesSymbol, SURFACES } from '../theme/palette.js'
import { CHART_FONT, hatchOf, type ChartSurroundings } from './chart-style.js'
import { lookColour } from './look-colour.js'
import type { FigureUnit, TimeSeries } from './time-series.js'

/** What the charts are told; only the parts of ECharts that they use. */
export type ChartOption = ComposeOption<
  LineSeriesOption | BarSeriesOption | GridComponentOption | MarkLineComponentOption | TooltipComponentOption
>

/** A period as the axis writes it, and as the tooltip does. */
export interface PeriodName {
  readonly short: string
  readonly long: string
}

/** Something that happened in a period. */
export interface TimeMark {
  /** The place of the period. */
  readonly at: number
  readonly label: string
}

/** What a chart over periods shows. */
export interface TimeContent {
  readonly periods: readonly PeriodName[]
  readonly series: readonly TimeSeries[]
  /** Default: none. */
  readonly marks?: readonly TimeMark[]
}

type ValueAxis = Extract<NonNullable<ChartOption['yAxis']>, readonly unknown[]>[number]

const valueAxis = (
  unit: FigureUnit,
  position: 'left' | 'right',
  { scheme, axisFigure }: ChartSurroundings,
): ValueAxis => {
  const { quiet, line } = SURFACES[scheme]
  return {
    type: 'value',
    position,
    // Every axis begins at zero, and shares end at one, so that charts can be held beside each other.
    min: 0,
    ...(unit === 'share' ? { max: 1, interval: 0.25 } : { minInterval: 1, splitNumber: 4 }),
    axisLabel: { color: quiet, formatter: (value: number) => axisFigure(value, unit) },
    // One set of lines is enough to read both axes by.
    splitLine: { show: position === 'left', lineStyle: { color: line } },
  }
}

/** The units of the series: each has an axis, shares on the right where there are others. */
const unitsOf = (series: readonly TimeSeries[]): readonly FigureUnit[] =>
  [...new Set(series.map(({ unit }) => unit))].toSorted(
    (one, other) => Number(one === 'share') - Number(other === 'share') || (one < other ? -1 : 1),
  )

const symbolOf = ({ look }: TimeSeries): string => {
  switch (look.kind) {
    case 'slot':
      return `path://${seriesSymbol(look.slot)}`
    case 'before':
      return 'none'
    case 'lane':
    case 'others':
    case 'not-shown':
      return 'circle'
    default:
      return look satisfies never
  }
}

/** The last period is going on: its point is hollow, its bar pale. */
const dataOf = (
  { values, look }: TimeSeries,
  goingOn: object,
): (number | null | { value: number; itemStyle: object })[] =>
  values.map((value, at) =>
    value !== null && at === values.length - 1 && look.kind !== 'before'
      ? { value, itemStyle: goingOn }
      : value,
  )

const lineOf = (series: TimeSeries, axis: number, around: ChartSurroundings): LineSeriesOption => ({
  type: 'line',
  id: series.id,
  name: series.label,
  data: dataOf(series, {
    color: SURFACES[around.scheme].paper,
    borderColor: lookColour(around.scheme, series.look),
    borderWidth: 2,
  }),
  yAxisIndex: axis,
  symbol: symbolOf(series),
  symbolKeepAspect: true,
  symbolSize: series.values.length > 45 ? 5 : 8,
  // Without this, points are left out where they stand close, and cannot be clicked.
  showAllSymbol: true,
  lineStyle: { width: 2, type: series.look.kind === 'before' ? [5, 5] : 'solid' },
  itemStyle: { color: lookColour(around.scheme, series.look) },
  emphasis: { focus: 'series' },
  tooltip: {
    valueFormatter: (value) => around.figure(typeof value === 'number' ? value : null, series.unit),
  },
})

const barOf = (series: TimeSeries, axis: number, around: ChartSurroundings): BarSeriesOption => {
  const { paper } = SURFACES[around.scheme]
  const decal = series.look.kind === 'not-shown' ? { decal: hatchOf(paper) } : {}
  return {
    type: 'bar',
    id: series.id,
    name: series.label,
    data: dataOf(series, { opacity: 0.55, ...decal }),
    yAxisIndex: axis,
    stack: 'all',
    barMaxWidth: 36,
    barCategoryGap: '22%',
    itemStyle: {
      color: lookColour(around.scheme, series.look),
      borderColor: paper,
      borderWidth: 0.5,
      ...decal,
    },
    tooltip: {
      valueFormatter: (value) => around.figure(typeof value === 'number' ? value : null, series.unit),
    },
  }
}

/** What stands beside the pointer: the period, and each series with its unit. */
const tooltipOf = ({ scheme }: ChartSurroundings): TooltipComponentOption => {
  const { paper, ink, line } = SURFACES[scheme]
  return {
    trigger: 'axis',
    confine: true,
    backgroundColor: paper,
    borderColor: line,
    textStyle: { color: ink, fontFamily: CHART_FONT, fontSize: 13 },
  }
}

/** Below there is room for what hangs under the line of a letter. */
const GRID = { left: 4, right: 8, top: 12, bottom: 10 }

/** What stands above a line that marks something. */
const MARK_PIXELS = 14

/** What every chart has in common. */
export const baseOption = (around: ChartSurroundings): ChartOption => ({
  animation: around.motion === 'full',
  animationDuration: 250,
  animationDurationUpdate: 250,
  textStyle: { fontFamily: CHART_FONT },
  grid: GRID,
  tooltip: tooltipOf(around),
})

/** Characters of a mark's label at most; the table and what is read aloud have all of it. */
const MOST_LABEL = 20

/** Where the label of a mark stands to its line, so that it is not cut off at an edge. */
const alignOf = (at: number, periods: number): 'left' | 'center' | 'right' => {
  if (at < periods / 4) return 'left'
  return at < (periods * 3) / 4 ? 'center' : 'right'
}

const shortened = (label: string): string =>
  label.length > MOST_LABEL ? `${label.slice(0, MOST_LABEL - 1)}…` : label

/** Upright lines where something happened; they belong to the first series, since ECharts draws none without one. */
const markLineOf = (
  { marks = [], periods }: TimeContent,
  { scheme }: ChartSurroundings,
): NonNullable<LineSeriesOption['markLine']> => {
  const { quiet } = SURFACES[scheme]
  return {
    silent: true,
    animation: false,
    symbol: 'none',
    lineStyle: { color: quiet, type: [2, 3], width: 1 },
    label: { color: quiet, fontFamily: CHART_FONT, fontSize: 11, position: 'end', distance: 4 },
    data: marks.map(({ at, label }) => ({
      xAxis: at,
      label: { formatter: shortened(label), align: alignOf(at, periods.length) },
    })),
  }
}

/** A chart over periods as ECharts draws it. */
export const timeOption = (content: TimeContent, around: ChartSurroundings): ChartOption => {
  const { periods, series, marks = [] } = content
  const { quiet, line } = SURFACES[around.scheme]
  const units = unitsOf(series)
  return {
    ...baseOption(around),
    xAxis: {
      type: 'category',
      data: periods.map(({ long }) => long),
      boundaryGap: series.some(({ draw }) => draw === 'bar'),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: {
        color: quiet,
        hideOverlap: true,
        formatter: (_: string, index: number) => periods[index]?.short ?? '',
      },
    },
    yAxis: (units.length === 0 ? ([''] as const) : units).map((unit, index) =>
      valueAxis(unit, index === 0 ? 'left' : 'right', around),
    ),
    ...(marks.length > 0 && { grid: { ...GRID, top: GRID.top + MARK_PIXELS } }),
    series: series.map((each, place) => {
      const axis = units.indexOf(each.unit)
      const drawn = each.draw === 'line' ? lineOf(each, axis, around) : barOf(each, axis, around)
      return place === 0 && marks.length > 0 ? { ...drawn, markLine: markLineOf(content, around) } : drawn
    }),
  }
}
