import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Policy } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openControl, type Control } from '../open-control.js'
import { createService, type Service } from '../service.js'
import { changedBy } from '../testing/changed-by.js'
import { freePort } from '../testing/free-port.js'
import { findPostgres, startPostgres, type Postgres } from '../testing/postgres.js'
import { LAST_KNOWN } from './keep-last-known.js'
import { openKnownControl } from './open-known-control.js'

const bin = findPostgres()
const WAIT = { timeout: 20_000, interval: 50 } as const
const product = 'skype-teams'
const SETTING = { control: 'DisableAutomaticSendTracing', scope: 'in-band', organisation: 'contoso.com' }
const POOL = { fqdn: 'pool01.contoso.com', organisation: 'contoso.com', site: 'Dublin' }

describe.skipIf(bin === undefined)('while PostgreSQL is away', () => {
  let server: Postgres
  let folder: string
  beforeAll(async () => {
    server = await startPostgres(bin ?? '')
    folder = mkdtempSync(join(tmpdir(), 'candor-last-known-'))
  }, 60_000)
  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  /** A service that is always at one address, and what devices and operators ask it. */
  const serve = async (name: string) => {
    const control = await server.createDatabase()
    const dataFolder = join(folder, name)
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const failures: string[] = []
    const start = (): Promise<Service> =>
      createService({
        dataFolder,
        port,
        control,
        products: [{ practices: skypeTeams, keys: ['demo'] }],
        onFailure: (code) => void failures.push(code),
      })
    const ask = async (method: string, path: string, body?: object) => {
      const token = readFileSync(join(dataFolder, 'operator-token'), 'utf8').trim()
      const answer = await fetch(url + path, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
    }
    const policy = async (key: string, pool = ''): Promise<{ status: number; policy: Policy }> => {
      const query = new URLSearchParams({ key, org: 'contoso.com', pool }).toString()
      const answer = await fetch(`${url}/v1/policy?${query}`)
      return { status: answer.status, policy: (await answer.json()) as Policy }
    }
    const send = async (key: string) => {
      const at = new Date().toISOString()
      const reports = [{ id: randomUUID(), from: at, to: at, data: { ErrorCode: '0x80070005' } }]
      const envelope = { v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Windows', reports }
      const answer = await fetch(`${url}/v1/errors?key=${key}`, {
        method: 'POST',
        body: JSON.stringify(envelope),
      })
      return { status: answer.status, body: (await answer.json()) as unknown }
    }
    return { dataFolder, url, failures, start, ask, policy, send }
  }

  const change = (value: boolean | null) => ({ product, ...SETTING, value })

  test('a service that is started again serves devices by what it knew last, and goes on when it is back', async () => {
    const { start, ask, policy, send, url, dataFolder, failures } = await serve('one')
    const first = await start()
    await ask('PUT', '/api/settings', change(true))
    await ask('PUT', '/api/pools', POOL)
    const made = (await ask('POST', '/api/keys', { label: 'made' })).body as { id: string; key: string }
    const revoked = (await ask('POST', '/api/keys', { label: 'revoked' })).body as typeof made
    await ask('DELETE', `/api/keys/${revoked.id}`)
    const known = await policy(made.key, POOL.fqdn)
    expect(known.policy.meeting).toEqual({ pool: POOL.fqdn, site: 'Dublin' })
    const settings = (await policy(made.key)).policy
    expect(settings.settings).toEqual({ DisableAutomaticSendTracing: { 'in-band': true } })
    await first.close()

    await server.kill()
    const starting = start()
    await vi.waitFor(() => fetch(`${url}/healthz`), WAIT)
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({
      status: 'ready',
      faults: [{ part: 'control-plane', code: 'CANDOR_CONTROL_PLANE_AWAY' }],
    })
    expect((await policy(made.key)).policy).toEqual(settings)
    expect((await policy(made.key, POOL.fqdn)).policy).toEqual(known.policy)
    expect((await policy(revoked.key)).status).toBe(401)
    expect(await send(made.key)).toMatchObject({ status: 200, body: { accepted: 1 } })
    expect((await send(revoked.key)).status).toBe(401)
    for (const path of ['/api/settings', '/api/session', '/v1/subject/access', '/admin'])
      expect(await ask('GET', path)).toMatchObject({
        status: 503,
        body: { code: 'CANDOR_CONTROL_PLANE_AWAY' },
      })
    expect(failures).toEqual(['CANDOR_CONTROL_PLANE_AWAY'])

    await server.start()
    const second = await starting
    expect(second.url).toBe(url)
    await second.settle()
    expect(second.health().loader).toMatchObject({ kind: 'well' })
    expect((await policy(made.key)).policy).toEqual(settings)
    expect((await ask('PUT', '/api/settings', change(null))).status).toBe(200)
    expect((await policy(made.key)).policy.settings).toEqual({})
    // What was taken meanwhile is stored, and told of as every other.
    const ledger = await ask('GET', '/api/conservation')
    expect(JSON.stringify(ledger.body)).toContain('"stored":1')
    await second.close()
    const { mode } = statSync(join(dataFolder, LAST_KNOWN))
    expect(mode & 0o777).toBe(0o600)
  }, 120_000)

  test('a copy that is damaged is told, waited for, and made anew', async () => {
    const { start, policy, url, dataFolder, failures } = await serve('two')
    await (await start()).close()
    writeFileSync(join(dataFolder, LAST_KNOWN), 'this is no database, and long enough to be looked at')
    for (const end of ['-wal', '-shm']) rmSync(join(dataFolder, LAST_KNOWN + end), { force: true })
    await server.kill()
    const starting = start()
    await vi.waitFor(() => fetch(`${url}/healthz`), WAIT)
    expect((await fetch(`${url}/readyz`)).status).toBe(503)
    expect(failures).toEqual(['CANDOR_CONTROL_PLANE_AWAY', 'CANDOR_INTERNAL'])
    await server.start()
    const service = await starting
    expect((await policy('demo')).status).toBe(200)
    await service.close()
    expect(readFileSync(join(dataFolder, LAST_KNOWN)).toString('latin1')).toMatch(/^SQLite format 3/)
  }, 120_000)

  test('a collector that begins meanwhile decides by the copy, and follows it when PostgreSQL is back', async () => {
    const place = await server.createDatabase()
    const copy = join(folder, 'beside.db')
    const failures: string[] = []
    const options = {
      products: [{ practices: skypeTeams }],
      now: Date.now,
      onFailure: (code: string) => void failures.push(code),
    }
    const inForce = ({ settings }: Control): unknown =>
      settings.inForce({ product, org: 'contoso.com', pool: '' }).settings
    const service = await openControl(place, { ...options, purpose: 'remember', copy })
    const following = service.follow({})
    await service.settings.change(change(true), changedBy(1))
    await service.keep()
    await server.kill()
    const collector = await openKnownControl({ place, copy }, { ...options, purpose: 'read' })
    const itsFollowing = collector.follow({})
    expect(inForce(collector)).toEqual({ DisableAutomaticSendTracing: { 'in-band': true } })
    expect(failures).toContain('CANDOR_CONTROL_PLANE_AWAY')
    await server.start()
    await vi.waitFor(() => service.settings.change(change(null), changedBy(2)), WAIT)
    await vi.waitFor(() => expect(inForce(collector)).toEqual({}), WAIT)
    const names = await collector.controlPlane.selectFrom('settings').select('changed_by').execute()
    expect(names).toEqual([])
    await Promise.all([following.stop(), itsFollowing.stop()])
    await Promise.all([service.close(), collector.close()])
  }, 60_000)

  test('nothing is known of a new folder: it is waited for', async () => {
    const place = (await server.createDatabase()).replace(/:\d+\//, ':1/')
    const options = {
      products: [{ practices: skypeTeams }],
      now: Date.now,
      purpose: 'read',
      onFailure: () => undefined,
    } as const
    const opening = openKnownControl({ place, copy: join(folder, 'none.db') }, options)
    await expect(opening).rejects.toMatchObject({ code: 'CANDOR_CONTROL_PLANE_AWAY' })
  })
})
