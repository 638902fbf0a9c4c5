import { DATA_CATEGORIES, formatTime, parseTime, type DataCategory } from '@candor/practices'
import { describe, expect, test } from 'vitest'
import { freshness } from './freshness.js'

const NOW = Date.parse('2026-11-22T12:55:00Z')
const DAY = 86_400_000

/** The outcome of a report that a device writes whose clock shows another time. */
const outcome = (category: DataCategory, atMillis: number, fromMillis = atMillis): string | undefined => {
  const [from, to] = [fromMillis, atMillis].map((millis) => parseTime(category, formatTime(category, millis)))
  return freshness({ fromMillis: Number(from), toMillis: Number(to) }, { category, nowMillis: NOW })?.code
}

describe('the future', () => {
  test.each(DATA_CATEGORIES)('a clock that is 10 minutes ahead is taken in %s', (category) => {
    expect(outcome(category, NOW + 600_000)).toBeUndefined()
  })

  test.each([
    ['error', NOW + 600_001],
    ['usage', Date.parse('2026-11-22T14:00:00Z')],
    ['census', Date.parse('2026-11-23T00:00:00Z')],
  ] as const)('%s beyond it is refused', (category, atMillis) => {
    expect(outcome(category, atMillis)).toBe('CANDOR_REPORT_IN_FUTURE')
  })

  test('an hour or a day that begins within 10 minutes is taken', () => {
    expect(outcome('usage', Date.parse('2026-11-22T13:00:00Z'))).toBeUndefined()
    const nowMillis = Date.parse('2026-11-22T23:50:00Z')
    const toMillis = Date.parse('2026-11-23')
    expect(freshness({ fromMillis: toMillis, toMillis }, { category: 'census', nowMillis })).toBeUndefined()
    expect(
      freshness({ fromMillis: toMillis, toMillis }, { category: 'census', nowMillis: nowMillis - 1 }),
    ).toEqual({ code: 'CANDOR_REPORT_IN_FUTURE' })
  })
})

describe('the past', () => {
  test.each(DATA_CATEGORIES)('45 days are taken in %s, more are not', (category) => {
    expect(outcome(category, NOW - 45 * DAY)).toBeUndefined()
    expect(outcome(category, NOW - 47 * DAY)).toBe('CANDOR_REPORT_TOO_OLD')
  })

  test('the edge is the end of the hour, the day or the instant', () => {
    const oldest = NOW - 45 * DAY
    expect(outcome('error', oldest - 1)).toBeUndefined()
    expect(outcome('error', oldest - 2)).toBe('CANDOR_REPORT_TOO_OLD')
    expect(outcome('usage', oldest)).toBeUndefined()
    expect(outcome('usage', oldest - 3_600_000)).toBe('CANDOR_REPORT_TOO_OLD')
    expect(outcome('census', oldest)).toBeUndefined()
    expect(outcome('census', oldest - DAY)).toBe('CANDOR_REPORT_TOO_OLD')
  })

  test.each(DATA_CATEGORIES)('a report of %s that covers more than 90 days is refused', (category) => {
    expect(outcome(category, NOW, NOW - 89 * DAY)).toBeUndefined()
    expect(outcome(category, NOW, NOW - 91 * DAY)).toBe('CANDOR_REPORT_TOO_OLD')
  })
})
