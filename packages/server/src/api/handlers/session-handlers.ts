import { CandorError } from '@candor/practices'
import type { FastifyReply } from 'fastify'
import { change, type AuditFact, type ChangedBy } from '../../control-plane/audit-log.js'
import { countOperators, findPerson, isoOf } from '../../people/grants.js'
import { acceptInvitation, findInvitationOf } from '../../people/invitations.js'
import type { People } from '../../people/open-people.js'
import type { Principal } from '../../people/principal.js'
import type { SignInOutcome } from '../../people/sessions.js'
import type { InsightAccess } from '../authorise.js'
import type { Call, Handlers } from '../call.js'
import type { SESSION_ROUTES } from '../contract/session-routes.js'

/** What the routes of sessions need. */
export interface SessionParts {
  readonly people: People
  readonly insights: InsightAccess
}

type Routes = Pick<
  typeof SESSION_ROUTES,
  'readSession' | 'signIn' | 'signInSecondFactor' | 'signInElsewhere' | 'finishSignInElsewhere' | 'signOut'
>

/** The headers of a request that the library of accounts may see: its cookie alone. */
export const cookieOf = ({ request }: Pick<Call, 'request'>): Headers => {
  const { cookie } = request.headers
  return new Headers(cookie === undefined ? {} : { cookie })
}

/** Gives cookies to the browser that asked. */
export const setCookies = (reply: FastifyReply, cookies: readonly string[]): void => {
  if (cookies.length > 0) reply.header('set-cookie', [...cookies])
}

/** Records what was tried or done by somebody who is not signed in yet. */
export const note = (
  { controlPlane }: Pick<People, 'controlPlane'>,
  by: ChangedBy,
  fact: AuditFact,
): Promise<void> => change(controlPlane, by, async () => ({ result: undefined, fact }))

/** Slows attempts down, of an address and, where one is named, for an account. Throws CANDOR_TOO_MANY_ATTEMPTS. */
export const limitAttempts = (
  { limit }: People,
  { by, reply }: Pick<Call, 'by' | 'reply'>,
  email?: string,
): void => {
  const wait = limit({ address: by.address ?? '', email }, by.nowMillis)
  if (wait === 0) return
  reply.header('retry-after', String(wait))
  throw new CandorError('CANDOR_TOO_MANY_ATTEMPTS')
}

const refused = async (people: People, by: ChangedBy, how: string): Promise<never> => {
  await note(people, by, { action: 'session.sign-in-refused', target: how })
  throw new CandorError('CANDOR_SIGN_IN_REFUSED')
}

/** Ends an attempt: whoever has no role, or is disabled, is not let in. */
const finish = async (people: People, call: Call, outcome: SignInOutcome, how: string) => {
  const { by, reply } = call
  if (outcome.kind === 'refused') return refused(people, by, how)
  if (outcome.kind === 'second-factor') {
    setCookies(reply, outcome.cookies)
    return { next: 'second-factor' as const }
  }
  await admit(people, by, outcome.account, how)
  setCookies(reply, outcome.cookies)
  return { next: 'signed-in' as const }
}

const admit = async (people: People, by: ChangedBy, account: string, how: string): Promise<void> => {
  const { controlPlane } = people
  const person = await findPerson(controlPlane, account)
  if (person?.state !== 'active') {
    await controlPlane.deleteFrom('sessions').where('userId', '=', account).execute()
    return refused(people, by, how)
  }
  const actor = { kind: 'account', id: account, name: person.name } as const
  await change(controlPlane, { ...by, actor }, async (transaction) => {
    const rows = transaction.updateTable('grants').set({ last_sign_in_at: by.nowMillis })
    await rows.where('account', '=', account).execute()
    return { result: undefined, fact: { action: 'session.sign-in', target: account, after: { how } } }
  })
}

