import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

import type { Format } from '../language/format.js'
import { seriesColour, seriesSymbol, SURFACES, type Scheme } from '../theme/palette.js'
import type { ChartForm, DailySeries } from './daily-series.js'

/** What the charts are told; only the parts of ECharts that they use. */
export type DailyOption = ComposeOption<
  LineSeriesOption | BarSeriesOption | GridComponentOption | TooltipComponentOption
>

/** What a chart shows, and how. */
export interface DailyChartContent {
  readonly days: readonly string[]
  readonly series: readonly DailySeries[]
  readonly form: ChartForm
  /** One colour for all, instead of one for each series. */
  readonly colour?: string | undefined
}

/** Where and for whom it is drawn. */
export interface DailyChartSurroundings {
  readonly format: Format
  readonly scheme: Scheme
  readonly motion: 'full' | 'reduced'
  /** What stands for a number that is not shown. */
  readonly hiddenText: string
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'

type ValueAxis = Extract<NonNullable<DailyOption['yAxis']>, readonly unknown[]>[number]

const valueAxis = (
  unit: string,
  position: 'left' | 'right',
  { format, scheme }: DailyChartSurroundings,
): ValueAxis => {
  const { quiet, line } = SURFACES[scheme]
  return {
    type: 'value',
    position,
    minInterval: 1,
    splitNumber: 4,
    name: unit,
    nameTextStyle: { color: quiet },
    axisLabel: { color: quiet, formatter: (value: number) => format.number(value) },
    // One set of lines is enough to read both axes by.
    splitLine: { show: position === 'left', lineStyle: { color: line } },
  }
}

/** The units of the series: each has an axis, the second one on the right. */
const unitsOf = (series: readonly DailySeries[]): readonly string[] =>
  [...new Set(series.map(({ unit }) => unit))].toSorted()

const lineOf = (series: DailySeries, colour: string, axis: number): LineSeriesOption => ({
  type: 'line',
  id: series.id,
  name: series.label,
  data: [...series.values],
  yAxisIndex: axis,
  symbol: `path://${seriesSymbol(series.slot)}`,
  symbolKeepAspect: true,
  symbolSize: 8,
  lineStyle: { width: 2 },
  itemStyle: { color: colour },
  emphasis: { focus: 'series' },
})

const barOf = (series: DailySeries, colour: string, axis: number, edge: string): BarSeriesOption => ({
  type: 'bar',
  id: series.id,
  name: series.label,
  data: [...series.values],
  yAxisIndex: axis,
  stack: 'all',
  barMaxWidth: 36,
  itemStyle: { color: colour, borderColor: edge, borderWidth: 0.5 },
})

const tooltipOf = ({ format, scheme, hiddenText }: DailyChartSurroundings): TooltipComponentOption => {
  const { paper, ink, line } = SURFACES[scheme]
  return {
    trigger: 'axis',
    confine: true,
    backgroundColor: paper,
    borderColor: line,
    textStyle: { color: ink, fontFamily: FONT, fontSize: 13 },
    valueFormatter: (value) => (typeof value === 'number' ? format.number(value) : hiddenText),
  }
}

/** A chart of the days as ECharts draws it. */
export const dailyOption = (
  content: DailyChartContent,
  surroundings: DailyChartSurroundings,
): DailyOption => {
  const { days, series, form, colour } = content
  const { format, scheme, motion } = surroundings
  const { paper, quiet, line } = SURFACES[scheme]
  const units = unitsOf(series)
  return {
    animation: motion === 'full',
    animationDuration: 250,
    animationDurationUpdate: 250,
    textStyle: { fontFamily: FONT },
    grid: {
      left: 4,
      right: units.length > 1 ? 4 : 12,
      top: units.some((unit) => unit !== '') ? 30 : 12,
      bottom: 4,
    },
    tooltip: tooltipOf(surroundings),
    xAxis: {
      type: 'category',
      data: days.map((day) => format.day(day)),
      boundaryGap: form === 'stacked-bars',
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: quiet, hideOverlap: true },
    },
    yAxis: (units.length === 0 ? [''] : units).map((unit, index) =>
      valueAxis(unit, index === 0 ? 'left' : 'right', surroundings),
    ),
    series: series.map((each) => {
      const shown = colour ?? seriesColour(scheme, each.slot)
      const axis = units.indexOf(each.unit)
      return form === 'lines' ? lineOf(each, shown, axis) : barOf(each, shown, axis, paper)
    }),
  }
}
