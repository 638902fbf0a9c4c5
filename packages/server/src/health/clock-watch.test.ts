import { expect, test } from 'vitest'
import { createClockWatch } from './clock-watch.js'

const DAY = 86_400_000

const watched = (lastWrittenMillis?: number) => {
  const clock = { now: 100 * DAY, steady: 5000 }
  const read = createClockWatch({
    now: () => clock.now,
    steadyNow: () => clock.steady,
    lastWrittenMillis,
  })
  const pass = (steady: number, wall: number): void => {
    clock.steady += steady
    clock.now += wall
  }
  return { read, pass }
}

test('small corrections and leaps ahead are nothing to speak of', () => {
  const { read, pass } = watched(99 * DAY)
  expect(read()).toEqual({ kind: 'well' })
  pass(60_000, 59_000)
  expect(read()).toEqual({ kind: 'well' })
  pass(60_000, DAY)
  expect(read()).toEqual({ kind: 'well' })
})

test('a step back while running is told, the largest one', () => {
  const { read, pass } = watched()
  read()
  pass(1000, 1000 - DAY)
  expect(read()).toEqual({ kind: 'went-back', byMillis: DAY, at: 99 * DAY + 1000 })
  pass(1000, 1000 - 5000)
  expect(read()).toMatchObject({ byMillis: DAY })
})

test('a step back between two runs is told', () => {
  expect(watched(101 * DAY).read()).toMatchObject({ kind: 'went-back', byMillis: DAY })
})
