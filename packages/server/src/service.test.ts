import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createPublicKey, randomUUID, verify } from 'node:crypto'
import { POLICY_SIGNATURE_HEADER } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createService, type Service } from './service.js'

let folder = ''
let service: Service
let token = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-service-'))
  service = await createService({
    dataFolder: folder,
    port: 0,
    products: [{ practices: skypeTeams, keys: ['demo'] }],
    insights: 'open',
  })
  token = readFileSync(join(folder, 'operator-token'), 'utf8').trim()
})

afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

const today = new Date().toISOString().slice(0, 10)
const hour = `${new Date().toISOString().slice(0, 13)}:00:00Z`
const envelope = { v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Windows' }
const usageReport = (data: object) => ({ id: randomUUID(), from: hour, to: hour, data })

const post = (path: string, body: BodyInit, headers: Readonly<Record<string, string>> = {}, key = 'demo') =>
  fetch(`${service.url}${path}?key=${key}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain', ...headers },
  })

const send = async (path: string, reports: readonly object[], more: object = {}) =>
  (await post(path, JSON.stringify({ ...envelope, ...more, reports }))).json() as Promise<
    Record<string, unknown>
  >

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${service.url}${path}`, { headers })
const put = (path: string, body: object) =>
  fetch(service.url + path, {
    method: 'PUT',
    headers: { ...asOperator(), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const asOperator = () => ({ authorization: `Bearer ${token}` })

const exported = async (lane: string): Promise<readonly Record<string, unknown>[]> => {
  await service.settle()
  const text = await (await get(`/api/export/${lane}?format=jsonl`, asOperator())).text()
  return text
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

const codeOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { readonly code: unknown }).code

describe('ingest', () => {
  test('a report that is sent twice counts once', async () => {
    const report = usageReport({ IMSent: 41 })
    expect(await send('/v1/usage', [report])).toEqual({ accepted: 1, duplicate: 0, refused: [] })
    expect(await send('/v1/usage', [report])).toEqual({ accepted: 0, duplicate: 1, refused: [] })
    const rows = await exported('usage')
    expect(rows.filter((row) => row['id'] === report.id || row['report_id'] === report.id)).toHaveLength(1)
  })

  test('a gzip body is read, and one that unfolds beyond the limit is not', async () => {
    const body = JSON.stringify({ ...envelope, reports: [usageReport({ CallsMade: 1 })] })
    const answer = await post('/v1/usage', gzipSync(body), {
      'content-encoding': 'gzip',
      'content-type': 'application/json',
    })
    expect(await answer.json()).toEqual({ accepted: 1, duplicate: 0, refused: [] })
    const bomb = await post('/v1/usage', gzipSync(Buffer.alloc(4_000_000, 32)), {
      'content-encoding': 'gzip',
    })
    expect(bomb.status).toBe(413)
    expect(await codeOf(bomb)).toBe('CANDOR_ENVELOPE_TOO_LARGE')
  })

  test.each([
    ['a body too large', ' '.repeat(1_100_000), {}, 413, 'CANDOR_ENVELOPE_TOO_LARGE'],
    ['no JSON', '{', {}, 400, 'CANDOR_ENVELOPE_MALFORMED'],
    [
      'a form',
      'a=b',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'CANDOR_ENCODING_UNSUPPORTED',
    ],
    ['an unknown encoding', '{}', { 'content-encoding': 'br' }, 415, 'CANDOR_ENCODING_UNSUPPORTED'],
    ['no gzip', '{}', { 'content-encoding': 'gzip' }, 415, 'CANDOR_ENCODING_UNSUPPORTED'],
  ])('%s is refused with a problem document', async (_what, body, headers, status, code) => {
    const response = await post('/v1/usage', body, headers)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await codeOf(response)).toBe(code)
  })

  test('a query parameter that is given twice is read as one', async () => {
    expect((await get('/v1/policy?key=wrong&key=demo')).status).toBe(200)
    expect((await get('/v1/practices?key=demo&key=wrong')).status).toBe(401)
  })

  test('what the framework refuses is a problem document too', async () => {
    for (const path of ['/%', '/v1/usage']) {
      const response = await get(path)
      expect(response.headers.get('content-type'), path).toContain('application/problem+json')
    }
  })

  test('an unknown key is refused', async () => {
    const response = await post('/v1/usage', JSON.stringify({ ...envelope, reports: [] }), {}, 'wrong')
    expect(response.status).toBe(401)
    expect(await codeOf(response)).toBe('CANDOR_KEY_UNKNOWN')
  })

  test('every report of a refused envelope has its outcome', async () => {
    const before = (await (await get('/api/conservation')).json()) as {
      census: { received: number; refused: Record<string, number> }
    }
    const report = { id: randomUUID(), from: today, to: today, data: { SignInAttempts: 1 } }
    const response = await post(
      '/v1/census',
      JSON.stringify({ ...envelope, org: 'contoso.com', reports: [report, report] }),
    )
    expect(await codeOf(response)).toBe('CANDOR_FIELD_NOT_IN_LANE')
    const after = (await (await get('/api/conservation')).json()) as typeof before
    expect(after.census.received).toBe(before.census.received + 2)
    expect(after.census.refused['CANDOR_FIELD_NOT_IN_LANE']).toBe(
      (before.census.refused['CANDOR_FIELD_NOT_IN_LANE'] ?? 0) + 2,
    )
  })

  test('a preflight from any origin is answered, other methods are not', async () => {
    const preflight = await fetch(`${service.url}/v1/usage`, { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-headers')).toContain('content-encoding')
    expect((await get('/v1/usage')).status).toBe(405)
    for (const { headers } of [await get('/v1/usage'), await get('/v1/policy?key=demo')])
      expect(headers.get('access-control-expose-headers')).toMatch(/\bdate\b/)
  })
})

describe('identity', () => {
  test('the user id of an error is a pseudonym in the store, and the census one is another', async () => {
    const instant = new Date().toISOString()
    const data = {
      UserID: 'amosmarble',
      ErrorCode: '0x80070005',
      Exception: { type: 'TypeError', message: 'no', stack: 'TypeError: no\n    at a (b.js:1:2)' },
    }
    expect(await send('/v1/errors', [{ id: randomUUID(), from: instant, to: instant, data }])).toMatchObject({
      accepted: 1,
    })
    const rows = await exported('error')
    expect(JSON.stringify(rows)).not.toContain('amosmarble')
    expect(String(rows[0]?.['UserID'])).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i)
  })

  test('the data folder and its secrets are the owner’s alone', () => {
    expect(statSync(folder).mode & 0o077).toBe(0)
    for (const name of ['keyring.json', 'operator-token'])
      expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
  })
})

describe('policy', () => {
  test('a setting reaches the clients of its organisation, and admission', async () => {
    const setting = {
      organisation: 'closed.com',
      control: 'DisableAutomaticSendTracing',
      scope: 'in-band',
      value: true,
    }
    const before = await get('/v1/policy?key=demo&org=closed.com')
    expect(await before.json()).toEqual({
      product: 'skype-teams',
      org: 'closed.com',
      pool: '',
      revision: 0,
      settings: {},
    })
    const etag = before.headers.get('etag') ?? ''
    expect((await get('/v1/policy?key=demo&org=closed.com', { 'if-none-match': etag })).status).toBe(304)
    expect((await put('/api/settings', setting)).status).toBe(200)
    const after = await get('/v1/policy?key=demo&org=closed.com', { 'if-none-match': etag })
    expect(await after.json()).toMatchObject({
      settings: { DisableAutomaticSendTracing: { 'in-band': true } },
    })
    const refused = await send('/v1/usage', [usageReport({ IMSent: 1 })], { org: 'closed.com' })
    expect(refused).toMatchObject({
      accepted: 0,
      refused: [{ code: 'CANDOR_DECISION_FORBIDS', dataType: 'IMSent' }],
    })
  })

  test('a pool is registered at its site, whose settings then hold for its meetings', async () => {
    expect((await put('/api/pools', { fqdn: 'Pool07.contoso.com', site: 'Redmond' })).status).toBe(200)
    expect((await put('/api/pools', { fqdn: 'a b', site: 'Redmond' })).status).toBe(422)
    const setting = { control: 'MeetingUxEnableTelemetry', scope: 'site:Redmond', value: true }
    expect((await put('/api/settings', setting)).status).toBe(200)
    const joined = { client: 'meetings-app', pool: 'pool07.contoso.com' }
    expect(await send('/v1/usage', [usageReport({ IMSent: 0 })], joined)).toMatchObject({ accepted: 1 })
    const elsewhere = { ...joined, pool: 'pool08.contoso.com' }
    expect(await send('/v1/usage', [usageReport({ IMSent: 0 })], elsewhere)).toMatchObject({ accepted: 0 })
  })

  test('the exact body is signed with the published key', async () => {
    const { publicKey } = (await (await get('/v1/policy-key')).json()) as { readonly publicKey: string }
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    const response = await get('/v1/policy?key=demo&org=contoso.com')
    const signature = Buffer.from(response.headers.get(POLICY_SIGNATURE_HEADER) ?? '', 'base64url')
    const body = Buffer.from(await response.text())
    expect(verify(undefined, body, key, signature)).toBe(true)
    expect(verify(undefined, Buffer.concat([body, Buffer.from(' ')]), key, signature)).toBe(false)
  })

  test.each(['', 'Bearer wrong', 'Basic abc'])(
    'settings and exports are refused with %j',
    async (authorization) => {
      for (const path of ['/api/settings', '/api/export/census']) {
        const response = await get(path, { authorization })
        expect(response.status).toBe(401)
        expect(await codeOf(response)).toBe('CANDOR_TOKEN_REFUSED')
      }
    },
  )
})

describe('faces', () => {
  test.each([
    ['en', 'Census data'],
    ['es', 'Datos de recuento'],
  ])('the practices page in %s', async (language, text) => {
    const response = await get(`/practices?lang=${language}`)
    const page = await response.text()
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page).toContain(`<html lang="${language}"`)
    expect(page).toContain(text)
    expect(page).toContain('E296D735-4F36-4E18-7C3B-52E1A02A0164')
  })

  test('the practices page follows Accept-Language', async () => {
    expect(await (await get('/practices', { 'accept-language': 'es-MX,es;q=0.9' })).text()).toContain(
      '<html lang="es"',
    )
  })

  test('the practices of a key name their version and fingerprint', async () => {
    const answer: unknown = await (await get('/v1/practices?key=demo')).json()
    expect(answer).toMatchObject({ product: 'skype-teams', version: 1 })
    expect(answer).toHaveProperty('fingerprint', expect.stringMatching(/^[0-9a-f]{64}$/))
  })

  test('the endpoints by cloud, for firewalls and for people', async () => {
    const list: unknown = await (await get('/v1/endpoints')).json()
    expect(list).toMatchObject({ version: 1, clouds: { worldwide: { endpoints: [{ need: 'required' }] } } })
    const page = await get('/endpoints?lang=es')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await page.text()).toContain('Puntos de conexión y nubes')
  })

  test('a version that was never served is not found', async () => {
    expect(await codeOf(await get('/practices.json?version=7'))).toBe('CANDOR_NOT_FOUND')
    expect(await codeOf(await get('/practices.json?version=x'))).toBe('CANDOR_NOT_FOUND')
  })

  test('insights suppress what is too small, and refuse what they cannot answer', async () => {
    await send('/v1/census', [
      { id: randomUUID(), from: today, to: today, data: { AppName: 'Lonely', DeviceID: randomUUID() } },
    ])
    await service.settle()
    expect(await (await get('/api/insights/census?period=month&periods=1')).json()).toMatchObject({
      groups: [],
      totals: { devices: [null], reports: [null] },
    })
    expect(await codeOf(await get('/api/insights/census?periods=0'))).toBe('CANDOR_QUERY_REFUSED')
    expect(await codeOf(await get('/api/insights/census?where=OSName'))).toBe('CANDOR_QUERY_REFUSED')
    expect(await codeOf(await get('/api/insights/census?product=nothing'))).toBe('CANDOR_NOT_FOUND')
    const filtered = await get('/api/insights/usage?period=week&where=client:web&where=os:Linux')
    expect(await filtered.json()).toMatchObject({ where: [{ value: 'web' }, { value: 'Linux' }] })
  })
})
