import { expect, test } from 'vitest'
import { createAddressLimit } from './address-limit.js'

const START_MILLIS = Date.parse('2026-11-20T12:00:00Z')
const PACE = { perSecond: 1, burstSeconds: 3 }

test('an address may ask for so much at once, and for more as time goes by', () => {
  const limit = createAddressLimit(PACE)
  const waits = Array.from({ length: 4 }, () => limit('192.0.2.1', 1, START_MILLIS))
  expect(waits.slice(0, 3)).toEqual([0, 0, 0])
  expect(waits[3]).toBeGreaterThan(0)
  expect(limit('192.0.2.1', 1, START_MILLIS + 1000)).toBe(0)
  expect(limit('192.0.2.1', 1, START_MILLIS + 1000)).toBeGreaterThan(0)
})

test('addresses of one IPv6 network share their limit, others have their own', () => {
  const limit = createAddressLimit(PACE)
  expect(limit('2001:db8::1', 3, START_MILLIS)).toBe(0)
  expect(limit('2001:db8::ffff', 1, START_MILLIS)).toBeGreaterThan(0)
  expect(limit('2001:db8:0:1::1', 1, START_MILLIS)).toBe(0)
})
