import { CandorError } from '@candor/practices'
import type { AccountRole } from '../api/contract/access.js'
import { change, type ChangedBy } from '../control-plane/audit-log.js'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import { requireRevision } from '../control-plane/stale.js'
import type { Grant } from './invitations.js'

/** Somebody who has an account. */
export interface Person extends Grant {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly state: 'active' | 'disabled'
  readonly secondFactor: 'on' | 'off'
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly lastSignInAt: string | null
  readonly revision: number
}

/** An instant of the library's tables as ISO 8601. */
export const isoOf = (instant: string | number | Date): string => new Date(instant).toISOString()

/** A grant that makes sense: an organisation goes with organisation admins, and with no other role. Throws CANDOR_QUERY_REFUSED. */
export const requireGrant = ({ role, organisation }: Grant): Grant => {
  if ((role === 'organisation-admin') !== (organisation !== null))
    throw new CandorError('CANDOR_QUERY_REFUSED', {
      organisation: 'for the role organisation-admin, and no other',
    })
  return { role, organisation: organisation?.toLowerCase() ?? null }
}

const selectPeople = (controlPlane: ControlPlane) =>
  controlPlane
    .selectFrom('accounts')
    .innerJoin('grants', 'grants.account', 'accounts.id')
    .select([
      'accounts.id',
      'accounts.name',
      'accounts.email',
      'accounts.createdAt',
      'accounts.twoFactorEnabled',
      'grants.role',
      'grants.organisation',
      'grants.state',
      'grants.last_sign_in_at',
      'grants.revision',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof selectPeople>['execute']>>[number]

const personOf = ({ twoFactorEnabled, createdAt, last_sign_in_at, ...row }: Row): Person => ({
  ...row,
  secondFactor: twoFactorEnabled === true || twoFactorEnabled === 1 ? 'on' : 'off',
  createdAt: isoOf(createdAt),
  lastSignInAt: last_sign_in_at === null ? null : isoOf(last_sign_in_at),
})

/** Everybody who has an account, by name. */
export const listPeople = async (controlPlane: ControlPlane): Promise<readonly Person[]> =>
  (await selectPeople(controlPlane).orderBy('accounts.name').execute()).map(personOf)

/** Somebody by the id of their account; undefined where they have no role. */
export const findPerson = async (controlPlane: ControlPlane, id: string): Promise<Person | undefined> => {
  const row = await selectPeople(controlPlane).where('accounts.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : personOf(row)
}

/** Operators who may sign in. */
export const countOperators = async (controlPlane: ControlPlane): Promise<number> => {
  const rows = controlPlane.selectFrom('grants').where('role', '=', 'operator').where('state', '=', 'active')
  const { count } = await rows
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** What an account is changed to. */
export interface PersonChange extends Grant {
  readonly state: Person['state']
}

const isOperator = (grant: { readonly role: AccountRole; readonly state: Person['state'] }): boolean =>
  grant.role === 'operator' && grant.state === 'active'

/**
 * Changes somebody's role or state; their sessions end. Throws CANDOR_NOT_FOUND, CANDOR_LAST_OPERATOR, or Stale where
 * `seen` is not the revision that is there.
 */
export const changePerson = (
  controlPlane: ControlPlane,
  id: string,
  given: PersonChange,
  by: ChangedBy,
  seen?: number,
): Promise<Person> =>
  change(controlPlane, by, async (transaction) => {
    const found = await findPerson(transaction, id)
    if (found === undefined) throw new CandorError('CANDOR_NOT_FOUND', { person: 'no such account' })
    requireRevision(seen, found.revision, found)
    const set = { ...requireGrant(given), state: given.state }
    if (isOperator(found) && !isOperator(set) && (await countOperators(transaction)) < 2)
      throw new CandorError('CANDOR_LAST_OPERATOR')
    const revision = found.revision + 1
    await transaction
      .updateTable('grants')
      .set({ ...set, revision })
      .where('account', '=', id)
      .execute()
    await transaction.deleteFrom('sessions').where('userId', '=', id).execute()
    const before = { role: found.role, organisation: found.organisation, state: found.state }
    return {
      result: { ...found, ...set, revision },
      fact: { action: 'account.change', target: id, before, after: set },
    }
  })
