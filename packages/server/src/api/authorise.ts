import { CandorError } from '@candor/practices'
import type { FastifyRequest } from 'fastify'
import { roleOf, type Principal } from '../people/principal.js'
import type { Access, OrganisationPlace } from './contract/access.js'

/** Whether the insights of a service are shown to everybody who reaches it. */
export type InsightAccess = 'open' | 'by-role'

/** Throws CANDOR_TOKEN_REFUSED where nobody is known and somebody must be, CANDOR_ROLE_FORBIDS where the role does not allow it. */
export const requireRole = (access: Access, principal: Principal, insights: InsightAccess): void => {
  if (access.kind === 'everybody' || (access.kind === 'insights' && insights === 'open')) return
  // Its route asks itself, since it depends on where the request comes from.
  if (access.kind === 'metrics') return
  const role = roleOf(principal)
  if (role === undefined) throw new CandorError('CANDOR_TOKEN_REFUSED')
  if (access.kind === 'signed-in' || access.roles.includes(role)) return
  throw new CandorError('CANDOR_ROLE_FORBIDS', { role })
}

const namedIn = (
  place: Exclude<OrganisationPlace, 'answer'>,
  request: FastifyRequest,
): string | undefined => {
  const holder = request[place] as { readonly organisation?: unknown } | null | undefined
  const named = holder?.organisation
  return typeof named === 'string' ? named.toLowerCase() : undefined
}

/** Throws CANDOR_ROLE_FORBIDS where an organisation admin does not name their own organisation. */
export const requireOwnOrganisation = (
  access: Access,
  principal: Principal,
  request: FastifyRequest,
): void => {
  if (access.kind !== 'roles' || principal.kind === 'nobody' || principal.role !== 'organisation-admin')
    return
  const place = access.organisationIn
  if (place === 'answer') return
  if (place !== undefined && namedIn(place, request) === principal.organisation) return
  throw new CandorError('CANDOR_ROLE_FORBIDS', { role: principal.role, organisation: 'not theirs' })
}

/** Throws CANDOR_ORIGIN_REFUSED where a page of another origin writes: the cookie of a session goes along with that. */
export const requireOwnOrigin = (
  principal: Principal,
  request: FastifyRequest,
  publicOrigin: string | undefined,
): void => {
  if (request.method === 'GET' || request.method === 'HEAD') return
  if (principal.kind === 'token' || principal.kind === 'command-line') return
  const { origin, host } = request.headers
  if (origin === undefined && principal.kind === 'nobody') return
  const isOwn =
    origin !== undefined && URL.canParse(origin) && (origin === publicOrigin || new URL(origin).host === host)
  if (!isOwn) throw new CandorError('CANDOR_ORIGIN_REFUSED')
}

const REVISION = /^(?:W\/)?"(\d{1,15})"$/

/** The revision of If-Match. Throws CANDOR_REVISION_NEEDED where a session must send one and does not. */
export const seenRevision = (principal: Principal, request: FastifyRequest): number | undefined => {
  const given = request.headers['if-match']
  const revision = REVISION.exec(given ?? '')?.[1]
  if (revision !== undefined) return Number(revision)
  if (principal.kind === 'session' || given !== undefined) throw new CandorError('CANDOR_REVISION_NEEDED')
  return undefined
}
