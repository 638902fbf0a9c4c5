import { array, assert, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { mergeBuckets } from './merge-buckets.js'

const LEAST = 3

test('each bucket is of at least so many users, and none of the measurements is left out', () => {
  assert(
    property(array(tuple(integer({ min: 0, max: 7 }), integer({ min: 0, max: 5 }))), (measured) => {
      const bounds = [...new Set(measured.map(([, bound]) => bound))].toSorted((a, b) => a - b)
      const usersFrom = (from: number, to: number) =>
        new Set(measured.filter(([, bound]) => bound >= from && bound < to).map(([user]) => user)).size
      const buckets = mergeBuckets(
        bounds.map((from) => ({
          from,
          users: usersFrom(from, from + 1),
          count: measured.filter(([, bound]) => bound === from).length,
        })),
        LEAST,
      )
      const sizes = buckets.map(({ from }, at) => usersFrom(from, buckets[at + 1]?.from ?? Infinity))
      expect(sizes.filter((size) => size < LEAST)).toEqual([])
      const sum = buckets.reduce((all, { count }) => all + count, 0)
      expect([0, measured.length]).toContain(sum)
    }),
    { numRuns: 1000 },
  )
})

test('neighbours are put together, and what is left goes to the last', () => {
  const buckets = [
    { from: 0, users: 1, count: 5 },
    { from: 1, users: 4, count: 6 },
    { from: 2, users: 9, count: 20 },
    { from: 4, users: 2, count: 3 },
  ]
  expect(mergeBuckets(buckets, LEAST)).toEqual([
    { from: 0, count: 11 },
    { from: 2, count: 23 },
  ])
  expect(mergeBuckets(buckets, 10)).toEqual([])
})
