import { describe, expect, test } from 'vitest'
import { createSignInLimit } from './sign-in-limit.js'

const NOW = Date.UTC(2026, 10, 30)
const tenTimes = <T>(make: (at: number) => T): readonly T[] => Array.from({ length: 10 }, (_, at) => make(at))

describe('attempts to sign in', () => {
  test('are ten at once from an address, then one every 30 seconds', () => {
    const limit = createSignInLimit()
    const attempt = (seconds = 0) => limit({ address: '192.0.2.1' }, NOW + seconds * 1000)
    expect(tenTimes(() => attempt())).toEqual(tenTimes(() => 0))
    expect(attempt()).toBe(30)
    expect(attempt(31)).toBe(0)
    expect(attempt(32)).toBeGreaterThan(0)
  })

  test('count for an account from wherever they come, in any case', () => {
    const limit = createSignInLimit()
    for (const at of tenTimes((each) => each))
      expect(limit({ address: `192.0.2.${at}`, email: 'ana@contoso.com' }, NOW)).toBe(0)
    expect(limit({ address: '198.51.100.1', email: 'Ana@Contoso.com' }, NOW)).toBe(30)
    expect(limit({ address: '198.51.100.1', email: 'ben@contoso.com' }, NOW)).toBe(0)
  })

  test('count for a whole /64 of IPv6', () => {
    const limit = createSignInLimit()
    for (const at of tenTimes((each) => each)) expect(limit({ address: `2001:db8::${at + 1}` }, NOW)).toBe(0)
    expect(limit({ address: '2001:db8::ffff' }, NOW)).toBe(30)
  })

  test('of nobody in particular hold up nobody elsewhere', () => {
    const limit = createSignInLimit()
    for (let at = 0; at < 40; at += 1) limit({ address: `192.0.2.${at % 4}` }, NOW)
    expect(limit({ address: '192.0.2.0' }, NOW)).toBe(30)
    expect(limit({ address: '198.51.100.1' }, NOW)).toBe(0)
  })

  test('for many names from one address do not make it forget what was counted', () => {
    const limit = createSignInLimit()
    for (const at of tenTimes((each) => each))
      limit({ address: `192.0.2.${at}`, email: 'ana@contoso.com' }, NOW)
    for (let at = 0; at < 30_000; at += 1) limit({ address: '203.0.113.1', email: `${at}@example.com` }, NOW)
    expect(limit({ address: '198.51.100.1', email: 'ana@contoso.com' }, NOW)).toBe(30)
    expect(limit({ address: '203.0.113.1', email: 'ben@contoso.com' }, NOW)).toBe(30)
  })
})
