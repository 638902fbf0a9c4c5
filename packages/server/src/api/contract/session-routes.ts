import { Type } from 'typebox'
import { EVERYBODY, SIGNED_IN } from './access.js'
import type { Contract } from './route.js'
import {
  AccountRole,
  Email,
  exactly,
  Id,
  Instant,
  OrganisationName,
  orNull,
  SHOWN_ONCE,
  text,
} from './shapes.js'

const TAG = 'session'

const Password = Type.String({ minLength: 12, maxLength: 128 })
const Code = Type.String({ minLength: 6, maxLength: 32 })
const GivenPassword = Type.String({ minLength: 1, maxLength: 128 })

/** Who is signed in. */
export const Me = exactly({
  id: Type.String({ description: 'Of the account or of the token; command-line for the operator token' }),
  name: Type.String(),
  email: orNull(Type.String()),
  role: AccountRole,
  organisation: orNull(OrganisationName),
  by: Type.Enum(['session', 'token', 'command-line']),
  secondFactor: Type.Enum(['on', 'off']),
  expiresAt: orNull(Instant),
})

/** What the page of signing in needs to know. */
export const SessionState = exactly({
  account: orNull(Me),
  insights: Type.Enum(['open', 'by-role']),
  firstRun: Type.Boolean({ description: 'No operator has an account yet: the console shows a link' }),
  singleSignOn: Type.Array(exactly({ id: Id, label: Type.String() })),
})

export const SignIn = exactly({ email: Email, password: GivenPassword })
export const SignedIn = exactly({
  next: Type.Enum(['signed-in', 'second-factor']),
})
export const OwnSession = exactly({
  id: Id,
  createdAt: Instant,
  expiresAt: Instant,
  isCurrent: Type.Boolean(),
})
export const SecondFactorSecret = exactly({
  uri: Type.Optional(
    Type.String({ description: `otpauth: for the app that makes the codes. ${SHOWN_ONCE}` }),
  ),
  backupCodes: Type.Optional(
    Type.Array(Type.String(), { description: `Each counts once in place of a code. ${SHOWN_ONCE}` }),
  ),
})

/** Signing in and out, and what is one's own. */
export const SESSION_ROUTES = {
  readSession: {
    method: 'GET',
    path: '/api/session',
    tag: TAG,
    summary: 'Who is signed in, and how one can sign in',
    access: EVERYBODY,
    answer: SessionState,
  },
  signIn: {
    method: 'POST',
    path: '/api/session',
    tag: TAG,
    summary: 'Sign in with email and password; the session is a cookie (HttpOnly, SameSite=Lax)',
    access: EVERYBODY,
    body: SignIn,
    answer: SignedIn,
  },
  signInSecondFactor: {
    method: 'POST',
    path: '/api/session/second-factor',
    tag: TAG,
    summary: 'End a sign-in that asked for a second factor, with a code of the app or a backup code',
    access: EVERYBODY,
    body: exactly({ code: Code }),
    answer: SignedIn,
  },
  signInElsewhere: {
    method: 'POST',
    path: '/api/session/single-sign-on',
    tag: TAG,
    summary: 'Begin a sign-in at an OpenID provider; go to the address that is answered',
    access: EVERYBODY,
    body: exactly({ provider: Id }),
    answer: exactly({ url: Type.String() }),
  },
  finishSignInElsewhere: {
    method: 'GET',
    path: '/api/auth/callback/:provider',
    tag: TAG,
    summary: 'Where an OpenID provider sends the browser back to',
    access: EVERYBODY,
    params: exactly({ provider: Id }),
    query: Type.Object({}),
    status: 302,
  },
  signOut: {
    method: 'DELETE',
    path: '/api/session',
    tag: TAG,
    summary: 'Sign out',
    access: SIGNED_IN,
    status: 204,
  },
  listOwnSessions: {
    method: 'GET',
    path: '/api/account/sessions',
    tag: TAG,
    summary: 'The sessions of the account that asks',
    access: SIGNED_IN,
    answer: exactly({ sessions: Type.Array(OwnSession) }),
  },
  endOwnSession: {
    method: 'DELETE',
    path: '/api/account/sessions/:session',
    tag: TAG,
    summary: 'End one of the own sessions',
    access: SIGNED_IN,
    params: exactly({ session: Id }),
    status: 204,
  },
  changePassword: {
    method: 'POST',
    path: '/api/account/password',
    tag: TAG,
    summary:
      'Change the own password; all other sessions end, and the own API tokens where that is asked for',
    access: SIGNED_IN,
    body: exactly({
      current: GivenPassword,
      next: Password,
      tokens: Type.Optional(Type.Enum(['kept', 'revoked'], { description: 'Default kept' })),
    }),
    status: 204,
  },
  beginSecondFactor: {
    method: 'POST',
    path: '/api/account/second-factor',
    tag: TAG,
    summary: 'Make the secret of a second factor; it counts once a code was confirmed',
    access: SIGNED_IN,
    body: exactly({ password: GivenPassword }),
    answer: SecondFactorSecret,
  },
  confirmSecondFactor: {
    method: 'POST',
    path: '/api/account/second-factor/confirmation',
    tag: TAG,
    summary: 'Confirm the second factor with a first code',
    access: SIGNED_IN,
    body: exactly({ code: Code }),
    status: 204,
  },
  endSecondFactor: {
    method: 'DELETE',
    path: '/api/account/second-factor',
    tag: TAG,
    summary: 'Turn the own second factor off',
    access: SIGNED_IN,
    body: exactly({ password: GivenPassword }),
    status: 204,
  },
  readInvitation: {
    method: 'POST',
    path: '/api/invitation',
    tag: TAG,
    summary: 'What an invitation is for; its token is the part of the link after the #',
    access: EVERYBODY,
    body: exactly({ token: Id }),
    answer: exactly({
      email: orNull(Type.String({ description: 'null: whoever accepts it says theirs' })),
      role: AccountRole,
      organisation: orNull(OrganisationName),
      expiresAt: Instant,
    }),
  },
  acceptInvitation: {
    method: 'POST',
    path: '/api/invitation/acceptance',
    tag: TAG,
    summary: 'Make the account of an invitation, once, and sign in to it',
    access: EVERYBODY,
    body: exactly({ token: Id, name: text(100), email: Type.Optional(Email), password: Password }),
    status: 201,
    answer: SignedIn,
  },
} as const satisfies Contract
