import { createHash, timingSafeEqual } from 'node:crypto'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import { findPerson } from './grants.js'
import type { Library } from './library.js'
import { COMMAND_LINE, NOBODY, type Principal } from './principal.js'
import type { createSessionBook } from './sessions.js'
import { holderOf } from './tokens.js'

/** What a request shows of who asks. */
export interface Credentials {
  readonly authorization: string | undefined
  readonly cookie: string | undefined
}

/** Who asks, and cookies to be set anew. */
export interface Identified {
  readonly principal: Principal
  readonly cookies: readonly string[]
}

/** Finds out who asks. */
export type Identify = (credentials: Credentials) => Promise<Identified>

/** What is asked to find out. */
export interface IdentifyParts {
  readonly controlPlane: ControlPlane
  readonly library: () => Library
  readonly sessions: () => ReturnType<typeof createSessionBook>
  readonly operatorToken: string
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const asNobody: Identified = { principal: NOBODY, cookies: [] }

const byToken = async ({ controlPlane, library }: IdentifyParts, token: string): Promise<Principal> => {
  const holder = await holderOf({ controlPlane, library: library() }, token)
  if (holder === undefined) return NOBODY
  const { owner, tokenId, name, role, organisation, expiresAt } = holder
  return { kind: 'token', tokenId, account: owner.id, name, role, organisation, expiresAt }
}

const bySession = async (parts: IdentifyParts, cookie: string): Promise<Identified> => {
  const session = await parts.sessions().read(new Headers({ cookie }))
  if (session === undefined) return asNobody
  const person = await findPerson(parts.controlPlane, session.account)
  if (person?.state !== 'active') return asNobody
  const { role, organisation, name, email, secondFactor } = person
  const facts = { account: person.id, name, email, secondFactor, expiresAt: session.expiresAt.toISOString() }
  return {
    principal: { kind: 'session', sessionId: session.id, role, organisation, ...facts },
    cookies: session.cookies,
  }
}

/** Makes what finds out who asks; the operator token is compared in constant time, and needs no database. */
export const createIdentify = (parts: IdentifyParts): Identify => {
  const expected = digest(parts.operatorToken)
  return async ({ authorization, cookie }) => {
    if (authorization !== undefined) {
      const [scheme = '', given = ''] = authorization.split(' ', 2)
      if (scheme.toLowerCase() !== 'bearer' || given === '') return asNobody
      if (timingSafeEqual(digest(given), expected)) return { principal: COMMAND_LINE, cookies: [] }
      return { principal: await byToken(parts, given), cookies: [] }
    }
    return cookie?.includes('candor.session_token') === true ? bySession(parts, cookie) : asNobody
  }
}
