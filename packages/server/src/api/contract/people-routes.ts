import { Type } from 'typebox'
import { roles, SIGNED_IN } from './access.js'
import type { Contract } from './route.js'
import {
  AccountRole,
  Email,
  exactly,
  Id,
  Instant,
  OrganisationName,
  orNull,
  Revision,
  SHOWN_ONCE,
  text,
} from './shapes.js'

const TAG = 'people'

/** A role, and the organisation that it is confined to: of organisation admins alone, and always of those. */
const GRANT = { role: AccountRole, organisation: orNull(OrganisationName) }

export const Person = exactly({
  id: Id,
  name: Type.String(),
  email: Type.String(),
  ...GRANT,
  state: Type.Enum(['active', 'disabled']),
  secondFactor: Type.Enum(['on', 'off']),
  createdAt: Instant,
  lastSignInAt: orNull(Instant),
  revision: Revision,
})
export const Invitation = exactly({
  id: Id,
  email: orNull(Type.String()),
  ...GRANT,
  invitedBy: Type.String(),
  createdAt: Instant,
  expiresAt: Instant,
  state: Type.Enum(['open', 'accepted', 'revoked', 'expired']),
})
export const NewInvitation = exactly({
  id: Id,
  link: Type.Optional(Type.String({ description: `${SHOWN_ONCE}. The part after the # is its token` })),
  expiresAt: Instant,
})
export const ApiToken = exactly({
  id: Id,
  name: Type.String(),
  ...GRANT,
  owner: Type.String(),
  ownerId: Id,
  createdAt: Instant,
  expiresAt: orNull(Instant),
  lastUsedAt: orNull(Instant),
})

const byId = { params: exactly({ id: Id }), tag: TAG } as const

/** People, their roles, invitations and API tokens. */
export const PEOPLE_ROUTES = {
  listPeople: {
    method: 'GET',
    path: '/api/people',
    tag: TAG,
    summary: 'Everybody who has an account',
    access: roles('operator', 'privacy-officer', 'auditor'),
    answer: exactly({ people: Type.Array(Person) }),
  },
  changePerson: {
    ...byId,
    method: 'PUT',
    path: '/api/people/:id',
    summary: 'Change the role of an account, or disable it; its sessions end. One operator always stays',
    access: roles('operator'),
    body: exactly({ ...GRANT, state: Type.Enum(['active', 'disabled']) }),
    answer: Person,
    revision: 'checked',
  },
  listInvitations: {
    method: 'GET',
    path: '/api/invitations',
    tag: TAG,
    summary: 'Invitations, the newest first',
    access: roles('operator', 'auditor'),
    answer: exactly({ invitations: Type.Array(Invitation) }),
  },
  invite: {
    method: 'POST',
    path: '/api/invitations',
    tag: TAG,
    summary: 'Invite somebody; hand the link over yourself, no mail is sent',
    access: roles('operator'),
    body: exactly({
      email: Email,
      ...GRANT,
      expiresInDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
    }),
    status: 201,
    answer: NewInvitation,
  },
  revokeInvitation: {
    ...byId,
    method: 'DELETE',
    path: '/api/invitations/:id',
    summary: 'Revoke an invitation that was not accepted',
    access: roles('operator'),
    status: 204,
  },
  listTokens: {
    method: 'GET',
    path: '/api/tokens',
    tag: TAG,
    summary: 'The own API tokens; operators and auditors see those of everybody',
    access: SIGNED_IN,
    answer: exactly({ tokens: Type.Array(ApiToken) }),
  },
  createToken: {
    method: 'POST',
    path: '/api/tokens',
    tag: TAG,
    summary:
      'Make an API token, from a session alone; send it as Authorization: Bearer. No role but the own, operators any',
    access: SIGNED_IN,
    body: exactly({ name: text(100), ...GRANT, expiresInDays: Type.Integer({ minimum: 1, maximum: 365 }) }),
    status: 201,
    answer: exactly({ id: Id, token: Type.Optional(Type.String({ description: SHOWN_ONCE })) }),
  },
  revokeToken: {
    ...byId,
    method: 'DELETE',
    path: '/api/tokens/:id',
    summary: 'Revoke an API token of one’s own; operators any',
    access: SIGNED_IN,
    status: 204,
  },
} as const satisfies Contract