/** Who is signed in, as they are told. */
const meOf = (principal: Principal) => {
  switch (principal.kind) {
    case 'nobody':
      return null
    case 'command-line':
      return { id: 'command-line', name: 'command line', email: null, ...bare(principal), expiresAt: null }
    case 'session':
      return {
        id: principal.account,
        ...own(principal),
        email: principal.email,
        secondFactor: principal.secondFactor,
      }
    case 'token':
      return { id: principal.tokenId, ...own(principal), email: null, secondFactor: 'off' as const }
    default:
      return principal satisfies never
  }
}

type Known = Exclude<Principal, { readonly kind: 'nobody' }>

const bare = ({ kind, role, organisation }: Known) => ({
  role,
  organisation,
  by: kind,
  secondFactor: 'off' as const,
})

const own = (principal: Exclude<Known, { readonly kind: 'command-line' }>) => ({
  ...bare(principal),
  name: principal.name,
  expiresAt: principal.expiresAt === null ? null : isoOf(principal.expiresAt),
})

/** Whoever a provider vouches for and who was invited gets the role of the invitation with the first sign-in. */
const joinByProvider = async (
  people: People,
  by: ChangedBy,
  account: string,
  email: string,
): Promise<void> => {
  const { controlPlane } = people
  if ((await findPerson(controlPlane, account)) !== undefined) return
  const invitation = await findInvitationOf(controlPlane, email.toLowerCase(), by.nowMillis)
  if (invitation !== undefined) await acceptInvitation(controlPlane, invitation, account, by)
}

const finishElsewhere = async (people: People, { request, reply, by }: Call): Promise<unknown> => {
  const url = new URL(request.url, people.origin())
  const answer = await people.library().handler(new Request(url, { headers: cookieOf({ request }) }))
  const cookies = answer.headers.getSetCookie()
  const cookie = cookies.map((each) => each.split(';', 1)[0]).join('; ')
  const session = await people.library().api.getSession({ headers: new Headers({ cookie }) })
  const refusedAt = `${people.origin()}/admin/sign-in?error=refused`
  if (session === null) {
    await note(people, by, { action: 'session.sign-in-refused', target: 'single sign-on' })
    return reply.redirect(refusedAt)
  }
  await joinByProvider(people, by, session.user.id, session.user.email)
  try {
    await admit(people, by, session.user.id, 'single sign-on')
  } catch {
    return reply.redirect(refusedAt)
  }
  setCookies(reply, cookies)
  return reply.redirect(`${people.origin()}/admin`)
}

/** Signing in and out. */
export const sessionHandlers = ({ people, insights }: SessionParts): Handlers<Routes> => ({
  readSession: async ({ request, reply }) => {
    const { authorization, cookie } = request.headers
    const { principal, cookies } = await people.identify({ authorization, cookie })
    setCookies(reply, cookies)
    return {
      account: meOf(principal),
      insights,
      firstRun: (await countOperators(people.controlPlane)) === 0,
      singleSignOn: people.singleSignOn,
    }
  },
  signIn: async (call) => {
    const { email, password } = call.body
    limitAttempts(people, call, email)
    const outcome = await people.signIn().withPassword(email, password, cookieOf(call))
    return finish(people, call, outcome, 'password')
  },
  signInSecondFactor: async (call) => {
    // A challenge ends after a few codes; by whose it is, a stranger could keep everybody out.
    limitAttempts(people, call)
    const outcome = await people.signIn().withCode(call.body.code, cookieOf(call))
    return finish(people, call, outcome, 'second factor')
  },
  signInElsewhere: async (call) => {
    const begun = await people.signIn().begin(call.body.provider, cookieOf(call), `${people.origin()}/admin`)
    if (begun === undefined) throw new CandorError('CANDOR_NOT_FOUND', { provider: 'no such provider' })
    setCookies(call.reply, begun.cookies)
    return { url: begun.url }
  },
  finishSignInElsewhere: async (call) => {
    await finishElsewhere(people, call)
    return undefined
  },
  signOut: async (call) => {
    if (call.principal.kind === 'session') {
      setCookies(call.reply, await people.sessions().end(cookieOf(call)))
      await note(people, call.by, { action: 'session.sign-out', target: call.principal.account })
    }
    return undefined
  },
})
