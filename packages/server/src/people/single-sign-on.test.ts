import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApiService, type ApiService } from '../testing/api-service.js'
import { freePort } from '../testing/free-port.js'
import { SIGN_IN_CLIENT, startSignInProvider, type SignInProvider } from '../testing/sign-in-provider.js'

let api: ApiService
let provider: SignInProvider
/** Who signs in at the provider. */
let email = ''

beforeAll(async () => {
  const port = await freePort()
  const redirect = `http://127.0.0.1:${port}/api/auth/callback/work`
  provider = await startSignInProvider(redirect, { kind: 'at-once', email: () => email })
  const { id: clientId, secret: clientSecret } = SIGN_IN_CLIENT
  const work = { id: 'work', label: 'Work', discoveryUrl: provider.discoveryUrl, clientId, clientSecret }
  api = await startApiService(undefined, { port, trustedProxies: ['loopback'], singleSignOn: [work] })
}, 60_000)

afterAll(async () => {
  await api.close()
  provider.close()
})

/** A browser that follows where it is sent, with the cookies of each host. */
const browse = async (start: string, jar: Map<string, string>): Promise<string> => {
  let url = start
  for (let hop = 0; hop < 15; hop += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    await answer.arrayBuffer()
    for (const each of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (each.split(';', 1)[0] ?? '').split(/=(.*)/s)
      jar.set(name, value)
    }
    const next = answer.headers.get('location')
    if (next === null) return url
    url = new URL(next, url).href
    if (url.startsWith(`${api.url}/admin`)) return url
  }
  throw new Error('sent around for ever')
}

const signInAs = async (who: string) => {
  email = who
  const jar = new Map<string, string>()
  const begun = await api.ask('POST', '/api/session/single-sign-on', { body: { provider: 'work' } })
  expect(begun.status).toBe(200)
  for (const each of begun.cookie.split('; '))
    jar.set(...(each.split(/=(.*)/s).slice(0, 2) as [string, string]))
  const at = await browse(String(begun.body['url']), jar)
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const { body } = await api.ask('GET', '/api/session', { cookie })
  return { at, account: body['account'] }
}

test('whoever was invited signs in at the provider, and has the role of the invitation', async () => {
  const invitation = { email: 'ana@example.com', role: 'auditor', organisation: null }
  await api.ask('POST', '/api/invitations', { token: api.operatorToken, body: invitation })
  const first = await signInAs('ana@example.com')
  expect(first.at).toBe(`${api.url}/admin`)
  expect(first.account).toMatchObject({ email: 'ana@example.com', role: 'auditor', by: 'session' })
  expect((await signInAs('ana@example.com')).account).toMatchObject({ role: 'auditor' })
}, 60_000)

test('a stranger whom the provider knows is let in nowhere, and no account is made', async () => {
  const stranger = await signInAs('stranger@example.com')
  expect(stranger.at).toContain('/admin/sign-in?error=')
  expect(stranger.account).toBeNull()
  const { body } = await api.ask('GET', '/api/people', { token: api.operatorToken })
  expect(JSON.stringify(body)).not.toContain('stranger')
}, 60_000)

test('the page of signing in learns of the provider, and an unknown one is refused', async () => {
  const { body } = await api.ask('GET', '/api/session')
  expect(body['singleSignOn']).toEqual([{ id: 'work', label: 'Work' }])
  const unknown = await api.ask('POST', '/api/session/single-sign-on', { body: { provider: 'elsewhere' } })
  expect(unknown.code).toBe('CANDOR_NOT_FOUND')
})
