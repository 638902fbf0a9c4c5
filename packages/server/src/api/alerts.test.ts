import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApiService, type ApiService, type AskOptions } from '../testing/api-service.js'
import { describeEachEngine } from '../testing/control-engines.js'

const RULE = { kind: 'under', figure: 'sign-in-success', period: 'day', limit: 95 }

describeEachEngine('alerts by the API', ({ place }) => {
  let api: ApiService
  let hook: Server
  const bodies: string[] = []
  const operator = (method: string, path: string, options: AskOptions = {}) =>
    api.ask(method, path, { token: api.operatorToken, ...options })
  const definition = () => ({
    name: 'Sign-ins',
    language: 'en',
    rule: RULE,
    channels: [
      { kind: 'web-hook', url: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/secret-path` },
      { kind: 'e-mail', to: 'quality@contoso.com' },
    ],
  })

  beforeAll(async () => {
    hook = createServer((request, response) => {
      request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()))
      request.on('end', () => response.end())
    })
    await new Promise<void>((resolve) => void hook.listen(0, '127.0.0.1', resolve))
    api = await startApiService(await place(), { trustedProxies: ['loopback'] })
  }, 120_000)
  afterAll(async () => {
    await api.close()
    await new Promise((resolve) => hook.close(resolve))
  }, 60_000)

  test('are made, told of, tried and removed; what may be a secret is shown once and never in the log', async () => {
    const made = await operator('POST', '/api/alerts', { body: definition() })
    expect(made.status).toBe(201)
    expect(made.body['secret']).toMatch(/^[\w-]{43}$/)
    const { id } = made.body as { readonly id: string }
    const listed = await operator('GET', '/api/alerts')
    expect(listed.body['alerts']).toMatchObject([
      { id, name: 'Sign-ins', rule: RULE, state: 'quiet', value: null, checkedAt: null, waiting: 0 },
    ])
    expect(JSON.stringify(listed.body)).not.toMatch(/secret-path/)
    const tried = await operator('POST', `/api/alerts/${id}/test`, { body: {} })
    // No mail server is configured.
    expect(tried.body['sent']).toEqual([
      { kind: 'web-hook', outcome: 'sent' },
      { kind: 'e-mail', outcome: 'failed' },
    ])
    expect(bodies.map((body) => (JSON.parse(body) as { event: string }).event)).toEqual(['test'])
    expect((await operator('DELETE', `/api/alerts/${id}`)).status).toBe(204)
    expect((await operator('DELETE', `/api/alerts/${id}`)).code).toBe('CANDOR_NOT_FOUND')
    const log = await operator('GET', '/api/audit-log?limit=20')
    const entries = log.body['entries'] as readonly { readonly action: string }[]
    const actions = entries.map(({ action }) => action).filter((action) => action.startsWith('alert.'))
    expect(actions.toSorted()).toEqual(['alert.create', 'alert.remove', 'alert.test'])
    expect(JSON.stringify(log.body)).not.toMatch(/secret-path|quality@contoso/)
  }, 60_000)

  test('are refused where they make no sense, and made by operators alone', async () => {
    const refused = async (change: object) =>
      (await operator('POST', '/api/alerts', { body: { ...definition(), ...change } })).status
    expect(await refused({ rule: { ...RULE, figure: 'error-group' } })).toBe(422)
    expect(await refused({ rule: { ...RULE, fingerprint: '1:0123456789abcdef' } })).toBe(422)
    expect(await refused({ rule: { kind: 'silence', category: 'usage', hours: 0 } })).toBe(400)
    expect(await refused({ channels: [] })).toBe(400)
    expect(await refused({ channels: [{ kind: 'web-hook', url: 'file:///etc/passwd' }] })).toBe(400)
    const analyst = await api.join('analyst')
    const made = await api.ask('POST', '/api/alerts', { cookie: analyst, body: definition() })
    expect(made.status).toBe(403)
    expect((await api.ask('GET', '/api/alerts', { cookie: analyst })).body['alerts']).toEqual([])
  }, 60_000)
})
