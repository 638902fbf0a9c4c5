import fc from 'fast-check'
import { expect, test } from 'vitest'

import { localHash } from './local-hash.js'

test('a hash is short, of letters and digits, and always the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, salt) => {
      expect(localHash(text, salt)).toMatch(/^[0-9a-z]{2,14}$/)
      expect(localHash(text, salt)).toBe(localHash(text, salt))
    }),
  )
})

test('many ids have as many hashes, and others under another salt', () => {
  const hashes = new Set<string>()
  for (let user = 0; user < 100_000; user += 1) hashes.add(localHash(`user${user}@contoso.com`, 'salt'))
  expect(hashes.size).toBe(100_000)
  expect(hashes.has(localHash('user1@contoso.com', 'other'))).toBe(false)
})
