import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

import { seriesSymbol, SURFACES } from '../theme/palette.js'
import { CHART_FONT, hatchOf, type ChartSurroundings } from './chart-style.js'
import { lookColour } from './look-colour.js'
import type { FigureUnit, TimeSeries } from './time-series.js'

/** What the charts are told; only the parts of ECharts that they use. */
export type ChartOption = ComposeOption<
  LineSeriesOption | BarSeriesOption | GridComponentOption | TooltipComponentOption
>

/** A period as the axis writes it, and as the tooltip does. */
export interface PeriodName {
  readonly short: string
  readonly long: string
}

/** What a chart over periods shows. */
export interface TimeContent {
  readonly periods: readonly PeriodName[]
  readonly series: readonly TimeSeries[]
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

/** What every chart has in common. */
export const baseOption = (around: ChartSurroundings): ChartOption => ({
  animation: around.motion === 'full',
  animationDuration: 250,
  animationDurationUpdate: 250,
  textStyle: { fontFamily: CHART_FONT },
  // Below there is room for what hangs under the line of a letter.
  grid: { left: 4, right: 8, top: 12, bottom: 10 },
  tooltip: tooltipOf(around),
})

/** A chart over periods as ECharts draws it. */
export const timeOption = ({ periods, series }: TimeContent, around: ChartSurroundings): ChartOption => {
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
    series: series.map((each) => {
      const axis = units.indexOf(each.unit)
      return each.draw === 'line' ? lineOf(each, axis, around) : barOf(each, axis, around)
    }),
  }
}
