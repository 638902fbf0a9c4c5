import { SURFACES } from '../theme/palette.js'
import { hatchOf, type ChartSurroundings } from './chart-style.js'
import { lookColour } from './look-colour.js'
import { baseOption, type ChartOption } from './time-option.js'
import type { FigureUnit, SeriesLook } from './time-series.js'

/** A bar: a thing or a range, and its number. */
export interface Bar {
  readonly id: string
  readonly label: string
  readonly value: number
  /** Neutral ones: the smaller things together, and what is not shown. Default: as the others. */
  readonly look?: SeriesLook
}

/** What a chart of bars shows. */
export interface BarsContent {
  /** What the numbers are, as the tooltip names them. */
  readonly label: string
  readonly bars: readonly Bar[]
  readonly unit: FigureUnit
  readonly look: SeriesLook
}

/** Letters of a name that stand beside a bar; the tooltip and the table have the whole of it. */
const MAX_NAME_LENGTH = 22

const shortened = (name: string): string =>
  name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH - 1)}…` : name

const categories = (bars: readonly Bar[], { scheme }: ChartSurroundings) => {
  const { quiet, line } = SURFACES[scheme]
  return {
    type: 'category',
    data: bars.map(({ label }) => label),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: line } },
    axisLabel: { color: quiet, hideOverlap: true },
  } as const
}

const values = (unit: FigureUnit, { scheme, axisFigure }: ChartSurroundings) => {
  const { quiet, line } = SURFACES[scheme]
  return {
    type: 'value',
    min: 0,
    splitNumber: 4,
    minInterval: 1,
    axisLabel: { color: quiet, hideOverlap: true, formatter: (value: number) => axisFigure(value, unit) },
    splitLine: { lineStyle: { color: line } },
  } as const
}

const seriesOf = ({ label, bars, unit, look }: BarsContent, around: ChartSurroundings) =>
  ({
    type: 'bar',
    id: 'bars',
    name: label,
    data: bars.map((bar) => ({
      value: bar.value,
      itemStyle: {
        color: lookColour(around.scheme, bar.look ?? look),
        ...(bar.look?.kind === 'not-shown' && { decal: hatchOf(SURFACES[around.scheme].paper) }),
      },
    })),
    tooltip: {
      valueFormatter: (value: unknown) => around.figure(typeof value === 'number' ? value : null, unit),
    },
  }) as const

/** Bars from the largest down, each with its name on the left and its number on the right. */
export const rankedOption = (content: BarsContent, around: ChartSurroundings): ChartOption => {
  const { bars, unit } = content
  const axis = categories(bars, around)
  const { ink } = SURFACES[around.scheme]
  return {
    ...baseOption(around),
    grid: { left: 4, right: 64, top: 4, bottom: 4 },
    xAxis: values(unit, around),
    yAxis: { ...axis, inverse: true, axisLabel: { ...axis.axisLabel, color: ink, formatter: shortened } },
    series: [
      {
        ...seriesOf(content, around),
        barMaxWidth: 20,
        label: {
          show: true,
          position: 'right',
          color: ink,
          formatter: ({ value }) => around.figure(typeof value === 'number' ? value : null, unit),
        },
      },
    ],
  }
}

/** Ranges from the lowest up, each as a column without a gap to the next. */
export const histogramOption = (content: BarsContent, around: ChartSurroundings): ChartOption => ({
  ...baseOption(around),
  xAxis: categories(content.bars, around),
  yAxis: values(content.unit, around),
  series: [{ ...seriesOf(content, around), barCategoryGap: '6%' }],
})
