import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { INGEST_PATHS } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '../operation/log.js'
import { createService, type Service } from '../service.js'

let folder = ''
let service: Service
let token = ''
const lines: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-routes-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>a page</title>')
  service = await createService({
    dataFolder: join(folder, 'data'),
    port: 0,
    products: [{ practices: skypeTeams, keys: ['marked-key'] }],
    staticFolders: [{ path: '/', folder, pages: ['/insights'] }],
    log: createLog({ level: 'debug', format: 'json', write: (line) => void lines.push(line), now: Date.now }),
  })
  token = readFileSync(join(folder, 'data', 'operator-token'), 'utf8').trim()
})

afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

interface Asked {
  readonly method: string
  readonly path: string
}

/** Every route with an address that reaches it. */
const everyRoute = (): readonly Asked[] =>
  service.routes.flatMap((route) => {
    const [methods = '', pattern = ''] = route.split(' ')
    const path = pattern.replaceAll(/:[^/]+|\*/g, 'marked-part')
    return methods.split(',').map((method) => ({ method, path }))
  })

const MARKED_BODY = JSON.stringify({
  v: 1,
  product: 'skype-teams',
  marked: 'sip:marked@marked.example',
  reports: ['marked'],
})

const ask = ({ method, path }: Asked, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${service.url}${path}?key=marked-key&org=marked.example&marked=203.0.113.77`, {
    method,
    headers: { origin: 'https://marked.example', 'x-forwarded-for': '203.0.113.77', ...headers },
    ...(['POST', 'PUT', 'PATCH'].includes(method) && { body: MARKED_BODY }),
  })

const corsOf = ({ headers }: Response): string | null => headers.get('access-control-allow-origin')

test('there are routes to check', () => {
  expect(service.routes).toContain('GET /practices')
  expect(service.routes.length).toBeGreaterThan(15)
})

test('every answer has the security headers, whether it is a page, data or a refusal', async () => {
  for (const asked of [...everyRoute(), { method: 'GET', path: '/nowhere' }]) {
    const response = await ask(asked)
    await response.arrayBuffer()
    const name = `${asked.method} ${asked.path}`
    expect(response.headers.get('x-content-type-options'), name).toBe('nosniff')
    expect(response.headers.get('referrer-policy'), name).toBe('no-referrer')
    expect(response.headers.get('cross-origin-opener-policy'), name).toBe('same-origin')
    expect(response.headers.get('permissions-policy'), name).toContain('geolocation=()')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy, name).toMatch(/default-src '(self|none)'/)
    expect(policy, name).toContain("frame-ancestors 'none'")
    expect(policy, name).not.toMatch(/script-src|unsafe-eval|\*/)
    expect(response.headers.get('set-cookie'), name).toBeNull()
  }
})

test('pages of any origin may read what is below /v1/, and nothing else', async () => {
  const ingest = Object.values(INGEST_PATHS).flatMap((path) => [
    { method: 'POST', path },
    { method: 'OPTIONS', path },
  ])
  for (const asked of [...everyRoute(), ...ingest]) {
    const response = await ask(asked, { authorization: `Bearer ${token}` })
    await response.arrayBuffer()
    const name = `${asked.method} ${asked.path}`
    expect(corsOf(response), name).toBe(asked.path.startsWith('/v1/') ? '*' : null)
    expect(response.headers.get('access-control-allow-credentials'), name).toBeNull()
  }
})

test('nothing of a request is logged but its method, its route and its status', async () => {
  for (const path of [...Object.values(INGEST_PATHS), '/%', '/marked/path']) {
    await (await ask({ method: 'POST', path })).arrayBuffer()
  }
  const text = lines.join('')
  const plain = everyRoute().filter(({ path }) => !path.includes('marked'))
  for (const { path } of plain) expect(text).toContain(`"route":"${path}"`)
  for (const secret of ['marked', '203.0.113.77', '127.0.0.1', token]) expect(text).not.toContain(secret)
})

const OPERATION = ['/healthz', '/readyz', '/metrics', '/api/conservation'] as const

test.each(OPERATION)(
  '%s is never kept, is of its own type, and answers HEAD as it does GET',
  async (path) => {
    const got = await fetch(service.url + path)
    await got.arrayBuffer()
    expect(got.headers.get('cache-control')).toBe('no-store')
    const type =
      path === '/metrics' ? 'text/plain; version=0.0.4; charset=utf-8' : 'application/json; charset=utf-8'
    expect(got.headers.get('content-type')).toBe(type)
    const head = await fetch(service.url + path, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([got.status, ''])
    for (const name of ['content-type', 'cache-control', 'x-content-type-options', 'content-security-policy'])
      expect(head.headers.get(name), name).toBe(got.headers.get(name))
  },
)

const NOT_ALLOWED: readonly (readonly [method: string, path: string, allow: string])[] = [
  ...OPERATION.flatMap((path) =>
    ['OPTIONS', 'POST', 'DELETE'].map((method) => [method, path, 'GET, HEAD'] as const),
  ),
  ['PROPFIND', '/api/settings', 'GET, HEAD, PUT'],
  ['GET', '/v1/usage?key=marked-key', 'POST, OPTIONS'],
  ['PUT', '/api/export/usage', 'GET, HEAD'],
]

test.each(NOT_ALLOWED)('%s %s is not allowed, and the answer says what is', async (method, path, allow) => {
  const response = await fetch(service.url + path, { method })
  expect([response.status, response.headers.get('allow')?.split(', ').toSorted()]).toEqual([
    405,
    allow.split(', ').toSorted(),
  ])
  expect(await response.json()).toMatchObject({ code: 'CANDOR_METHOD_NOT_ALLOWED' })
})

test('an address that there is not is nowhere, whatever the method', async () => {
  for (const method of ['GET', 'POST', 'OPTIONS', 'PROPFIND']) {
    const response = await fetch(`${service.url}/api/nowhere/${'a'.repeat(5000)}`, { method })
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'CANDOR_NOT_FOUND' }])
  }
})
