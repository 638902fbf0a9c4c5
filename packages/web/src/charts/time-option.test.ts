import { expect, test } from 'vitest'

import { createFormat } from '../language/format.js'
import { dailyOption, type DailyChartContent, type DailyChartSurroundings } from './daily-option.js'
import type { DailySeries } from './daily-series.js'

const series = (id: string, unit: string): DailySeries => ({
  id,
  label: id,
  values: [1, null],
  total: 1,
  unit,
  slot: id.length,
})
const content = (
  given: readonly DailySeries[],
  form: DailyChartContent['form'] = 'lines',
): DailyChartContent => ({
  days: ['2026-11-21', '2026-11-22'],
  series: given,
  form,
})
const around: DailyChartSurroundings = {
  format: createFormat('es'),
  scheme: 'dark',
  motion: 'full',
  hiddenText: 'not shown',
}

test('days stand on the axis as the language writes them', () => {
  expect(dailyOption(content([]), around)).toMatchObject({ xAxis: { data: ['21 nov', '22 nov'] } })
})

test('a value that is not shown is a gap, not a zero', () => {
  expect(dailyOption(content([series('IMSent', '')]), around)).toMatchObject({
    series: [{ data: [1, null] }],
  })
})

test('numbers of occurrences and minutes each have an axis', () => {
  const both = dailyOption(content([series('IMSent', ''), series('CallMinutes', 'min')]), around)
  expect(both).toMatchObject({
    yAxis: [
      { position: 'left', name: '' },
      { position: 'right', name: 'min' },
    ],
    series: [
      { id: 'IMSent', yAxisIndex: 0 },
      { id: 'CallMinutes', yAxisIndex: 1 },
    ],
  })
  const minutesAlone = dailyOption(content([series('CallMinutes', 'min')]), around)
  expect(minutesAlone).toMatchObject({
    yAxis: [{ position: 'left', name: 'min' }],
    series: [{ yAxisIndex: 0 }],
  })
})

test('only what may be added up is stacked', () => {
  expect(dailyOption(content([series('a', '')], 'stacked-bars'), around)).toMatchObject({
    series: [{ type: 'bar', stack: 'all' }],
  })
  expect(JSON.stringify(dailyOption(content([series('a', '')]), around))).not.toContain('"stack"')
})

test('nothing moves for those who asked for that', () => {
  expect(dailyOption(content([]), { ...around, motion: 'reduced' })).toMatchObject({ animation: false })
})
