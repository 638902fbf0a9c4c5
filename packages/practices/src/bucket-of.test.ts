import fc from 'fast-check'
import { expect, test } from 'vitest'

import { bucketOf } from './bucket-of.js'
import { compileValidator } from './validate/kind-validators.js'

test.each([
  [-5, '0'],
  [0, '0'],
  [99.9, '0'],
  [100, '100'],
  [1e9, '250.5'],
])('%d falls into the bucket %s', (value, bucket) => {
  expect(bucketOf([0, 100, 250.5], value)).toBe(bucket)
})

const bounds = fc
  .uniqueArray(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 64 })
  .map((values) => values.map((value) => value + 0).toSorted((a, b) => a - b))

test('any number falls into a bucket that the data type takes', () => {
  fc.assert(
    fc.property(bounds, fc.double({ noNaN: true }), (list, value) => {
      const bucket = bucketOf(list, value)
      expect(compileValidator({ kind: 'distribution', unit: '', bounds: list })({ [bucket]: 1 })).toBe(true)
      expect(Number(bucket) <= value || Number(bucket) === list[0]).toBe(true)
    }),
  )
})
