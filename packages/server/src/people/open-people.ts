import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { CandorError } from '@candor/practices'
import type { Actor, ChangedBy } from '../control-plane/audit-log.js'
import type { Engine } from '../control-plane/engine.js'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import { requirePrivate } from '../private-file.js'
import { replaceFile } from '../replace-file.js'
import { countOperators } from './grants.js'
import { createIdentify } from './identify.js'
import { findInvitationOf, invite, listInvitations, revokeInvitation, stateOf } from './invitations.js'
import { openLibrary, type Library, type SingleSignOn } from './library.js'
import { createSignInLimit } from './sign-in-limit.js'
import { createOwnAccount, createSessionBook, createSignIn } from './sessions.js'

/** What accounts work with. */
export interface PeopleParts {
  readonly controlPlane: ControlPlane
  readonly engine: Engine
  /** A file with the secret that sessions depend on (0600); made where there is none. */
  readonly secretPath: string
  readonly operatorToken: string
  /** Where the service is reached; asked for when it is first needed, since the port may be known late. */
  readonly origin: () => string
  readonly singleSignOn: readonly SingleSignOn[]
  readonly now: () => number
}

const SECRET_BYTES = 48
const LEAST_SECRET = 32
const FIRST_RUN_MILLIS = 86_400_000
const SERVICE: Actor = { kind: 'service', id: null, name: 'the service' }

const readSecret = async (path: string): Promise<string> => {
  if (!existsSync(path)) {
    const made = `${randomBytes(SECRET_BYTES).toString('base64url')}\n`
    await replaceFile(path, (text) => text ?? made)
  }
  requirePrivate(path)
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length >= LEAST_SECRET) return secret
  throw new CandorError('CANDOR_KEYRING_UNUSABLE', { fault: 'damaged', path })
}

/** The part of the link behind the #, which no server sees. */
const linkOf = (origin: string, token: string): string => `${origin}/admin/join#${token}`

/**
 * A link that makes the first operator, for a day; those of earlier starts end. undefined where there is an operator.
 */
const createFirstRun = (parts: PeopleParts) => async (): Promise<string | undefined> => {
  const { controlPlane, now, origin } = parts
  if ((await countOperators(controlPlane)) > 0) return undefined
  const by: ChangedBy = { actor: SERVICE, address: null, nowMillis: now() }
  for (const row of await listInvitations(controlPlane))
    if (row.email === null && stateOf(row, now()) === 'open') await revokeInvitation(controlPlane, row.id, by)
  const given = { email: null, role: 'operator', organisation: null } as const
  const { token } = await invite(controlPlane, given, now() + FIRST_RUN_MILLIS, by)
  return linkOf(origin(), token)
}

/** Opens accounts, their sessions and tokens, and what finds out who asks. */
export const openPeople = async (parts: PeopleParts) => {
  const { controlPlane, engine, singleSignOn, origin, now } = parts
  const secret = await readSecret(parts.secretPath)
  const mayJoin = async (email: string) => {
    const invited =
      joining.get(email) ?? ((await findInvitationOf(controlPlane, email, now())) && 'email-known')
    return invited ?? 'refused'
  }
  /** Accounts that are being made by a link that names no email address. */
  const joining = new Map<string, 'email-unknown'>()
  let opened: Library | undefined
  const library = (): Library => {
    opened ??= openLibrary({ controlPlane, engine, secret, origin: origin(), singleSignOn, mayJoin })
    return opened
  }
  const sessions = () => createSessionBook(library())
  return {
    controlPlane,
    library,
    sessions,
    signIn: () => createSignIn(library()),
    own: () => createOwnAccount(library()),
    joining,
    singleSignOn: singleSignOn.map(({ id, label }) => ({ id, label })),
    limit: createSignInLimit(),
    /** Tells a request from others, and to nobody without the secret what it holds. */
    fingerprint: (text: string) =>
      createHmac('sha256', secret).update('repetition\n').update(text).digest('base64url'),
    identify: createIdentify({ ...parts, library, sessions }),
    linkOf: (token: string) => linkOf(origin(), token),
    firstRunLink: createFirstRun(parts),
    origin,
  }
}

/** Accounts, opened. */
export type People = Awaited<ReturnType<typeof openPeople>>
