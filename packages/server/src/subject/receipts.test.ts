import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSigner, type Signer } from '../signer.js'
import { signReceipt, verifyReceipt } from './receipts.js'

let folder = ''
let signer: Signer
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-receipts-'))
  signer = openSigner(join(folder, 'key.pem'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const makeReceipt = () =>
  signReceipt(
    {
      product: 'skype-teams',
      category: 'error',
      subject: { by: 'user' },
      requestedAt: '2026-11-22T12:00:00.000Z',
      completedAt: '2026-11-22T12:00:03.000Z',
      erased: 12,
    },
    signer,
  )

test('a receipt verifies with the key it was signed with, also after its fields were put in another order', () => {
  expect(statSync(join(folder, 'key.pem')).mode & 0o777).toBe(0o600)
  const receipt = makeReceipt()
  expect(verifyReceipt(receipt, signer.publicKey)).toEqual({ kind: 'valid', receipt })
  const turned = Object.fromEntries(Object.entries(receipt).toReversed())
  expect(verifyReceipt(turned, signer.publicKey)).toMatchObject({ kind: 'valid' })
})

test.each([
  [{ erased: 13 }, 'changed'],
  [{ completedAt: '2026-11-21T12:00:03.000Z' }, 'changed'],
  [{ subject: { by: 'device' } }, 'changed'],
  [{ subject: { by: 'user', more: 1 } }, 'changed'],
  [{ note: 'x' }, 'changed'],
  [{ signature: 'AAAA' }, 'changed'],
  [{ remaining: 1 }, 'no-receipt'],
  [{ category: 'all' }, 'no-receipt'],
  [{ key: 'A'.repeat(43) }, 'other-key'],
])('a receipt with %j does not', (change, fault) => {
  expect(verifyReceipt({ ...makeReceipt(), ...change }, signer.publicKey)).toEqual({ kind: 'wrong', fault })
})

test('a receipt that names the key it was forged with is not believed', () => {
  const forger = openSigner(join(folder, 'other.pem'))
  const forged = signReceipt({ ...makeReceipt(), erased: 1 }, forger)
  expect(verifyReceipt(forged, signer.publicKey)).toEqual({ kind: 'wrong', fault: 'other-key' })
  expect(verifyReceipt({ ...forged, key: signer.publicKey }, signer.publicKey)).toEqual({
    kind: 'wrong',
    fault: 'changed',
  })
  expect(verifyReceipt(forged, 'no key')).toEqual({ kind: 'wrong', fault: 'no-key' })
})
