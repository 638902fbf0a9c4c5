import { CandorError } from '@candor/practices'
import { readOrganisation } from '../../control-plane/organisations.js'
import { changePerson, findPerson, isoOf, listPeople, requireGrant } from '../../people/grants.js'
import { invite, listInvitations, revokeInvitation, stateOf, type Grant } from '../../people/invitations.js'
import type { People } from '../../people/open-people.js'
import { roleOf, type Principal } from '../../people/principal.js'
import { createToken, listTokens, revokeToken } from '../../people/tokens.js'
import type { Handlers } from '../call.js'
import type { PEOPLE_ROUTES } from '../contract/people-routes.js'
import { requireSession } from './account-handlers.js'

const DAY_MILLIS = 86_400_000
const DEFAULT_DAYS = 7

/** Whose tokens somebody sees and revokes: undefined for everybody's. */
const ownerFor = (principal: Principal, ...all: readonly string[]): string | undefined => {
  if (all.includes(roleOf(principal) ?? '')) return undefined
  return principal.kind === 'session' || principal.kind === 'token' ? principal.account : ''
}

/** People, their roles, invitations and API tokens. */
export const peopleHandlers = (people: People): Handlers<typeof PEOPLE_ROUTES> => {
  const { controlPlane } = people
  /** A grant whose organisation is registered. */
  const settled = async (given: Grant): Promise<Grant> => {
    const grant = requireGrant(given)
    if (grant.organisation !== null) await readOrganisation(controlPlane, grant.organisation)
    return grant
  }
  return {
    listPeople: async () => ({ people: [...(await listPeople(controlPlane))] }),
    changePerson: async ({ params, body, by, seen }) => {
      const grant = await settled(body)
      return changePerson(controlPlane, params.id, { ...grant, state: body.state }, by, seen)
    },
    listInvitations: async ({ by }) => ({
      invitations: (await listInvitations(controlPlane)).map((row) => ({
        id: row.id,
        email: row.email,
        role: row.role,
        organisation: row.organisation,
        invitedBy: row.invited_by,
        createdAt: isoOf(row.created_at),
        expiresAt: isoOf(row.expires_at),
        state: stateOf(row, by.nowMillis),
      })),
    }),
    invite: async ({ body, by }) => {
      const grant = await settled(body)
      const expiresMillis = by.nowMillis + (body.expiresInDays ?? DEFAULT_DAYS) * DAY_MILLIS
      const given = { email: body.email.toLowerCase(), ...grant }
      const { id, token } = await invite(controlPlane, given, expiresMillis, by)
      return { id, link: people.linkOf(token), expiresAt: isoOf(expiresMillis) }
    },
    revokeInvitation: async ({ params, by }) =>
      revokeInvitation(controlPlane, params.id, by) as Promise<undefined>,
    listTokens: async ({ principal }) => ({
      tokens: [...(await listTokens(controlPlane, ownerFor(principal, 'operator', 'auditor')))],
    }),
    createToken: async ({ principal, body, by }) => {
      const { account } = requireSession(principal)
      const owner = await findPerson(controlPlane, account)
      if (owner === undefined) throw new CandorError('CANDOR_ROLE_FORBIDS')
      const { name, expiresInDays } = body
      const given = { ...(await settled(body)), name, expiresInDays }
      return createToken({ controlPlane, library: people.library() }, owner, given, by)
    },
    revokeToken: async ({ principal, params, by }) =>
      revokeToken(controlPlane, params.id, ownerFor(principal, 'operator'), by) as Promise<undefined>,
  }
}
