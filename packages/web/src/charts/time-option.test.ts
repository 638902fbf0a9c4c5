import { describe, expect, test } from 'vitest'

import { createFormat } from '../language/format.js'
import { SURFACES } from '../theme/palette.js'
import { histogramOption, rankedOption, type BarsContent } from './bars-option.js'
import type { ChartSurroundings } from './chart-style.js'
import { timeOption } from './time-option.js'
import type { SeriesLook, TimeSeries } from './time-series.js'

const series = (id: string, more: Partial<TimeSeries> = {}): TimeSeries => ({
  id,
  label: id,
  values: [1, null],
  unit: '',
  look: { kind: 'slot', slot: id.length },
  draw: 'line',
  ...more,
})
const around: ChartSurroundings = {
  format: createFormat('es'),
  scheme: 'dark',
  motion: 'full',
  figure: (value, unit) => (value === null ? 'not shown' : `${value} ${unit}`.trim()),
  axisFigure: (value) => String(value),
}
const PERIODS = [
  { short: '21 nov', long: 'sáb, 21 nov' },
  { short: '22 nov', long: 'dom, 22 nov (hasta ahora)' },
]
const optionOf = (given: readonly TimeSeries[], more: Partial<ChartSurroundings> = {}) =>
  timeOption({ periods: PERIODS, series: given }, { ...around, ...more })

test('a tooltip names the period in full, and the axis in short', () => {
  const { xAxis } = optionOf([]) as {
    xAxis: { data: string[]; axisLabel: { formatter: (_: string, at: number) => string } }
  }
  expect(xAxis.data).toEqual(['sáb, 21 nov', 'dom, 22 nov (hasta ahora)'])
  expect(xAxis.axisLabel.formatter('', 1)).toBe('22 nov')
})

test('a value that is not shown is a gap, not a zero, and the tooltip says so', () => {
  const { series: drawn } = optionOf([series('IMSent')]) as {
    series: { data: unknown[]; tooltip: { valueFormatter: (value: unknown) => string } }[]
  }
  expect(drawn[0]?.data).toEqual([1, null])
  expect(drawn[0]?.tooltip.valueFormatter(undefined)).toBe('not shown')
  expect(drawn[0]?.tooltip.valueFormatter(4)).toBe('4')
})

test('what happened in a period is marked there once, above all series', () => {
  const given = [series('a'), series('b')]
  const { series: drawn, grid } = timeOption(
    { periods: PERIODS, series: given, marks: [{ at: 1, label: '8.1.0' }] },
    around,
  ) as { series: { markLine?: { data: unknown } }[]; grid: { top: number } }
  expect(drawn.map(({ markLine }) => markLine?.data)).toEqual([
    [{ xAxis: 1, label: { formatter: '8.1.0', align: 'center' } }],
    undefined,
  ])
  expect(grid.top).toBeGreaterThan((optionOf(given).grid as { top: number }).top)
})

test('what is going on is drawn apart: pale as a bar, hollow as a point', () => {
  const whole = { values: [1, 2] }
  expect(optionOf([series('a', { ...whole, draw: 'bar' })])).toMatchObject({
    series: [{ data: [1, { value: 2, itemStyle: { opacity: 0.55 } }] }],
  })
  expect(optionOf([series('a', whole)])).toMatchObject({
    series: [{ data: [1, { value: 2, itemStyle: { color: SURFACES.dark.paper } }] }],
  })
})

describe('axes', () => {
  test('each unit has one; shares stand on the right and end at one', () => {
    const both = optionOf([series('rate', { unit: 'share' }), series('IMSent')])
    expect(both).toMatchObject({
      yAxis: [
        { position: 'left', min: 0 },
        { position: 'right', min: 0, max: 1 },
      ],
      series: [
        { id: 'rate', yAxisIndex: 1 },
        { id: 'IMSent', yAxisIndex: 0 },
      ],
    })
    expect(optionOf([series('rate', { unit: 'share' })])).toMatchObject({
      yAxis: [{ position: 'left', max: 1 }],
    })
  })

  test('all begin at zero', () => {
    expect(optionOf([])).toMatchObject({ yAxis: [{ min: 0 }] })
  })
})

test('only bars are stacked', () => {
  expect(optionOf([series('a', { draw: 'bar' })])).toMatchObject({ series: [{ type: 'bar', stack: 'all' }] })
  expect(JSON.stringify(optionOf([series('a')]))).not.toContain('"stack"')
})

test('what is not shown is hatched in a neutral colour, what was before is dashed', () => {
  const look = (kind: SeriesLook) =>
    series('a', { look: kind, draw: kind.kind === 'before' ? 'line' : 'bar' })
  expect(optionOf([look({ kind: 'not-shown' })])).toMatchObject({
    series: [{ itemStyle: { color: SURFACES.dark.quiet, decal: { symbol: 'rect' } } }],
  })
  expect(JSON.stringify(optionOf([look({ kind: 'others' })]))).not.toContain('decal')
  expect(optionOf([look({ kind: 'before', slot: 1 })])).toMatchObject({
    series: [{ lineStyle: { type: [5, 5] }, symbol: 'none' }],
  })
})

test('nothing moves for those who asked for that', () => {
  expect(optionOf([], { motion: 'reduced' })).toMatchObject({ animation: false })
})

describe('bars', () => {
  const content: BarsContent = {
    label: 'Times',
    bars: [
      { id: 'a', label: 'screen-sharing', value: 9 },
      { id: 'b', label: `whiteboard ${'w'.repeat(40)}`, value: 4 },
      { id: 'c', label: 'Not shown', value: 2, look: { kind: 'not-shown' } },
    ],
    unit: '',
    look: { kind: 'lane', lane: 'usage' },
  }

  test('of a ranking have the largest on top, short names and their own colours', () => {
    const option = rankedOption(content, around) as {
      yAxis: { inverse: boolean; axisLabel: { formatter: (name: string) => string } }
      series: { data: { value: number; itemStyle: { color: string; decal?: object } }[] }[]
    }
    expect(option.yAxis.inverse).toBe(true)
    expect(option.yAxis.axisLabel.formatter(content.bars[1]?.label ?? '')).toHaveLength(22)
    const data = option.series[0]?.data ?? []
    expect(data.map(({ value }) => value)).toEqual([9, 4, 2])
    expect(data[0]?.itemStyle).toEqual({ color: SURFACES.dark.usage })
    expect(data[2]?.itemStyle.decal).toBeDefined()
  })

  test('of a distribution stand side by side in the order of their ranges', () => {
    expect(histogramOption(content, around)).toMatchObject({
      xAxis: { type: 'category' },
      yAxis: { type: 'value', min: 0 },
      series: [{ barCategoryGap: '6%' }],
    })
  })
})
