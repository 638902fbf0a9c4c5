import { isAPIError } from 'better-auth/api'
import type { Library } from './library.js'

/** What became of an attempt to sign in; the cookies are for the browser that tried. */
export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly account: string; readonly cookies: readonly string[] }
  | { readonly kind: 'second-factor'; readonly account: string; readonly cookies: readonly string[] }
  | { readonly kind: 'refused' }

/** A session that is open. */
export interface OpenSession {
  readonly id: string
  readonly account: string
  readonly expiresAt: Date
  /** To be set anew, where the session was prolonged. */
  readonly cookies: readonly string[]
}

const LOWEST_FAULT = 500

/** Answers undefined where the library refuses; what is its fault is thrown. */
const unlessRefused = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work
  } catch (error) {
    if (isAPIError(error) && error.statusCode < LOWEST_FAULT) return undefined
    throw error
  }
}

const BACKUP_CODE = /[^0-9]/

/** The first part of a sign-in, and the second one where the account has a second factor. */
export const createSignIn = (library: Library) => ({
  /** With email and password. */
  withPassword: async (email: string, password: string, headers: Headers): Promise<SignInOutcome> => {
    const work = library.api.signInEmail({ body: { email, password }, headers, returnHeaders: true })
    const done = await unlessRefused(work)
    if (done === undefined) return { kind: 'refused' }
    const cookies = done.headers.getSetCookie()
    const { user, twoFactorRedirect } = done.response as {
      readonly user?: { readonly id: string }
      readonly twoFactorRedirect?: boolean
    }
    if (twoFactorRedirect === true || user === undefined)
      return { kind: 'second-factor', account: '', cookies }
    return { kind: 'signed-in', account: user.id, cookies }
  },
  /** With a code of the app that makes them, or a backup code, after the password. */
  withCode: async (code: string, headers: Headers): Promise<SignInOutcome> => {
    const given = { body: { code }, headers, returnHeaders: true } as const
    const work = BACKUP_CODE.test(code) ? library.api.verifyBackupCode(given) : library.api.verifyTOTP(given)
    const done = await unlessRefused(
      work as Promise<{ headers: Headers; response: { user: { id: string } } }>,
    )
    if (done === undefined) return { kind: 'refused' }
    return { kind: 'signed-in', account: done.response.user.id, cookies: done.headers.getSetCookie() }
  },
  /** The address to go to for a sign-in at a provider; undefined where there is none of that name. */
  begin: async (provider: string, headers: Headers, callbackURL: string) => {
    const given = {
      body: { provider, callbackURL, disableRedirect: true },
      headers,
      returnHeaders: true,
    } as const
    const done = await unlessRefused(library.api.signInSocial(given))
    const url = (done?.response as { readonly url?: string } | undefined)?.url
    return done === undefined || url === undefined ? undefined : { url, cookies: done.headers.getSetCookie() }
  },
})

/** Reads and ends sessions. */
export const createSessionBook = (library: Library) => ({
  /** The session of a request; undefined where there is none, or it has ended. */
  read: async (headers: Headers): Promise<OpenSession | undefined> => {
    const { response, headers: answered } = await library.api.getSession({ headers, returnHeaders: true })
    if (response === null) return undefined
    const { id, userId, expiresAt } = response.session
    return { id, account: userId, expiresAt: new Date(expiresAt), cookies: answered.getSetCookie() }
  },
  /** Ends the session of a request; answers the cookies that make the browser forget it. */
  end: async (headers: Headers): Promise<readonly string[]> => {
    const done = await library.api.signOut({ headers, returnHeaders: true })
    return done.headers.getSetCookie()
  },
})

/** What people change of their own account. Each answers undefined where the password or the code is not right. */
export const createOwnAccount = (library: Library) => ({
  changePassword: (current: string, next: string, headers: Headers) =>
    unlessRefused(
      library.api.changePassword({
        body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
        headers,
        returnHeaders: true,
      }),
    ),
  beginSecondFactor: async (password: string, headers: Headers) => {
    const made = await unlessRefused(library.api.enableTwoFactor({ body: { password }, headers }))
    return made as { readonly totpURI: string; readonly backupCodes: readonly string[] } | undefined
  },
  confirmSecondFactor: (code: string, headers: Headers) =>
    unlessRefused(library.api.verifyTOTP({ body: { code }, headers, returnHeaders: true })),
  endSecondFactor: (password: string, headers: Headers) =>
    unlessRefused(library.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true })),
  /** Makes an account with a password and signs in to it; undefined where there is one, or nobody was invited. */
  create: async (given: { readonly email: string; readonly name: string; readonly password: string }) => {
    const done = await unlessRefused(library.api.signUpEmail({ body: given, returnHeaders: true }))
    if (done === undefined || done.response.token === null) return undefined
    return { account: done.response.user.id, cookies: done.headers.getSetCookie() }
  },
})
