import type { AccountRole } from '../api/contract/access.js'

/** Instants of the library's tables, as each engine has them: text in SQLite, Date in PostgreSQL. */
type Instant = string | Date

/** Truths of the library's tables: 0 and 1 in SQLite. */
type Truth = boolean | number

/** The tables of people. Those of the library are read here, and written by it. */
export interface PeopleTables {
  readonly accounts: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly emailVerified: Truth
    readonly createdAt: Instant
    readonly updatedAt: Instant
    readonly twoFactorEnabled: Truth | null
  }
  readonly sessions: {
    readonly id: string
    readonly token: string
    readonly userId: string
    readonly expiresAt: Instant
    readonly createdAt: Instant
  }
  readonly api_tokens: {
    readonly id: string
    readonly name: string | null
    readonly referenceId: string
    readonly createdAt: Instant
    readonly expiresAt: Instant | null
    readonly lastRequest: Instant | null
  }
  /** The role of an account; without one it may do nothing. */
  readonly grants: {
    readonly account: string
    readonly role: AccountRole
    /** Of organisation admins alone. */
    readonly organisation: string | null
    readonly state: 'active' | 'disabled'
    readonly last_sign_in_at: number | null
    readonly revision: number
  }
  readonly token_grants: {
    readonly token: string
    readonly role: AccountRole
    readonly organisation: string | null
  }
  readonly invitations: {
    readonly id: string
    readonly token_hash: string
    /** null: whoever accepts it says theirs. */
    readonly email: string | null
    readonly role: AccountRole
    readonly organisation: string | null
    readonly invited_by: string
    readonly created_at: number
    readonly expires_at: number
    readonly accepted_at: number | null
    readonly revoked_at: number | null
  }
}
