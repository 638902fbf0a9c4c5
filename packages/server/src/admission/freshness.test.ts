import { DATA_CATEGORIES, formatTime, parseTime, type DataCategory } from '@candor/practices'
import fc from 'fast-check'
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

describe('a device whose clock is ahead', () => {
  test('is refused, or dated to the hour or the day that it is, or that begins within 10 minutes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DATA_CATEGORIES),
        // Around the ends of days, of years, and of a February that has 29 days, and anywhere else.
        fc.oneof(
          fc
            .constantFrom('2027-01-01T00:00:00Z', '2028-02-29T00:00:00Z', '2028-03-01T00:00:00Z')
            .chain((edge) =>
              fc.integer({ min: -700_000, max: 700_000 }).map((off) => Date.parse(edge) + off),
            ),
          fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2032-01-01') }),
        ),
        fc.oneof(fc.integer({ min: 0, max: 1_300_000 }), fc.integer({ min: 0, max: 400 * DAY })),
        (category, nowMillis, skewMillis) => {
          const at = (millis: number): number => Number(parseTime(category, formatTime(category, millis)))
          const toMillis = at(nowMillis + skewMillis)
          const fault = freshness({ fromMillis: toMillis, toMillis }, { category, nowMillis })
          if (fault !== undefined) return skewMillis > 600_000 && fault.code === 'CANDOR_REPORT_IN_FUTURE'
          // Never further from the truth than 10 minutes, cut to what the lane tells.
          return toMillis === at(nowMillis) || toMillis === at(nowMillis + 600_000) || skewMillis <= 600_000
        },
      ),
    )
  })
})

describe('a service whose own clock went back', () => {
  test('goes on by the latest instant that it has seen, and by no later one', () => {
    const scope = { category: 'error', nowMillis: NOW - 2 * DAY, latestMillis: NOW } as const
    const at = (millis: number) => freshness({ fromMillis: millis, toMillis: millis }, scope)?.code
    expect(at(NOW + 600_000)).toBeUndefined()
    expect(at(NOW + 600_001)).toBe('CANDOR_REPORT_IN_FUTURE')
    expect(at(NOW - 45 * DAY)).toBeUndefined()
  })
})

describe('a service whose clock leapt ahead', () => {
  const scope = { category: 'error', nowMillis: NOW + 400 * DAY, trustedMillis: NOW } as const
  const at = (millis: number) => freshness({ fromMillis: millis, toMillis: millis }, scope)?.code

  test('takes what is right by the time it believes, and by the one it is told', () => {
    for (const now of [NOW, NOW + 400 * DAY]) {
      expect(at(now)).toBeUndefined()
      expect(at(now + 600_000)).toBeUndefined()
      expect(at(now - 45 * DAY)).toBeUndefined()
    }
  })

  test('refuses what is wrong by both', () => {
    expect(at(NOW - 46 * DAY)).toBe('CANDOR_REPORT_TOO_OLD')
    expect(at(NOW + 200 * DAY)).toBe('CANDOR_REPORT_IN_FUTURE')
    expect(at(NOW + 401 * DAY)).toBe('CANDOR_REPORT_IN_FUTURE')
  })
})

describe('times that are none', () => {
  test.each([
    ['census', '2026-02-29'],
    ['census', '2027-04-31'],
    ['census', '2026-13-01'],
    ['census', '2026-00-10'],
    ['census', '0000-01-01'],
    ['census', '2026-11-22T00:00:00Z'],
    ['usage', '2026-11-22T24:00:00Z'],
    ['usage', '2026-11-22T12:30:00Z'],
    ['usage', '2026-11-22T12:00:00+01:00'],
    ['error', '2026-11-22T23:59:60Z'],
    ['error', '2026-11-22T12:00:00'],
    ['error', '+275760-09-13T00:00:00Z'],
  ] as const)('%s %s is no time, and never another one', (category, text) => {
    expect(parseTime(category, text)).toBeUndefined()
  })

  test('the 29th of February is one where the year has it', () => {
    expect(parseTime('census', '2028-02-29')).toBe(Date.parse('2028-02-29'))
  })
})
