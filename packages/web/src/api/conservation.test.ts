import { expect, test } from 'vitest'

import { conservation, refusedOf, unaccounted } from './conservation.js'

const lane = { received: 10, stored: 5, refused: { CANDOR_A: 1, CANDOR_B: 2 }, duplicate: 1, pending: 1 }

test('adds up the refusals of all reasons', () => {
  expect(refusedOf(lane)).toBe(3)
})

test('the law holds where every report has one outcome', () => {
  expect(unaccounted(lane)).toBe(0)
})

test.each([
  [{ ...lane, received: 12 }, 2],
  [{ ...lane, stored: 8 }, -3],
  [{ ...lane, refused: {} }, 3],
])('tells how many reports have none, or one too many', (outcomes, off) => {
  expect(unaccounted(outcomes)).toBe(off)
})

test('reads the answer of the service', () => {
  const answer = { census: lane, usage: lane, error: lane }
  expect(conservation(answer, 'answer')).toEqual(answer)
})
