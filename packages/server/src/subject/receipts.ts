import { createPublicKey, verify } from 'node:crypto'
import {
  canonicalJson,
  DATA_CATEGORIES,
  isObject,
  SUBJECT_KINDS,
  type Localised,
  type Receipt,
} from '@candor/practices'
import type { Signer } from '../signer.js'

/** What stands in a receipt before it is signed. */
export type ReceiptFacts = Pick<
  Receipt,
  'product' | 'category' | 'subject' | 'requestedAt' | 'completedAt' | 'erased'
>

const TEXT: Localised = {
  en: 'Covers the tables of this service, its spool and the records it set aside. Copies made before, such as exports and backups, are out of its reach and lie with whoever made them.',
  es: 'Abarca las tablas de este servicio, su cola y los registros que apartó. Las copias hechas antes, como exportaciones y copias de seguridad, quedan fuera de su alcance y dependen de quien las hizo.',
}

/** Signs a receipt. */
export const signReceipt = (facts: ReceiptFacts, signer: Signer): Receipt => {
  const unsigned = {
    v: 1,
    kind: 'erasure',
    ...facts,
    remaining: 0,
    text: TEXT,
    key: signer.publicKey,
  } as const
  return { ...unsigned, signature: signer.sign(canonicalJson(unsigned)) }
}

/** What checking a receipt found. */
export type ReceiptVerdict =
  | { readonly kind: 'valid'; readonly receipt: Receipt }
  | { readonly kind: 'wrong'; readonly fault: 'no-receipt' | 'other-key' | 'no-key' | 'changed' }

const isReceipt = (value: unknown): value is Receipt =>
  isObject(value) &&
  value['v'] === 1 &&
  value['kind'] === 'erasure' &&
  value['remaining'] === 0 &&
  DATA_CATEGORIES.some((category) => category === value['category']) &&
  isObject(value['subject']) &&
  SUBJECT_KINDS.some((kind) => kind === (value['subject'] as { readonly by?: unknown }).by) &&
  Number.isSafeInteger(value['erased']) &&
  typeof value['signature'] === 'string'

const keyOf = (publicKey: string) => {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
  } catch {
    return undefined
  }
}

/**
 * Checks a receipt offline against the service's public key (Ed25519, 32 bytes as base64url), which its holder got before
 * from `/v1/receipt-key`. The key that the receipt itself names proves nothing.
 */
export const verifyReceipt = (value: unknown, publicKey: string): ReceiptVerdict => {
  const key = keyOf(publicKey)
  if (key === undefined) return { kind: 'wrong', fault: 'no-key' }
  if (!isReceipt(value)) return { kind: 'wrong', fault: 'no-receipt' }
  const { signature, ...unsigned } = value
  if (unsigned.key !== publicKey) return { kind: 'wrong', fault: 'other-key' }
  const isSigned = verify(
    undefined,
    Buffer.from(canonicalJson(unsigned)),
    key,
    Buffer.from(signature, 'base64url'),
  )
  return isSigned ? { kind: 'valid', receipt: value } : { kind: 'wrong', fault: 'changed' }
}
