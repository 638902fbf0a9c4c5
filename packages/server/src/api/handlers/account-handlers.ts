import { CandorError } from '@candor/practices'
import type { ChangedBy } from '../../control-plane/audit-log.js'
import { isoOf } from '../../people/grants.js'
import { acceptInvitation, findInvitation } from '../../people/invitations.js'
import type { People } from '../../people/open-people.js'
import type { Principal } from '../../people/principal.js'
import { listTokens, revokeToken } from '../../people/tokens.js'
import type { Call, Handlers } from '../call.js'
import type { SESSION_ROUTES } from '../contract/session-routes.js'
import { cookieOf, limitAttempts, note, setCookies } from './session-handlers.js'

type Routes = Pick<
  typeof SESSION_ROUTES,
  | 'listOwnSessions'
  | 'endOwnSession'
  | 'changePassword'
  | 'beginSecondFactor'
  | 'confirmSecondFactor'
  | 'endSecondFactor'
  | 'readInvitation'
  | 'acceptInvitation'
>

/** What is one's own is changed from a session alone. Throws CANDOR_ROLE_FORBIDS. */
export const requireSession = (principal: Principal) => {
  if (principal.kind === 'session') return principal
  throw new CandorError('CANDOR_ROLE_FORBIDS', { by: 'a session alone' })
}

const requireRight = <T>(done: T | undefined): T => {
  if (done === undefined) throw new CandorError('CANDOR_SIGN_IN_REFUSED')
  return done
}

const sessionsOf = async ({ controlPlane }: People, principal: Principal) => {
  const { account, sessionId } = requireSession(principal)
  const rows = controlPlane.selectFrom('sessions').select(['id', 'createdAt', 'expiresAt'])
  const found = await rows.where('userId', '=', account).orderBy('createdAt', 'desc').execute()
  return found.map(({ id, createdAt, expiresAt }) => ({
    id,
    createdAt: isoOf(createdAt),
    expiresAt: isoOf(expiresAt),
    isCurrent: id === sessionId,
  }))
}

const accept = async (people: People, call: Call<(typeof SESSION_ROUTES)['acceptInvitation']>) => {
  const { body, by, reply } = call
  limitAttempts(people, call)
  const invitation = await findInvitation(people.controlPlane, body.token, by.nowMillis)
  const email = invitation.email ?? body.email?.toLowerCase()
  if (email === undefined)
    throw new CandorError('CANDOR_QUERY_REFUSED', { email: 'the invitation names none' })
  if (invitation.email === null) people.joining.set(email, 'email-unknown')
  const made = await people
    .own()
    .create({ email, name: body.name, password: body.password })
    .finally(() => people.joining.delete(email))
  if (made === undefined) throw new CandorError('CANDOR_ALREADY_THERE', { account: 'of this email address' })
  const actor = { kind: 'account', id: made.account, name: body.name } as const
  try {
    await acceptInvitation(people.controlPlane, invitation, made.account, { ...by, actor })
  } catch (error) {
    await people.controlPlane.deleteFrom('accounts').where('id', '=', made.account).execute()
    throw error
  }
  setCookies(reply, made.cookies)
  return { next: 'signed-in' as const }
}

const ownSessionHandlers = (
  people: People,
): Pick<Handlers<Routes>, 'listOwnSessions' | 'endOwnSession' | 'changePassword'> => ({
  listOwnSessions: async ({ principal }) => ({ sessions: await sessionsOf(people, principal) }),
  endOwnSession: async ({ principal, params, by }) => {
    const { account } = requireSession(principal)
    const rows = people.controlPlane.deleteFrom('sessions').where('userId', '=', account)
    const [ended] = await rows.where('id', '=', params.session).execute()
    if (Number(ended?.numDeletedRows ?? 0) === 0) throw new CandorError('CANDOR_NOT_FOUND')
    await note(people, by, { action: 'session.sign-out', target: account })
    return undefined
  },
  changePassword: async (call) => {
    const { account, email } = requireSession(call.principal)
    limitAttempts(people, call, email)
    const { current, next, tokens = 'kept' } = call.body
    const done = requireRight(await people.own().changePassword(current, next, cookieOf(call)))
    setCookies(call.reply, done.headers.getSetCookie())
    await note(people, call.by, { action: 'account.password', target: account })
    if (tokens === 'revoked') await revokeTokensOf(people, account, call.by)
    return undefined
  },
})

const revokeTokensOf = async ({ controlPlane }: People, account: string, by: ChangedBy): Promise<void> => {
  for (const { id } of await listTokens(controlPlane, account))
    await revokeToken(controlPlane, id, account, by)
}

type FactorRoutes = 'beginSecondFactor' | 'confirmSecondFactor' | 'endSecondFactor'

const factorHandlers = (people: People): Pick<Handlers<Routes>, FactorRoutes> => ({
  beginSecondFactor: async (call) => {
    const { email } = requireSession(call.principal)
    limitAttempts(people, call, email)
    const made = requireRight(await people.own().beginSecondFactor(call.body.password, cookieOf(call)))
    return { uri: made.totpURI, backupCodes: [...made.backupCodes] }
  },
  confirmSecondFactor: async (call) => {
    const { account, email } = requireSession(call.principal)
    limitAttempts(people, call, email)
    const done = requireRight(await people.own().confirmSecondFactor(call.body.code, cookieOf(call)))
    setCookies(call.reply, done.headers.getSetCookie())
    await note(people, call.by, {
      action: 'account.second-factor',
      target: account,
      before: 'off',
      after: 'on',
    })
    return undefined
  },
  endSecondFactor: async (call) => {
    const { account, email } = requireSession(call.principal)
    limitAttempts(people, call, email)
    const done = requireRight(await people.own().endSecondFactor(call.body.password, cookieOf(call)))
    setCookies(call.reply, done.headers.getSetCookie())
    await note(people, call.by, {
      action: 'account.second-factor',
      target: account,
      before: 'on',
      after: 'off',
    })
    return undefined
  },
})

/** What is one's own: sessions, password and second factor; and how one comes to an account. */
export const accountHandlers = (people: People): Handlers<Routes> => ({
  ...ownSessionHandlers(people),
  ...factorHandlers(people),
  readInvitation: async (call) => {
    limitAttempts(people, call)
    const { email, role, organisation, expires_at } = await findInvitation(
      people.controlPlane,
      call.body.token,
      call.by.nowMillis,
    )
    return { email, role, organisation, expiresAt: isoOf(expires_at) }
  },
  acceptInvitation: async (call) => accept(people, call),
})
