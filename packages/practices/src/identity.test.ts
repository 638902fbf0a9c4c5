import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFirstHash, toGuid } from './ids.js'
import { normaliseUserId, toBase64Url } from './identity.js'

test('two spellings of one id are one person', () => {
  expect(normaliseUserId('AmosMarble')).toBe('amosmarble')
  expect(normaliseUserId('ﬁona')).toBe('fiona')
})

test('base64url is that of the platform', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
    }),
  )
})

test('32 bytes are a first hash, and 16 a GUID', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      expect(parseFirstHash(toBase64Url(bytes))).toBeDefined()
      expect(toGuid(bytes)).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/)
    }),
  )
})
