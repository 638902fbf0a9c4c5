import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUCKETS, oldestGeneration, generationDays, sweptBucket, wasSwept } from './id-schedule.js'

describe('sweeps', () => {
  test('a bucket was swept where one of the sweeps was its turn', () => {
    const sweeps = fc.integer({ min: 0, max: 3 * BUCKETS })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: BUCKETS - 1 }), sweeps, sweeps, (bucket, since, count) => {
        let turns = 0
        for (let sweep = since + 1; sweep <= since + count; sweep += 1)
          if (sweptBucket(sweep) === bucket) turns += 1
        expect(wasSwept(bucket, since, since + count)).toBe(turns > 0)
      }),
    )
  })
})

describe('generations', () => {
  test.each([1, 2, 16, 60, 390])(
    'an id is kept for %i days, and at most a sixteenth and a day longer',
    (days) => {
      const span = generationDays(days)
      for (let received = 20_000; received < 20_000 + span; received += 1) {
        const generation = Math.floor(received / span)
        expect(oldestGeneration(received + days, days)).toBeLessThanOrEqual(generation)
        expect(oldestGeneration(received + days + span, days)).toBeGreaterThan(generation)
      }
    },
  )
})
