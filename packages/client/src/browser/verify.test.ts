import { generateKeyPairSync, sign } from 'node:crypto'

import { expect, test } from 'vitest'

import { verify as verifyOnNode } from '../node/verify.js'
import { verify } from './verify.js'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const KEY = publicKey.export({ format: 'jwk' }).x ?? ''
const TEXT = '{"settings":{},"name":"Peña"}'
const SIGNATURE = sign(undefined, Buffer.from(TEXT), privateKey).toString('base64url')

test.each([
  ['WebCrypto', verify],
  ['Node', verifyOnNode],
])('%s knows the signature of a text, and tells another text, signature and key apart', async (_, check) => {
  const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? ''
  expect(await check(TEXT, SIGNATURE, KEY)).toBe(true)
  expect(await check(`${TEXT} `, SIGNATURE, KEY)).toBe(false)
  expect(await check(TEXT, Buffer.alloc(64).toString('base64url'), KEY)).toBe(false)
  expect(await check(TEXT, SIGNATURE, other)).toBe(false)
  await expect(check(TEXT, SIGNATURE, 'no key')).rejects.toThrow(/.*/)
})
