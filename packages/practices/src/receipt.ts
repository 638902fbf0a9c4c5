import type { DataCategory } from './category.js'
import type { Localised } from './language.js'

/** What an erasure was asked for by: random report ids, a random device id, or a user id that an operator typed. */
export const SUBJECT_KINDS = ['reports', 'device', 'user'] as const

/** What an erasure was asked for by. */
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** The signed proof of an erasure in one lane. It names nobody. */
export interface Receipt {
  readonly v: 1
  readonly kind: 'erasure'
  readonly product: string
  readonly category: DataCategory
  readonly subject: { readonly by: SubjectKind }
  /** ISO 8601 (UTC). */
  readonly requestedAt: string
  /** ISO 8601 (UTC). */
  readonly completedAt: string
  /** Reports that were deleted. */
  readonly erased: number
  /** Reports that were found afterwards: none. */
  readonly remaining: 0
  /** What the erasure covers and what it cannot reach, for its reader. */
  readonly text: Localised
  /** The public key it is signed with: Ed25519, 32 bytes as base64url. */
  readonly key: string
  /** Ed25519 (RFC 8032) over the canonical JSON of all other fields, as base64url. */
  readonly signature: string
}
