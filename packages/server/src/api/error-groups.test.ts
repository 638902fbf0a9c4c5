import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApiService, type ApiService } from '../testing/api-service.js'
import { describeEachEngine } from '../testing/control-engines.js'

const DAY = 86_400_000

interface Group {
  readonly value: string
  readonly code: string
  readonly state: string
  readonly affectedUsers: number
}

describeEachEngine('groups of errors', ({ place }) => {
  let api: ApiService
  let analyst = ''
  let nowMillis = Date.parse('2026-11-22T12:00:00Z')

  const meet = async (users: number, ErrorCode: string): Promise<void> => {
    const at = new Date(nowMillis - 1000).toISOString()
    const reports = Array.from({ length: users }, (_, user) => ({
      id: randomUUID(),
      from: at,
      to: at,
      data: { UserID: `user-${user}@contoso.com`, ErrorCode, SIPURI: 'sip:amos@contoso.com' },
    }))
    const body = JSON.stringify({
      v: 1,
      practices: 'skype-teams@1',
      client: 'desktop',
      os: 'Windows',
      reports,
    })
    const answer = await fetch(`${api.url}/v1/errors?key=demo`, { method: 'POST', body })
    expect(await answer.json()).toMatchObject({ accepted: users })
    await api.service.settle()
  }

  const groups = async (): Promise<readonly Group[]> => {
    const { body } = await api.ask('GET', '/api/insights/error?periods=3', { cookie: analyst })
    return body['groups'] as readonly Group[]
  }

  const mark = (fingerprint: string, state: string, cookie = analyst) =>
    api.ask('PUT', '/api/insights/error/groups', { cookie, body: { fingerprint, state } })

  beforeAll(async () => {
    api = await startApiService(await place(), { trustedProxies: ['loopback'], now: () => nowMillis })
    analyst = await api.join('analyst')
    await meet(6, '0x80131500')
    await meet(4, '0xRARE')
  }, 120_000)
  afterAll(() => api.close(), 60_000)

  test('are open, resolved, and regressed when they come again on a later day', async () => {
    const [group, ...others] = await groups()
    expect(others).toEqual([])
    expect(group).toMatchObject({ code: '0x80131500', state: 'open', affectedUsers: 6 })
    const fingerprint = group?.value ?? ''
    expect(await mark(fingerprint, 'resolved')).toMatchObject({ status: 200, body: { state: 'resolved' } })
    expect(await groups()).toMatchObject([{ state: 'resolved' }])
    nowMillis += DAY
    await meet(5, '0x80131500')
    expect(await groups()).toMatchObject([{ value: fingerprint, state: 'regressed' }])
    await mark(fingerprint, 'ignored')
    expect(await groups()).toMatchObject([{ state: 'ignored' }])
    await mark(fingerprint, 'open')
    expect(await groups()).toMatchObject([{ state: 'open' }])
    expect((await mark('x', 'open')).status).toBe(400)
    expect((await mark(fingerprint, 'forgotten')).status).toBe(400)
  }, 60_000)

  test('show samples to those who may, without who sent them, and each view is in the audit log', async () => {
    const [group] = await groups()
    const path = `/api/insights/error/samples?fingerprint=${encodeURIComponent(group?.value ?? '')}`
    const { status, body } = await api.ask('GET', path, { cookie: analyst })
    expect(status).toBe(200)
    expect(body['samples']).toHaveLength(10)
    expect(body['samples']).toContainEqual({
      at: '2026-11-22T11:59:59Z',
      client: 'desktop',
      os: 'Windows',
      practicesVersion: 1,
      data: { ErrorCode: '0x80131500' },
    })
    const auditor = await api.join('auditor')
    expect((await api.ask('GET', path, { cookie: auditor })).status).toBe(403)
    expect((await mark(group?.value ?? '', 'resolved', auditor)).status).toBe(403)
    const unknown = await api.ask('GET', `${path.slice(0, -2)}00`, { cookie: analyst })
    expect(unknown.code).toBe('CANDOR_NOT_FOUND')
    const log = await api.ask('GET', '/api/audit-log?limit=20', { token: api.operatorToken })
    const entries = log.body['entries'] as readonly { action: string; target: string }[]
    expect(entries.filter(({ action }) => action === 'data.sample')).toMatchObject([
      { target: `skype-teams / ${group?.value}` },
    ])
    expect(entries.filter(({ action }) => action === 'error-group.change')).toHaveLength(3)
  }, 60_000)
})
