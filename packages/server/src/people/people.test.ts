import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PASSWORD, startApiService, type ApiService, type Asked } from '../testing/api-service.js'
import { describeEachEngine } from '../testing/control-engines.js'

const STEP_MILLIS = 30_000

/** Bytes of RFC 4648 base32. */
const fromBase32 = (text: string): Buffer => {
  const bits = Array.from(text)
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** The code that an app shows now (RFC 6238). */
const codeOf = (uri: string, nowMillis: number): string => {
  const secret = fromBase32(new URL(uri).searchParams.get('secret') ?? '')
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(nowMillis / STEP_MILLIS)))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const at = (digest.at(-1) ?? 0) & 0xf
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

describeEachEngine('people', ({ place }) => {
  let api: ApiService
  let addresses = 0
  const from = () => {
    addresses += 1
    return { 'x-forwarded-for': `203.0.113.${addresses}` }
  }
  const signIn = (email: string, password = PASSWORD): Promise<Asked> =>
    api.ask('POST', '/api/session', { body: { email, password }, headers: from() })
  const actions = async (): Promise<readonly string[]> => {
    const { body } = await api.ask('GET', '/api/audit-log', { token: api.operatorToken })
    return (body['entries'] as { readonly action: string }[]).map(({ action }) => action)
  }

  beforeAll(async () => {
    api = await startApiService(await place(), { trustedProxies: ['loopback'] })
  }, 60_000)
  afterAll(() => api.close())

  test('the first operator comes by a link that counts once, and there is no other way', async () => {
    const former = await api.service.firstRunLink()
    const link = await api.service.firstRunLink()
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/admin\/join#[\w-]{32}$/)
    const accept = (from_: string | undefined) => {
      const token = from_?.split('#')[1]
      const body = { token, email: 'first@example.com', name: 'First', password: PASSWORD }
      return api.ask('POST', '/api/invitation/acceptance', { body, headers: from() })
    }
    expect((await accept(former)).code).toBe('CANDOR_INVITATION_REFUSED')
    const accepted = await accept(link)
    expect(accepted).toMatchObject({ status: 201, body: { next: 'signed-in' } })
    expect((await accept(link)).code).toBe('CANDOR_INVITATION_REFUSED')
    expect(await api.service.firstRunLink()).toBeUndefined()
    const { body } = await api.ask('GET', '/api/session', { cookie: accepted.cookie })
    expect(body).toMatchObject({
      account: { email: 'first@example.com', role: 'operator', by: 'session' },
      firstRun: false,
      insights: 'by-role',
    })
  }, 60_000)

  test('the session is a cookie that scripts cannot read', async () => {
    const { headers, status } = await signIn('first@example.com')
    expect(status).toBe(200)
    const [cookie = ''] = headers.getSetCookie()
    expect(cookie).toMatch(/^candor\.session_token=/)
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
  })

  test('a wrong password, an unknown account and a stranger are refused alike, and noted without what was typed', async () => {
    for (const attempt of [
      await signIn('first@example.com', 'wrong password'),
      await signIn('nobody@example.com'),
    ])
      expect(attempt).toMatchObject({ status: 401, code: 'CANDOR_SIGN_IN_REFUSED' })
    expect((await actions()).slice(0, 2)).toEqual(['session.sign-in-refused', 'session.sign-in-refused'])
    const { body } = await api.ask('GET', '/api/audit-log', { token: api.operatorToken })
    expect(JSON.stringify(body)).not.toContain('nobody@example.com')
  })

  test('attempts from one address are slowed down', async () => {
    const headers = from()
    const codes: unknown[] = []
    const waits: number[] = []
    for (let at = 0; at < 12; at += 1) {
      const body = { email: `guess${at}@example.com`, password: 'guess' }
      const asked = await api.ask('POST', '/api/session', { body, headers })
      codes.push(asked.code)
      waits.push(Number(asked.headers.get('retry-after') ?? 0))
    }
    expect(codes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'CANDOR_SIGN_IN_REFUSED'))
    expect(codes.at(-1)).toBe('CANDOR_TOO_MANY_ATTEMPTS')
    expect(waits.at(-1)).toBeGreaterThan(0)
  }, 60_000)

  test('a page of another origin writes nothing with the cookie', async () => {
    const { cookie } = await signIn('first@example.com')
    const body = { product: 'skype-teams', label: 'a key' }
    const others = [{ origin: 'https://elsewhere.example' }, { origin: 'null' }]
    for (const headers of others)
      expect((await api.ask('POST', '/api/keys', { cookie, body, headers })).code).toBe(
        'CANDOR_ORIGIN_REFUSED',
      )
    expect((await api.ask('POST', '/api/keys', { body, headers: { cookie } })).code).toBe(
      'CANDOR_ORIGIN_REFUSED',
    )
    expect((await api.ask('POST', '/api/keys', { cookie, body })).status).toBe(201)
    const signInElsewhere = { origin: 'https://elsewhere.example', ...from() }
    const given = { email: 'first@example.com', password: PASSWORD }
    expect((await api.ask('POST', '/api/session', { body: given, headers: signInElsewhere })).code).toBe(
      'CANDOR_ORIGIN_REFUSED',
    )
  }, 60_000)

  test('a second factor is asked for once it was confirmed, and a backup code counts once', async () => {
    const { cookie } = await signIn('first@example.com')
    const begun = await api.ask('POST', '/api/account/second-factor', {
      cookie,
      body: { password: PASSWORD },
    })
    const { uri, backupCodes } = begun.body as {
      readonly uri: string
      readonly backupCodes: readonly string[]
    }
    expect((await signIn('first@example.com')).body).toEqual({ next: 'signed-in' })
    const confirm = (code: string) =>
      api.ask('POST', '/api/account/second-factor/confirmation', { cookie, body: { code }, headers: from() })
    expect((await confirm('000000')).code).toBe('CANDOR_SIGN_IN_REFUSED')
    expect((await confirm(codeOf(uri, Date.now()))).status).toBe(204)

    const half = await signIn('first@example.com')
    expect(half.body).toEqual({ next: 'second-factor' })
    expect((await api.ask('GET', '/api/people', { cookie: half.cookie })).status).toBe(401)
    const second = (code: string, cookies: string) =>
      api.ask('POST', '/api/session/second-factor', { cookie: cookies, body: { code }, headers: from() })
    const whole = await second(codeOf(uri, Date.now()), half.cookie)
    expect(whole.body).toEqual({ next: 'signed-in' })
    expect((await api.ask('GET', '/api/people', { cookie: whole.cookie })).status).toBe(200)

    const [backup = ''] = backupCodes
    const byBackup = await second(backup, (await signIn('first@example.com')).cookie)
    expect(byBackup.body).toEqual({ next: 'signed-in' })
    expect((await second(backup, (await signIn('first@example.com')).cookie)).status).toBe(401)
  }, 120_000)

  test('an API token has its role, and ends with its owner’s', async () => {
    const cookie = await api.join('auditor')
    const { body: session } = await api.ask('GET', '/api/session', { cookie })
    const me = session['account'] as { readonly id: string }
    const wanted = { name: 'a script', role: 'operator', organisation: null, expiresInDays: 1 }
    expect((await api.ask('POST', '/api/tokens', { cookie, body: wanted })).code).toBe('CANDOR_ROLE_FORBIDS')
    const made = await api.ask('POST', '/api/tokens', { cookie, body: { ...wanted, role: 'auditor' } })
    const token = String(made.body['token'])
    expect((await api.ask('GET', '/api/settings', { token })).status).toBe(200)
    expect((await api.ask('POST', '/api/keys', { token, body: { label: 'x' } })).code).toBe(
      'CANDOR_ROLE_FORBIDS',
    )
    expect((await api.ask('POST', '/api/tokens', { token, body: wanted })).code).toBe('CANDOR_ROLE_FORBIDS')

    const changed = { role: 'analyst', organisation: null, state: 'active' }
    await api.ask('PUT', `/api/people/${me.id}`, { token: api.operatorToken, body: changed })
    expect((await api.ask('GET', '/api/settings', { token })).status).toBe(401)
    expect((await api.ask('GET', '/api/account/sessions', { cookie })).status).toBe(401)
  }, 60_000)

  test('a new password leaves the API tokens as they are, and revokes them where that is asked for', async () => {
    const cookie = await api.join('auditor')
    const wanted = { name: 'a script', role: 'auditor', organisation: null, expiresInDays: 1 }
    const made = await api.ask('POST', '/api/tokens', { cookie, body: wanted })
    const token = String(made.body['token'])
    const reads = async () => (await api.ask('GET', '/api/settings', { token })).status
    const change = (given: string, current: string, next: string, tokens?: string) =>
      api.ask('POST', '/api/account/password', {
        cookie: given,
        body: { current, next, ...(tokens !== undefined && { tokens }) },
        headers: from(),
      })
    const kept = await change(cookie, PASSWORD, `${PASSWORD} 2`)
    expect([kept.status, await reads()]).toEqual([204, 200])
    const wrong = await change(kept.cookie, PASSWORD, `${PASSWORD} 3`, 'revoked')
    expect([wrong.code, await reads()]).toEqual(['CANDOR_SIGN_IN_REFUSED', 200])
    const revoked = await change(kept.cookie, `${PASSWORD} 2`, `${PASSWORD} 3`, 'revoked')
    expect([revoked.status, await reads()]).toEqual([204, 401])
    expect((await actions()).slice(0, 2)).toEqual(['token.revoke', 'account.password'])
  }, 60_000)

  test('whoever is disabled is out at once, and one operator stays', async () => {
    const cookie = await api.join('privacy-officer')
    const { body } = await api.ask('GET', '/api/people', { cookie })
    const people = body['people'] as { readonly id: string; readonly role: string }[]
    const put = (role: string, state: string) => {
      const id = people.find((person) => person.role === role)?.id
      const given = { role, organisation: null, state }
      return api.ask('PUT', `/api/people/${id}`, { token: api.operatorToken, body: given })
    }
    expect((await put('privacy-officer', 'disabled')).status).toBe(200)
    expect((await api.ask('GET', '/api/people', { cookie })).status).toBe(401)
    expect((await put('operator', 'disabled')).code).toBe('CANDOR_LAST_OPERATOR')
  }, 60_000)

  test('everything is in the audit log, which is whole', async () => {
    const { body } = await api.ask('POST', '/api/audit-log/verification', {
      token: api.operatorToken,
      body: {},
    })
    expect(body).toMatchObject({ kind: 'intact' })
    const seen = new Set(await actions())
    for (const action of ['session.sign-in', 'account.create', 'account.change', 'token.create'])
      expect(seen).toContain(action)
  })
})
