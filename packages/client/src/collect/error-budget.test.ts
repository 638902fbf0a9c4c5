import fc from 'fast-check'
import { expect, test } from 'vitest'

import { createErrorBudget, ERROR_LIMITS, errorKey } from './error-budget.js'

const MINUTE_MILLIS = 60_000
const DAY_MILLIS = 86_400_000

test('the same error counts once a minute, and the next one says how many were left out', () => {
  const judge = createErrorBudget()
  expect(judge('a', 0)).toEqual({ kind: 'admitted', repeats: 0 })
  expect(judge('a', 1)).toEqual({ kind: 'repeated' })
  expect(judge('a', MINUTE_MILLIS - 1)).toEqual({ kind: 'repeated' })
  expect(judge('b', MINUTE_MILLIS - 1)).toEqual({ kind: 'admitted', repeats: 2 })
  expect(judge('a', MINUTE_MILLIS)).toEqual({ kind: 'admitted', repeats: 0 })
})

test('ten in a minute, a hundred in a day', () => {
  const judge = createErrorBudget()
  const admitted = (nowMillis: number, errors: number): number =>
    Array.from({ length: errors }, (_, at) => judge(`${nowMillis} ${at}`, nowMillis)).filter(
      ({ kind }) => kind === 'admitted',
    ).length
  expect(admitted(0, 50)).toBe(10)
  expect(admitted(MINUTE_MILLIS, 50)).toBe(10)
  for (let minute = 2; minute < 10; minute += 1) admitted(minute * MINUTE_MILLIS, 50)
  expect(admitted(20 * MINUTE_MILLIS, 50)).toBe(0)
  expect(admitted(DAY_MILLIS, 50)).toBe(10)
})

const errors = fc.array(fc.record({ key: fc.stringMatching(/^[a-z]$/), afterMillis: fc.nat(20_000) }), {
  maxLength: 400,
})

test('however errors come, no minute has more than ten and none twice, and every repetition is told once', () => {
  fc.assert(
    fc.property(errors, (all) => {
      const judge = createErrorBudget()
      let nowMillis = 0
      const judged = all.map(({ key, afterMillis }) => {
        nowMillis += afterMillis
        return { key, atMillis: nowMillis, verdict: judge(key, nowMillis) }
      })
      const admitted = judged.filter(({ verdict }) => verdict.kind === 'admitted')
      for (const { atMillis } of admitted) {
        const minute = admitted.filter(
          (other) => other.atMillis <= atMillis && atMillis - other.atMillis < MINUTE_MILLIS,
        )
        expect(minute.length).toBeLessThanOrEqual(ERROR_LIMITS.perMinute)
        expect(new Set(minute.map(({ key }) => key)).size).toBe(minute.length)
      }
      expect(admitted.length).toBeLessThanOrEqual(ERROR_LIMITS.perDay)
      const lastAdmitted = judged.findLastIndex(({ verdict }) => verdict.kind === 'admitted')
      const told = admitted.reduce(
        (sum, { verdict }) => sum + (verdict.kind === 'admitted' ? verdict.repeats : 0),
        0,
      )
      const repeated = judged.slice(0, lastAdmitted + 1).filter(({ verdict }) => verdict.kind === 'repeated')
      expect(told).toBe(repeated.length)
    }),
  )
})

test('a clock that is set back keeps nothing out for good', () => {
  const judge = createErrorBudget()
  judge('a', 10 * DAY_MILLIS)
  expect(judge('a', 0)).toMatchObject({ kind: 'admitted' })
})

test('errors are the same by type, message and the top of the stack', () => {
  const stack = 'Error: no\n at a\n at b\n at c\n at d'
  const error = { type: 'Error', message: 'no', stack }
  expect(errorKey({ ...error, stack: `${stack}\n at e` })).toBe(errorKey(error))
  expect(errorKey({ ...error, stack: 'Error: no\n at z' })).not.toBe(errorKey(error))
  expect(errorKey({ ...error, type: 'TypeError' })).not.toBe(errorKey(error))
  expect(errorKey({ type: 'a', message: 'b","c' })).not.toBe(errorKey({ type: 'a","b', message: 'c' }))
})
