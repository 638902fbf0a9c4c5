import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApiService, type ApiService, type AskOptions } from '../testing/api-service.js'
import { describeEachEngine } from '../testing/control-engines.js'

const DISABLE = {
  organisation: 'contoso.com',
  control: 'DisableAutomaticSendTracing',
  scope: 'in-band',
} as const

describeEachEngine('changes by the API', ({ place }) => {
  let api: ApiService
  let first = ''
  let second = ''
  const operator = (method: string, path: string, options: AskOptions = {}) =>
    api.ask(method, path, { token: api.operatorToken, ...options })

  beforeAll(async () => {
    api = await startApiService(await place(), { trustedProxies: ['loopback'] })
    const facts = { label: 'Contoso', cloud: 'worldwide', hosting: 'online' }
    await operator('POST', '/api/organisations', { body: { name: 'contoso.com', ...facts } })
    first = await api.join('organisation-admin', 'contoso.com')
    second = await api.join('operator')
  }, 120_000)
  afterAll(() => api.close(), 60_000)

  test('of two admins at one setting the second is told, and overwrites nothing', async () => {
    const put = (cookie: string, value: boolean, seen?: number) =>
      api.ask('PUT', '/api/settings', {
        cookie,
        body: { ...DISABLE, value },
        ...(seen !== undefined && { headers: { 'if-match': `"${seen}"` } }),
      })
    expect((await put(first, true)).code).toBe('CANDOR_REVISION_NEEDED')
    const changed = await put(first, true, 0)
    expect(changed).toMatchObject({ status: 200, body: { changed: { value: true } } })
    const late = await put(second, false, 0)
    expect(late).toMatchObject({ status: 412, code: 'CANDOR_REVISION_CHANGED' })
    expect(late.body['current']).toMatchObject({ value: true, changedBy: 'Person 1' })
    const { body } = await operator('GET', '/api/settings?organisation=contoso.com')
    expect(body['settings']).toMatchObject([{ ...DISABLE, value: true, changedBy: 'Person 1' }])
    const revision = Number(changed.body['revision'])
    expect((await put(second, false, revision)).status).toBe(200)
  }, 60_000)

  test('a write with a key is done once, and what is shown once is not shown again', async () => {
    const headers = { 'idempotency-key': 'once' }
    const make = (label: string) => operator('POST', '/api/keys', { body: { label }, headers })
    const made = await make('desktop')
    expect(made.status).toBe(201)
    expect(made.body['key']).toMatch(/^[\w-]{24}$/)
    const again = await make('desktop')
    expect(again.body).toEqual({ id: made.body['id'], former: null })
    expect((await make('another')).code).toBe('CANDOR_IDEMPOTENCY_KEY_USED')
    const { body } = await operator('GET', '/api/keys')
    expect(body['keys']).toHaveLength(1)
  }, 60_000)

  test('what only asks keeps no answer: what is held of somebody is nowhere twice', async () => {
    const headers = { 'idempotency-key': 'asking' }
    const body = { user: 'amosmarble' }
    const access = () => operator('POST', '/api/subject/access', { body, headers })
    expect([(await access()).status, (await access()).status]).toEqual([200, 200])
    const { body: log } = await operator('GET', '/api/audit-log?action=subject')
    expect(log['entries']).toHaveLength(2)
    expect((await operator('POST', '/api/keys', { body: { label: 'other' }, headers })).status).toBe(201)
  }, 60_000)

  test('a preview tells what stops and what starts, and changes nothing', async () => {
    const before = await operator('GET', '/api/settings')
    const preview = await operator('POST', '/api/settings/preview', { body: { ...DISABLE, value: true } })
    expect(preview.status).toBe(200)
    const { stops, starts, changes, dark } = preview.body as {
      readonly stops: readonly string[]
      readonly starts: readonly string[]
      readonly changes: readonly {
        readonly category: string
        readonly client: string
        readonly choice: unknown
      }[]
      readonly dark: readonly { readonly insight: string }[]
    }
    expect(stops).toContain('usage.IMSent')
    expect(stops.filter((name) => name.startsWith('census.'))).toEqual([])
    expect(starts).toEqual([])
    expect(new Set(changes.map(({ client }) => client))).toEqual(new Set(['desktop', 'mobile', 'web']))
    expect(
      changes.filter(({ category }) => category === 'error').every(({ choice }) => choice === 'granted'),
    ).toBe(true)
    expect(dark.map(({ insight }) => insight)).toEqual(['usage', 'error'])
    expect(await operator('GET', '/api/settings')).toMatchObject({ body: before.body })
  }, 60_000)

  test('a pool’s setting is previewed for the meetings that it hosts', async () => {
    const fqdn = 'pool01.contoso.com'
    const pool = { fqdn, organisation: 'contoso.com', site: 'Redmond' }
    expect((await operator('PUT', '/api/pools', { body: pool })).status).toBe(200)
    const setting = {
      organisation: 'contoso.com',
      control: 'MeetingUxEnableTelemetry',
      scope: `service:WebServer:${fqdn}`,
      value: true,
    }
    const { body } = await operator('POST', '/api/settings/preview', { body: setting })
    expect(body['starts']).toContain('usage.MeetingJoinAttempts')
    const places = (body['changes'] as { readonly client: string; readonly place: string }[]).map(
      ({ client, place: at }) => `${client} ${at}`,
    )
    expect(new Set(places)).toEqual(new Set([`meetings-app ${fqdn}`, `join-launcher ${fqdn}`]))
  }, 60_000)

  test('an admin takes no pool of others, and sets none of theirs', async () => {
    const put = (fqdn: string) =>
      api.ask('PUT', '/api/pools', {
        cookie: first,
        body: { fqdn, organisation: 'contoso.com', site: 'Redmond' },
        headers: { 'if-match': '"0"' },
      })
    expect((await put('pool01.fabrikam.com')).code).toBe('CANDOR_ROLE_FORBIDS')
    expect((await put('pool02.contoso.com')).status).toBe(200)
    const setting = { organisation: 'contoso.com', control: 'MeetingUxEnableTelemetry', value: true }
    const at = (scope: string) =>
      api.ask('PUT', '/api/settings', {
        cookie: first,
        body: { ...setting, scope },
        headers: { 'if-match': '"0"' },
      })
    expect((await at('service:WebServer:pool01.fabrikam.com')).code).toBe('CANDOR_ROLE_FORBIDS')
    expect((await at('service:WebServer:pool02.contoso.com')).status).toBe(200)
  }, 60_000)

  test('explains a decision by all settings that it looked at', async () => {
    await operator('PUT', '/api/settings', { body: { ...DISABLE, value: true } })
    const question = {
      dataType: 'usage.IMSent',
      client: 'desktop',
      os: 'Windows',
      organisation: 'contoso.com',
    }
    const { body } = await operator('POST', '/api/explain', { body: question })
    expect(body).toMatchObject({
      decision: { collect: false, control: 'DisableAutomaticSendTracing', source: 'in-band' },
      label: { en: 'IM Sent' },
      settings: [
        { control: 'DisableAutomaticSendTracing', source: 'in-band', value: true, outcome: 'decided' },
      ],
    })
    const overview = await operator('GET', '/api/overview?organisation=contoso.com')
    const cells = overview.body['cells'] as { category: string; client: string; collect: string }[]
    const cell = (category: string, client: string) =>
      cells.find((each) => each.category === category && each.client === client)?.collect
    expect([cell('census', 'desktop'), cell('usage', 'desktop'), cell('error', 'desktop')]).toEqual([
      'yes',
      'no',
      'no',
    ])
  }, 60_000)

  test('an organisation that is in use is not removed', async () => {
    expect((await operator('DELETE', '/api/organisations/contoso.com')).code).toBe('CANDOR_STILL_USED')
  })

  test('the log tells who changed what, before and after', async () => {
    const { body } = await operator('GET', '/api/audit-log?action=setting')
    const entries = body['entries'] as Readonly<Record<string, unknown>>[]
    expect(entries.at(-1)).toMatchObject({
      action: 'setting.change',
      actor: { kind: 'account', name: 'Person 1' },
      target: 'skype-teams / contoso.com / DisableAutomaticSendTracing / in-band',
      before: null,
      after: true,
    })
    const verdict = await operator('POST', '/api/audit-log/verification', { body: {} })
    expect(verdict.body).toMatchObject({ kind: 'intact' })
  })
})
