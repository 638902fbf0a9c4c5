import { skypeTeams } from '@candor/practices/skype-teams'
import { describe, expect, test } from 'vitest'
import { everyKind } from '../store/testing/every-kind.js'
import { planCensus } from './plan-census.js'
import { planError } from './plan-error.js'
import { planUsage } from './plan-usage.js'

const nowMillis = Date.parse('2026-11-22T09:30:00Z')
const week = { days: 7, nowMillis }
const source = { stored: 'lane', once: 'lane FINAL' }

describe('the days', () => {
  test('end today', () => {
    const { days, daily } = planUsage(skypeTeams, week, source)
    expect([days.length, days[0], days.at(-1)]).toEqual([7, '2026-11-16', '2026-11-22'])
    expect(daily.parameters).toEqual({ first: '2026-11-16', last: '2026-11-22' })
  })

  test.each([0, 401, 1.5, Number.NaN])('%s days are refused', (days) => {
    expect(() => planUsage(skypeTeams, { days, nowMillis }, source)).toThrow(
      expect.objectContaining({
        code: 'CANDOR_QUERY_REFUSED',
        facts: { parameter: 'days', least: 1, most: 400 },
      }),
    )
  })
})

describe('census', () => {
  test('groups by the first name unless another data type is asked for', () => {
    expect(planCensus(skypeTeams, week, source).by.name).toBe('AppName')
    expect(planCensus(skypeTeams, { ...week, by: 'UserLanguage' }, source).by.name).toBe('UserLanguage')
    expect(planCensus(everyKind, week, source).by.name).toBe('Model')
  })

  test.each(['UserID', 'DeviceID', 'SignInAttempts', 'Nothing', "AppName' OR 1"])(
    'does not group by %s',
    (by) => {
      expect(() => planCensus(skypeTeams, { ...week, by }, source)).toThrow(
        expect.objectContaining({ code: 'CANDOR_QUERY_REFUSED' }),
      )
    },
  )

  test('counts the lane’s counts and durations', () => {
    expect(planCensus(skypeTeams, week, source).counts.map(({ name }) => name)).toEqual([
      'SignInAttempts',
      'SignInFailures',
    ])
    expect(planCensus(everyKind, week, source).reports.sql).toBe(
      'SELECT `Model` AS group_value, toString(covered_day) AS group_day, count() AS report_count, ' +
        'sum(`Tally`) AS total_0, sum(`Spent`) AS total_1 FROM lane FINAL ' +
        'PREWHERE covered_day BETWEEN {first:Date} AND {last:Date} GROUP BY group_value, covered_day',
    )
  })

  test('users stand for the devices where the lane has none', () => {
    const { DeviceID: _, ...census } = skypeTeams.dataTypes.census
    const plan = planCensus({ ...skypeTeams, dataTypes: { ...skypeTeams.dataTypes, census } }, week, source)
    expect(plan.devices.sql).toContain('any(reinterpretAsUInt64(`UserID`)) AS device_half')
  })
})

test('usage has every count and duration in the order of the practices', () => {
  expect(planUsage(skypeTeams, week, source).series.map(({ name }) => name)).toEqual([
    'IMSent',
    'IMReceived',
    'MeetingJoinAttempts',
    'MeetingJoinSuccesses',
    'CallMinutes',
    'CallsMade',
    'Sessions',
    'Crashes',
  ])
})

test('errors bind the minimum, and count users by the lane’s user id', () => {
  const { groups } = planError(everyKind, week, source, 10)
  expect(groups.parameters).toEqual({ first: '2026-11-16', last: '2026-11-22', minimum: 10 })
  expect(groups.sql).toContain('uniqExactStateIf(reinterpretAsUInt64(`Who`)')
})
