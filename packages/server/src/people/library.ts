import { apiKey } from '@better-auth/api-key'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type { Engine } from '../control-plane/engine.js'
import type { ControlPlane } from '../control-plane/open-control-plane.js'

/** An OpenID provider that people may sign in at. */
export interface SingleSignOn {
  /** Lower-case letters, digits and hyphens; it is part of the address that the provider sends back to. */
  readonly id: string
  readonly label: string
  /** The address of its discovery document. */
  readonly discoveryUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

/** What the library of accounts works with. */
export interface LibraryParts {
  readonly controlPlane: ControlPlane
  readonly engine: Engine
  /** At least 32 characters; sessions and second factors depend on it. */
  readonly secret: string
  /** Where the service is reached, such as https://candor.contoso.com. */
  readonly origin: string
  readonly singleSignOn: readonly SingleSignOn[]
  /** Whether an account may be made, and whether its email address is known to be theirs. */
  readonly mayJoin: (email: string) => Promise<'refused' | 'email-known' | 'email-unknown'>
}

const DAY_SECONDS = 86_400
const SESSION_DAYS = 7
const LEAST_PASSWORD = 12
const MOST_PASSWORD = 128
const MOST_TOKEN_DAYS = 365

/** The names of the library's tables. */
const TABLES = {
  user: { modelName: 'accounts' },
  session: {
    modelName: 'sessions',
    expiresIn: SESSION_DAYS * DAY_SECONDS,
    updateAge: DAY_SECONDS,
    cookieCache: { enabled: false },
  },
  verification: { modelName: 'verifications' },
} as const

const pluginsOf = (singleSignOn: readonly SingleSignOn[]) => [
  twoFactor({ issuer: 'Candor', schema: { twoFactor: { modelName: 'second_factors' } } }),
  apiKey({
    defaultPrefix: 'candor_',
    rateLimit: { enabled: false },
    keyExpiration: { minExpiresIn: 1, maxExpiresIn: MOST_TOKEN_DAYS },
    enableSessionForAPIKeys: false,
    schema: { apikey: { modelName: 'api_tokens' } },
  }),
  genericOAuth({
    config: singleSignOn.map(({ id, discoveryUrl, clientId, clientSecret }) => ({
      providerId: id,
      discoveryUrl,
      clientId,
      clientSecret,
      scopes: ['openid', 'email', 'profile'],
      pkce: true,
      requireIdTokenVerification: true,
    })),
  }),
]

/** The options of the library; nothing of it is served by itself, and it reports nothing to anybody. */
export const libraryOptions = (parts: LibraryParts) =>
  ({
    // Without transactions of its own: SQLite has one connection, and what is asked meanwhile would wait for ever.
    database: { db: parts.controlPlane, type: parts.engine, transaction: false },
    secret: parts.secret,
    baseURL: parts.origin,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    ...TABLES,
    account: { modelName: 'credentials', accountLinking: { enabled: true } },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: LEAST_PASSWORD,
      maxPasswordLength: MOST_PASSWORD,
    },
    advanced: {
      cookiePrefix: 'candor',
      useSecureCookies: parts.origin.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    onAPIError: { errorURL: `${parts.origin}/admin/sign-in?error=refused` },
    databaseHooks: {
      user: {
        create: {
          before: async (user: { readonly email: string }) => {
            const answer = await parts.mayJoin(user.email.toLowerCase())
            // Nobody registers: who was not invited has no account.
            if (answer === 'refused') return false
            return { data: { ...user, emailVerified: answer === 'email-known' } }
          },
        },
      },
    },
    plugins: pluginsOf(parts.singleSignOn),
  }) satisfies BetterAuthOptions

/** The library of accounts. */
export const openLibrary = (parts: LibraryParts) => betterAuth(libraryOptions(parts))

/** The library of accounts, opened. */
export type Library = ReturnType<typeof openLibrary>
