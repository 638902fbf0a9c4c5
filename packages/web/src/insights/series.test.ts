import { expect, test } from 'vitest'

import type { CensusInsight, UsageInsight } from '../api/insight.js'
import { censusSeries, largestGroups } from './census-series.js'
import { firstSeries, usageSeries } from './usage-series.js'

const label = { en: 'AppName', es: 'AppName' }
const group = (value: string, totalDevices: number) => ({
  value,
  reports: [2, null],
  devices: [1, null],
  totalReports: 100 - totalDevices,
  totalDevices,
})
const census: CensusInsight = {
  product: 'skype-teams',
  category: 'census',
  days: ['2026-11-21', '2026-11-22'],
  groupMinimum: 10,
  by: { dataType: 'AppName', label },
  groups: ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name, index) => group(name, 20 + index)),
  suppressedGroups: 0,
  totals: { reports: 1, devices: 1, users: 1, userEpochs: 1, counts: [] },
}

test('census shows the groups by what is measured, the largest first', () => {
  expect(censusSeries(census, 'devices').map(({ id, total }) => [id, total])).toEqual([
    ['G', 26],
    ['F', 25],
    ['E', 24],
    ['D', 23],
    ['C', 22],
    ['B', 21],
    ['A', 20],
  ])
  expect(censusSeries(census, 'reports')[0]).toMatchObject({ id: 'A', total: 80, values: [2, null] })
})

test('census draws the six largest until a person chooses', () => {
  expect(largestGroups(censusSeries(census, 'devices'))).toEqual(['G', 'F', 'E', 'D', 'C', 'B'])
})

test('a group has the same colour whichever measure is shown', () => {
  const slots = (['devices', 'reports'] as const).map((measure) =>
    Object.fromEntries(censusSeries(census, measure).map(({ id, slot }) => [id, slot])),
  )
  expect(slots[0]).toEqual(slots[1])
})

const usage: UsageInsight = {
  product: 'skype-teams',
  category: 'usage',
  days: ['2026-11-22'],
  series: [
    { dataType: 'IMSent', label: { en: 'IM Sent', es: 'Enviados' }, unit: '', values: [4], total: 4 },
    {
      dataType: 'CallMinutes',
      label: { en: 'Minutes', es: 'Minutos' },
      unit: 'minute',
      values: [9],
      total: 9,
    },
  ],
  reports: [2],
}

test('usage keeps the order of the practices, in the language and with the unit of each', () => {
  const series = usageSeries(usage, 'es', { minute: 'min', second: 's' })
  expect(series.map(({ id, label: name, unit }) => [id, name, unit])).toEqual([
    ['IMSent', 'Enviados', ''],
    ['CallMinutes', 'Minutos', 'min'],
  ])
})

test('usage opens with calls, messages and meetings, else with the first four', () => {
  expect(firstSeries(['Sessions', 'IMSent', 'CallsMade'])).toEqual(['IMSent', 'CallsMade'])
  expect(firstSeries(['a', 'b', 'c', 'd', 'e'])).toEqual(['a', 'b', 'c', 'd'])
})
