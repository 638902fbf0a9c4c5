import { createHash, randomBytes } from 'node:crypto'
import { CandorError } from '@candor/practices'
import type { AccountRole } from '../api/contract/access.js'
import { change, type ChangedBy } from '../control-plane/audit-log.js'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import type { ControlPlaneTables } from '../control-plane/schema.js'

/** A role, and the organisation that it is confined to: of organisation admins, and of those alone. */
export interface Grant {
  readonly role: AccountRole
  readonly organisation: string | null
}

/** What an invitation is for. */
export interface InvitationFor extends Grant {
  /** In lower case; null: whoever accepts it says theirs. */
  readonly email: string | null
}

/** An invitation as it is kept; its token is nowhere. */
export type KeptInvitation = ControlPlaneTables['invitations']

const TOKEN_BYTES = 24
const ID_BYTES = 9

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Where an invitation stands. */
export const stateOf = (
  row: KeptInvitation,
  nowMillis: number,
): 'open' | 'accepted' | 'revoked' | 'expired' => {
  if (row.accepted_at !== null) return 'accepted'
  if (row.revoked_at !== null) return 'revoked'
  return row.expires_at > nowMillis ? 'open' : 'expired'
}

/** All invitations, the newest first. */
export const listInvitations = (controlPlane: ControlPlane): Promise<readonly KeptInvitation[]> =>
  controlPlane.selectFrom('invitations').selectAll().orderBy('created_at', 'desc').execute()

/** Makes an invitation, and answers its token, which is shown this once. */
export const invite = (
  controlPlane: ControlPlane,
  given: InvitationFor,
  expiresMillis: number,
  by: ChangedBy,
): Promise<{ readonly id: string; readonly token: string }> =>
  change(controlPlane, by, async (transaction) => {
    const id = randomBytes(ID_BYTES).toString('base64url')
    const token = randomBytes(TOKEN_BYTES).toString('base64url')
    const row = {
      ...given,
      id,
      token_hash: hashOf(token),
      invited_by: by.actor.name,
      created_at: by.nowMillis,
      expires_at: expiresMillis,
      accepted_at: null,
      revoked_at: null,
    }
    await transaction.insertInto('invitations').values(row).execute()
    return { result: { id, token }, fact: { action: 'invitation.create', target: id, after: given } }
  })

/** Revokes an open invitation. Throws CANDOR_NOT_FOUND. */
export const revokeInvitation = (controlPlane: ControlPlane, id: string, by: ChangedBy): Promise<void> =>
  change(controlPlane, by, async (transaction) => {
    const [row] = await transaction
      .updateTable('invitations')
      .set({ revoked_at: by.nowMillis })
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returning('role')
      .execute()
    if (row === undefined) throw new CandorError('CANDOR_NOT_FOUND', { invitation: 'none that is open' })
    return { result: undefined, fact: { action: 'invitation.revoke', target: id, before: row } }
  })

/** The open invitation of a token. Throws CANDOR_INVITATION_REFUSED. */
export const findInvitation = async (
  controlPlane: ControlPlane,
  token: string,
  nowMillis: number,
): Promise<KeptInvitation> => {
  const rows = controlPlane.selectFrom('invitations').selectAll().where('token_hash', '=', hashOf(token))
  const row = await rows.executeTakeFirst()
  if (row === undefined || stateOf(row, nowMillis) !== 'open')
    throw new CandorError('CANDOR_INVITATION_REFUSED')
  return row
}

/** The newest open invitation for an email address. */
export const findInvitationOf = async (
  controlPlane: ControlPlane,
  email: string,
  nowMillis: number,
): Promise<KeptInvitation | undefined> => {
  const rows = await controlPlane
    .selectFrom('invitations')
    .selectAll()
    .where('email', '=', email)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.find((row) => stateOf(row, nowMillis) === 'open')
}

/**
 * Gives an account the role of an invitation, once: the invitation is accepted in the same transaction. Throws
 * CANDOR_INVITATION_REFUSED where another one was faster.
 */
export const acceptInvitation = (
  controlPlane: ControlPlane,
  { id, role, organisation }: KeptInvitation,
  account: string,
  by: ChangedBy,
): Promise<void> =>
  change(controlPlane, by, async (transaction) => {
    const [accepted] = await transaction
      .updateTable('invitations')
      .set({ accepted_at: by.nowMillis })
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returning('id')
      .execute()
    if (accepted === undefined) throw new CandorError('CANDOR_INVITATION_REFUSED')
    const grant = { role, organisation, state: 'active' as const, last_sign_in_at: by.nowMillis, revision: 1 }
    await transaction
      .insertInto('grants')
      .values({ account, ...grant })
      .execute()
    const after = { role, organisation, invitation: id }
    return { result: undefined, fact: { action: 'account.create', target: account, after } }
  })
