import { createHash } from 'node:crypto'
import { canonicalJson, type Practices } from '@candor/practices'

/** SHA-256 of the practices as canonical JSON, in hexadecimal: equal for equal practices, whoever publishes them. */
export const fingerprintOf = (practices: Practices): string =>
  createHash('sha256').update(canonicalJson(practices)).digest('hex')
