import { expect, test } from 'vitest'

import { csvOf, jsonOf, type FigureTable } from './figure-table.js'

const table: FigureTable = {
  caption: 'Devices a day',
  head: { id: 'day', heading: 'Day' },
  columns: [
    { id: '=1+1', heading: '=1+1', unit: '' },
    { id: 'rate', heading: 'Rate, "joined"', unit: 'share' },
    { id: 'place', heading: 'Place', unit: '' },
  ],
  rows: [
    { id: '2026-11-30', head: 'Mon, Nov 30', cells: [12_345, 0.25, '@cmd'] },
    { id: '2026-12-01', head: 'Tue, Dec 1', cells: [null, null, 'a\nb'] },
  ],
}

test('CSV holds plain numbers, nothing where one is not shown, and no text that a spreadsheet would run', () => {
  expect(csvOf(table)).toBe(
    `Day,'=1+1,"Rate, ""joined""",Place\r\n2026-11-30,12345,0.25,'@cmd\r\n2026-12-01,,,"a\nb"\r\n`,
  )
})

test('JSON holds what the figures are about, and null where one is not shown', () => {
  expect(JSON.parse(jsonOf(table, { product: 'shop' }))).toEqual({
    title: 'Devices a day',
    product: 'shop',
    rows: [
      { day: '2026-11-30', '=1+1': 12_345, rate: 0.25, place: '@cmd' },
      { day: '2026-12-01', '=1+1': null, rate: null, place: 'a\nb' },
    ],
  })
})
