import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addToFilter, capacityOf, createIdFilter } from './id-filter.js'

const hash = fc.integer({ min: 0, max: 2 ** 32 - 1 })

test('never denies what was added', () => {
  fc.assert(
    fc.property(fc.array(hash, { minLength: 1, maxLength: 300 }), (hashes) => {
      const filter = createIdFilter(hashes.length)
      for (const one of hashes) addToFilter(filter, one)
      expect(hashes.every((one) => addToFilter(filter, one) === 'perhaps-known')).toBe(true)
    }),
  )
})

test('when full, it takes few others for known ones', () => {
  const filter = createIdFilter(10_000)
  const spread = (number: number): number => Math.imul(number, 0x9e3779b1) >>> 0
  for (let number = 0; number < capacityOf(filter); number += 1) addToFilter(filter, spread(number))
  let wrong = 0
  for (let number = 0; number < 1000; number += 1)
    if (addToFilter(filter, spread(number + 5_000_000)) === 'perhaps-known') wrong += 1
  expect(wrong).toBeLessThan(30)
})
