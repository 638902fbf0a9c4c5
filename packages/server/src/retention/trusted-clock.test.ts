import { expect, test } from 'vitest'
import { createTrustedClock } from './trusted-clock.js'

const DAY = 86_400_000

const trusted = (believedMillis?: number) => {
  const time = { now: 100 * DAY, steady: 5000 }
  const clock = createTrustedClock({ now: () => time.now, steadyNow: () => time.steady, believedMillis })
  const pass = (steady: number, wall: number): void => {
    time.steady += steady
    time.now += wall
  }
  return { clock, pass }
}

test('it is the clock of the machine, which may be put right by less than a day', () => {
  const { clock, pass } = trusted(99 * DAY)
  pass(DAY, DAY)
  expect(clock.now()).toBe(101 * DAY)
  pass(1000, DAY)
  expect([clock.now(), clock.health()]).toEqual([102 * DAY, { kind: 'well' }])
})

test('a leap ahead is not believed: time goes on steadily, and that is told', () => {
  const { clock, pass } = trusted()
  pass(1000, 400 * DAY)
  pass(9000, 9000)
  expect(clock.now()).toBe(100 * DAY + 10_000)
  expect(clock.health()).toEqual({ kind: 'went-ahead', byMillis: 400 * DAY - 1000, at: 500 * DAY + 9000 })
})

test('once it is set right again all is well, without a word from anybody', () => {
  const { clock, pass } = trusted()
  pass(1000, 400 * DAY)
  clock.now()
  pass(1000, 2000 - 400 * DAY)
  expect([clock.now(), clock.health()]).toEqual([100 * DAY + 2000, { kind: 'well' }])
})

test('a leap is believed when it is confirmed', () => {
  const { clock, pass } = trusted()
  pass(1000, 400 * DAY)
  clock.confirm()
  pass(1000, 1000)
  expect([clock.now(), clock.health()]).toEqual([500 * DAY + 1000, { kind: 'well' }])
})

test('a clock that went back and is set right did not leap', () => {
  const { clock, pass } = trusted()
  pass(1000, 1000 - 40 * DAY)
  expect(clock.now()).toBe(60 * DAY + 1000)
  pass(1000, 1000 + 40 * DAY)
  expect([clock.now(), clock.health()]).toEqual([100 * DAY + 2000, { kind: 'well' }])
})

test.each([
  [71, 'well', 100],
  [69, 'went-ahead', 69],
])('at a start after day %i, day 100 is %s', (day, kind, told) => {
  const { clock } = trusted(day * DAY)
  expect([clock.health().kind, clock.now()]).toEqual([kind, told * DAY])
})
