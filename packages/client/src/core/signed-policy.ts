import { isObject, type DevicePractices, type Policy } from '@candor/practices'

import type { EnvelopeHead } from './kept-report.js'
import { parseJson } from './parse-json.js'

/** Whose policy it is. */
export type Origin = Pick<EnvelopeHead, 'org' | 'pool'>

/** A policy as it was answered: the exact text, and its signature as base64url; what is spoilt in the storage may have neither. */
export interface SignedText {
  readonly text?: string
  readonly signature?: string | null
}

/** The policy in a text; undefined where it is none of that product and origin. */
export const parsePolicy = (
  text: string | undefined,
  { product }: DevicePractices,
  { org = '', pool = '' }: Origin,
): Policy | undefined => {
  const body = parseJson(text)
  const isPolicy =
    isObject(body) &&
    isObject(body['settings']) &&
    Number.isInteger(body['revision']) &&
    body['product'] === product &&
    body['org'] === org &&
    body['pool'] === pool
  return isPolicy ? (body as unknown as Policy) : undefined
}
