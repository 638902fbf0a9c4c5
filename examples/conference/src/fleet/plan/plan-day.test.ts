import { expect, test } from 'vitest'

import type { Installation } from '../installation.js'
import { planDay } from './plan-day.js'
import { listReplayedDays } from './replayed-days.js'

const NOW_MILLIS = Date.parse('2026-11-20T15:30:00Z')
const days = listReplayedDays(NOW_MILLIS, 14)

const installationOf = (number: number, appearsAfter = 0): Installation => ({
  number,
  profile: {
    appName: 'SkypeDesktop',
    client: 'desktop',
    os: 'Windows',
    osName: 'Windows',
    osVersion: '10.0.26200',
    deviceModel: 'PC',
    screen: '1920x1080',
    roundTripMillis: 50,
    downlinkMbps: 10,
    weight: 1,
  },
  organisation: 'contoso.com',
  userId: 'amosmarble',
  language: 'en-US',
  errorReporting: 'granted',
  diligence: 1,
  appearsAfter,
  cores: 8,
  appVersion: '16.0.5134',
  watson: {},
})

const fleet = Array.from({ length: 60 }, (_, number) => installationOf(number))
const plansOf = (day: (typeof days)[number], seed = 'seed') =>
  fleet.map((installation) => planDay(seed, installation, day))

test('replays the last days up to now', () => {
  expect(days.map(({ date }) => date).at(0)).toBe('2026-11-07')
  expect(days.map(({ date }) => date).at(-1)).toBe('2026-11-20')
  expect(days.at(-1)?.endMillis).toBe(NOW_MILLIS)
})

test('a seed, an installation and a day always give the same plan', () => {
  const workday = days.find(({ kind }) => kind === 'workday')
  if (workday === undefined) throw new Error('the days have no workday')
  expect(plansOf(workday).flat().length).toBeGreaterThan(0)
  expect(plansOf(workday)).toStrictEqual(plansOf(workday))
  expect(plansOf(workday, 'other')).not.toStrictEqual(plansOf(workday))
})

test('puts every activity within its day and before now, in the order of time', () => {
  for (const day of days) {
    for (const times of plansOf(day).map((plan) => plan.map(({ atMillis }) => atMillis))) {
      expect(times).toStrictEqual(times.toSorted((a, b) => a - b))
      expect(times.every((time) => time >= day.startMillis && time <= day.endMillis)).toBe(true)
    }
  }
})

test('few work on a weekend', () => {
  const present = (kind: string) =>
    days
      .filter((day) => day.kind === kind)
      .map((day) => plansOf(day).filter((plan) => plan.length > 0).length)
  expect(Math.max(...present('weekend'))).toBeLessThan(Math.min(...present('workday')) / 2)
})

test('a release raises an error for two workdays that is there neither before nor after', () => {
  const troubled = days.filter((day) =>
    plansOf(day)
      .flat()
      .some(({ activity }) => activity.kind === 'failure' && activity.failure === 'roster'),
  )
  expect(troubled.map(({ date }) => date)).toStrictEqual(['2026-11-16', '2026-11-17'])
  expect(troubled.every(({ kind }) => kind === 'workday')).toBe(true)
})

test('an installation that appears later does nothing before', () => {
  const late = days.map((day) => planDay('seed', installationOf(1, 0.5), day).length)
  expect(late.slice(0, 7).every((activities) => activities === 0)).toBe(true)
  expect(late.slice(7).some((activities) => activities > 0)).toBe(true)
})
