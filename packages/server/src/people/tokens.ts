import { CandorError } from '@candor/practices'
import { change, type ChangedBy } from '../control-plane/audit-log.js'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import { findPerson, isoOf, type Person } from './grants.js'
import type { Grant } from './invitations.js'
import type { Library } from './library.js'

/** An API token as it may be shown: without the token. */
export interface KnownToken extends Grant {
  readonly id: string
  readonly name: string
  readonly owner: string
  readonly ownerId: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
}

/** Who a token stands for. */
export interface TokenHolder extends Grant {
  readonly tokenId: string
  readonly name: string
  readonly owner: Person
  readonly expiresAt: string | null
}

const DAY_SECONDS = 86_400

const selectTokens = (controlPlane: ControlPlane) =>
  controlPlane
    .selectFrom('api_tokens')
    .innerJoin('token_grants', 'token_grants.token', 'api_tokens.id')
    .innerJoin('accounts', 'accounts.id', 'api_tokens.referenceId')
    .select([
      'api_tokens.id',
      'api_tokens.name',
      'api_tokens.createdAt',
      'api_tokens.expiresAt',
      'api_tokens.lastRequest',
      'token_grants.role',
      'token_grants.organisation',
      'accounts.name as owner',
      'accounts.id as ownerId',
    ])

const orNull = (instant: string | Date | null): string | null => (instant === null ? null : isoOf(instant))

/** The tokens of an account, or of everybody. */
export const listTokens = async (
  controlPlane: ControlPlane,
  owner?: string,
): Promise<readonly KnownToken[]> => {
  const all = selectTokens(controlPlane).orderBy('api_tokens.createdAt', 'desc')
  const rows = await (owner === undefined ? all : all.where('accounts.id', '=', owner)).execute()
  return rows.map(({ lastRequest, name, createdAt, expiresAt, ...row }) => ({
    ...row,
    name: name ?? '',
    createdAt: isoOf(createdAt),
    expiresAt: orNull(expiresAt),
    lastUsedAt: orNull(lastRequest),
  }))
}

/** Whether an owner may hold a token of a grant: operators any, everybody else their own role alone. */
const mayHold = (owner: Person, grant: Grant): boolean =>
  owner.state === 'active' &&
  (owner.role === 'operator' || (owner.role === grant.role && owner.organisation === grant.organisation))

/** Makes a token for an account, and answers it this once. Throws CANDOR_ROLE_FORBIDS for a role that is not the owner's. */
export const createToken = async (
  { controlPlane, library }: { readonly controlPlane: ControlPlane; readonly library: Library },
  owner: Person,
  given: Grant & { readonly name: string; readonly expiresInDays: number },
  by: ChangedBy,
): Promise<{ readonly id: string; readonly token: string }> => {
  const { name, role, organisation, expiresInDays } = given
  if (!mayHold(owner, given)) throw new CandorError('CANDOR_ROLE_FORBIDS', { role: 'not the own' })
  const made = await library.api.createApiKey({
    body: { name, userId: owner.id, expiresIn: expiresInDays * DAY_SECONDS },
  })
  // Without this row it opens nothing.
  await change(controlPlane, by, async (transaction) => {
    await transaction.insertInto('token_grants').values({ token: made.id, role, organisation }).execute()
    const after = { name, role, organisation, expiresInDays, owner: owner.id }
    return { result: undefined, fact: { action: 'token.create', target: made.id, after } }
  })
  return { id: made.id, token: made.key }
}

/** Revokes a token, of an owner or whoever's. Throws CANDOR_NOT_FOUND. */
export const revokeToken = (
  controlPlane: ControlPlane,
  id: string,
  owner: string | undefined,
  by: ChangedBy,
): Promise<void> =>
  change(controlPlane, by, async (transaction) => {
    const [found] = await selectTokens(transaction).where('api_tokens.id', '=', id).execute()
    if (found === undefined || (owner !== undefined && found.ownerId !== owner))
      throw new CandorError('CANDOR_NOT_FOUND', { token: 'no such token' })
    await transaction.deleteFrom('token_grants').where('token', '=', id).execute()
    await transaction.deleteFrom('api_tokens').where('id', '=', id).execute()
    const before = { name: found.name, role: found.role, owner: found.ownerId }
    return { result: undefined, fact: { action: 'token.revoke', target: id, before } }
  })

/** Who a token stands for; undefined where it is none, has expired, or its owner may not hold it any more. */
export const holderOf = async (
  { controlPlane, library }: { readonly controlPlane: ControlPlane; readonly library: Library },
  token: string,
): Promise<TokenHolder | undefined> => {
  const { valid, key } = await library.api.verifyApiKey({ body: { key: token } })
  if (!valid || key === null) return undefined
  const grants = controlPlane.selectFrom('token_grants').selectAll().where('token', '=', key.id)
  const grant = await grants.executeTakeFirst()
  const owner = await findPerson(controlPlane, key.referenceId)
  if (grant === undefined || owner === undefined || !mayHold(owner, grant)) return undefined
  const { role, organisation } = grant
  const expiresAt = key.expiresAt === null ? null : isoOf(key.expiresAt)
  return { tokenId: key.id, name: key.name ?? '', role, organisation, owner, expiresAt }
}
