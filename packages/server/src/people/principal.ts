import type { AccountRole } from '../api/contract/access.js'
import type { Actor } from '../control-plane/audit-log.js'
import type { Grant } from './invitations.js'

/** Who asks. */
export type Principal =
  | { readonly kind: 'nobody' }
  /** The operator token of the data folder. */
  | ({ readonly kind: 'command-line' } & Grant)
  | ({
      readonly kind: 'session'
      readonly sessionId: string
      readonly account: string
      readonly name: string
      readonly email: string
      readonly secondFactor: 'on' | 'off'
      /** ISO 8601, UTC. */
      readonly expiresAt: string
    } & Grant)
  | ({
      readonly kind: 'token'
      readonly tokenId: string
      readonly account: string
      readonly name: string
      readonly expiresAt: string | null
    } & Grant)

/** The operator token's holder. */
export const COMMAND_LINE: Principal = { kind: 'command-line', role: 'operator', organisation: null }

/** Nobody. */
export const NOBODY: Principal = { kind: 'nobody' }

/** How a principal stands in the audit log. */
export const actorOf = (principal: Principal): Actor => {
  switch (principal.kind) {
    case 'nobody':
      return { kind: 'nobody', id: null, name: 'nobody' }
    case 'command-line':
      return { kind: 'command-line', id: null, name: 'command line' }
    case 'session':
      return { kind: 'account', id: principal.account, name: principal.name }
    case 'token':
      return { kind: 'token', id: principal.tokenId, name: principal.name }
    default:
      return principal satisfies never
  }
}

/** The role of who asks; undefined for nobody. */
export const roleOf = (principal: Principal): AccountRole | undefined =>
  principal.kind === 'nobody' ? undefined : principal.role
