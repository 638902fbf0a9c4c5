import { describe, expect, test } from 'vitest'

import { changeOf, changeOfSums, latestOf, pointsOf } from './change.js'
import {
  asShares,
  groupSeries,
  MAX_SERIES,
  NOT_SHOWN_ID,
  OTHERS_ID,
  ranksOf,
  type Group,
} from './group-series.js'
import { periodNames } from './period-names.js'
import { MAX_BARS, rankedBars } from './ranked-bars.js'
import { rateOf, rateOver } from './rates.js'
import { splitOf, sumOf } from './split.js'

describe('periods', () => {
  test('that are shown are the last ones, and those before are as many', () => {
    expect(splitOf([1, 2, 3, 4, 5], 2)).toEqual({ shown: [4, 5], before: [2, 3] })
    expect(splitOf([1, 2, 3], 2)).toEqual({ shown: [2, 3], before: undefined })
  })

  test('have the names of the language, and the last is not over', () => {
    expect(periodNames('day', ['2026-11-30', '2026-12-01'], 'en', 'so far')).toEqual([
      { short: 'Nov 30', long: 'Mon, Nov 30' },
      { short: 'Dec 1', long: 'Tue, Dec 1 (so far)' },
    ])
    expect(periodNames('week', ['2026-11-30'], 'en').map(({ long }) => long.replaceAll(/\s/g, ' '))).toEqual([
      'Nov 30 – Dec 6',
    ])
    expect(periodNames('month', ['2026-12-01', '2027-01-01'], 'es')).toEqual([
      { short: 'dic', long: 'dic 2026' },
      { short: 'ene 2027', long: 'ene 2027' },
    ])
  })

  test('that are no dates stay as they are', () => {
    expect(periodNames('day', ['soon'], 'en', 'so far')).toEqual([{ short: 'soon', long: 'soon' }])
  })
})

describe('a sum', () => {
  test('is of what is shown, and is none where nothing is', () => {
    expect(sumOf([1, null, 2])).toBe(3)
    expect(sumOf([null, null])).toBeNull()
  })

  test('is compared without the period that is going on', () => {
    expect(changeOfSums({ shown: [10, 20, 1], before: [10, 10, 500] })).toEqual({
      kind: 'differs',
      by: 0.5,
      as: 'share',
    })
  })
})

describe('a change', () => {
  test.each([
    [12, 10, { kind: 'differs', by: 0.2, as: 'share' }],
    [8, 10, { kind: 'differs', by: -0.2, as: 'share' }],
    [10, 10, { kind: 'same' }],
    [10, 0, { kind: 'unknown' }],
    [10, null, { kind: 'unknown' }],
    [null, 10, { kind: 'unknown' }],
  ])('of %j from %j', (now, before, change) => {
    expect(changeOf(now, before)).toEqual(change)
  })

  test('of shares is in points', () => {
    expect(pointsOf(0.75, 0.5)).toEqual({ kind: 'differs', by: 0.25, as: 'points' })
    expect(pointsOf(0.5, 0.5)).toEqual({ kind: 'same' })
  })
})

test('the latest figure is of the last complete period, else of the one that is going on', () => {
  expect(latestOf([1, 2, 3])).toEqual({ value: 2, at: 1 })
  expect(latestOf([1, null, 3])).toEqual({ value: 3, at: 2 })
  expect(latestOf([7])).toEqual({ value: 7, at: 0 })
  expect(latestOf([1, null, null])).toBeUndefined()
})

describe('a rate', () => {
  const values: Readonly<Record<string, readonly (number | null)[]>> = {
    SignInAttempts: [10, 20, null, 0],
    SignInFailures: [1, null, 3, 0],
    Sessions: [100],
    Crashes: [101],
  }
  const valuesOf = (dataType: string) => values[dataType]

  test('is of the periods alone in which both numbers are shown', () => {
    const rate = rateOf('signIn', valuesOf)
    expect(rate).toMatchObject({
      good: [9, null, null, 0],
      bad: [1, null, 3, 0],
      values: [0.9, null, null, null],
    })
    expect(rate && rateOver(rate)).toBe(0.9)
  })

  test('is absent where the product does not have its data types', () => {
    expect(rateOf('meetingJoin', valuesOf)).toBeUndefined()
  })

  test('is none where the parts are more than the whole', () => {
    expect(rateOf('crashFree', valuesOf)?.values).toEqual([null])
  })
})

describe('groups', () => {
  const groups: readonly Group[] = Array.from({ length: 11 }, (_, at) => ({
    id: `App ${at}`,
    label: `App ${at}`,
    values: [100 - at, null],
  }))
  const labels = { others: (count: number) => `Others ${count}`, notShown: 'Not shown' }
  const ranks = ranksOf(groups.map(({ id }) => id))
  const series = groupSeries({ groups, ranks, notShown: [12, 0], labels, draw: 'line' })

  test('are the largest eight, the others together, and what is not shown as bars', () => {
    expect(series).toHaveLength(MAX_SERIES + 2)
    expect(series.at(-2)).toMatchObject({ id: OTHERS_ID, label: 'Others 3', values: [92 + 91 + 90, null] })
    expect(series.at(-1)).toMatchObject({ id: NOT_SHOWN_ID, look: { kind: 'not-shown' }, draw: 'bar' })
  })

  test('have eight different colours', () => {
    const slots = series.flatMap(({ look }) => (look.kind === 'slot' ? [look.slot] : []))
    expect(new Set(slots).size).toBe(MAX_SERIES)
  })

  test('that are nothing are left out', () => {
    const few = groupSeries({ groups: groups.slice(0, 1), ranks, notShown: [0, 0], labels, draw: 'bar' })
    expect(few.map(({ id }) => id)).toEqual(['App 0'])
  })

  test('as shares are one together, where there is anything', () => {
    const shares = asShares(series)
    expect(shares.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)).toBeCloseTo(1, 12)
    expect(shares.every(({ draw, unit }) => draw === 'bar' && unit === 'share')).toBe(true)
    expect(shares[0]?.values[1]).toBeNull()
  })
})

test('a ranking is of the largest, then the smaller ones together, then what is not shown', () => {
  const things = Array.from({ length: MAX_BARS + 2 }, (_, at) => ({
    id: `f${at}`,
    label: `f${at}`,
    values: [at, 1, null],
  }))
  const bars = rankedBars(things, 40, { others: (count) => `${count} more`, notShown: 'Not shown' })
  expect(bars[0]).toEqual({ id: 'f13', label: 'f13', value: 14 })
  expect(bars.slice(-2)).toMatchObject([
    { label: '2 more', value: 3, look: { kind: 'others' } },
    { label: 'Not shown', value: 40, look: { kind: 'not-shown' } },
  ])
})
