import { once } from 'node:events'
import { createServer } from 'node:http'
import { Provider, type Configuration } from 'oidc-provider'
import { freePort } from './free-port.js'

/** The service as the provider knows it. */
export const SIGN_IN_CLIENT = { id: 'candor', secret: 'a secret of a test, which is long enough' } as const

/** A real OpenID provider of a test. */
export interface SignInProvider {
  /** The address of its discovery document. */
  readonly discoveryUrl: string
  readonly close: () => void
}

/** Who signs in there, and how. */
export type SignInPeople =
  /** By the provider's own pages: the login is the email address. */
  | { readonly kind: 'by-page' }
  /** At once, as whoever is named then. */
  | { readonly kind: 'at-once'; readonly email: () => string }

const configurationOf = (redirect: string, people: SignInPeople): Configuration => ({
  clients: [
    { client_id: SIGN_IN_CLIENT.id, client_secret: SIGN_IN_CLIENT.secret, redirect_uris: [redirect] },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  cookies: { keys: ['a key of a test'] },
  features: { devInteractions: { enabled: people.kind === 'by-page' } },
  findAccount: async (_context, id) => ({
    accountId: id,
    claims: async () => ({ sub: id, email: id, email_verified: true, name: 'Somebody' }),
  }),
  ...(people.kind === 'at-once' && {
    interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
  }),
})

const decide = async (
  provider: Provider,
  email: string,
  ...[request, response]: Parameters<Provider['interactionDetails']>
): Promise<void> => {
  const { prompt, params, session, grantId } = await provider.interactionDetails(request, response)
  if (prompt.name === 'login')
    return provider.interactionFinished(request, response, { login: { accountId: email } })
  const accountId = session?.accountId ?? ''
  const clientId = String(params['client_id'])
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId)
  const grant = known ?? new provider.Grant({ accountId, clientId })
  grant.addOIDCScope('openid email profile')
  const consent = { grantId: await grant.save() }
  return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true })
}

/** Starts a provider that sends back to an address. */
export const startSignInProvider = async (
  redirect: string,
  people: SignInPeople,
): Promise<SignInProvider> => {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, configurationOf(redirect, people))
  const answer = provider.callback()
  const server = createServer((request, response) => {
    const isAtOnce = people.kind === 'at-once' && (request.url ?? '').startsWith('/interaction/')
    void (isAtOnce ? decide(provider, people.email(), request, response) : answer(request, response))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
