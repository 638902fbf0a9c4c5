import { expect, test } from 'vitest'

import { catchProductError } from './catch-product-error.js'
import { FAILURES, provokeCrash } from './failures.js'

const topProductFrame = (error: Error): string | undefined =>
  /at .*app:\/\/\/conference\/.*/.exec(error.stack ?? '')?.[0]

test('every failure has a place of its own', () => {
  const places = FAILURES.map(({ provoke }) => topProductFrame(catchProductError(provoke)))
  expect(places).not.toContain(undefined)
  expect(new Set(places).size).toBe(FAILURES.length)
})

test('no stack names a place of the machine that simulates', () => {
  for (const provoke of [...FAILURES.map((failure) => failure.provoke), provokeCrash]) {
    const { stack = '' } = catchProductError(provoke)
    const frames = stack.split('\n').filter((line) => line.startsWith('    at '))
    expect(frames.length).toBeGreaterThan(0)
    expect(frames.filter((frame) => !/app:\/\/\/conference\/|<anonymous>/.test(frame))).toStrictEqual([])
    expect(stack).not.toContain(import.meta.dirname)
  }
})

test('a product that does not fail is a fault of the simulation', () => {
  expect(() => catchProductError(() => 1)).toThrow(RangeError)
})
