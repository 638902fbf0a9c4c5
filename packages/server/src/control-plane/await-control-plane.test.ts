import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createService } from '../service.js'
import { freePort } from '../testing/free-port.js'
import { findPostgres, startPostgres, type Postgres } from '../testing/postgres.js'

const bin = findPostgres()

describe.skipIf(bin === undefined)('a service that starts while PostgreSQL is away', () => {
  let server: Postgres
  let folder: string
  beforeAll(async () => {
    server = await startPostgres(bin ?? '')
    folder = mkdtempSync(join(tmpdir(), 'candor-await-'))
  }, 60_000)
  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  test('says so, refuses so that devices wait, and comes up by itself', async () => {
    const control = await server.createDatabase()
    await server.kill()
    const failures: string[] = []
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const products = [{ practices: skypeTeams, keys: ['demo'] }]
    const onFailure = (code: string): void => void failures.push(code)
    const starting = createService({ dataFolder: folder, port, products, control, onFailure })
    await vi.waitFor(() => fetch(`${url}/healthz`), { timeout: 20_000, interval: 50 })
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({
      status: 'unready',
      parts: [{ part: 'control-plane', code: 'CANDOR_CONTROL_PLANE_AWAY' }],
    })
    const refused = await fetch(`${url}/v1/usage?key=demo`, { method: 'POST', body: '{}' })
    expect({ status: refused.status, retryAfter: refused.headers.get('retry-after') }).toEqual({
      status: 503,
      retryAfter: '5',
    })
    expect(failures).toEqual(['CANDOR_CONTROL_PLANE_AWAY'])

    await server.start()
    const service = await starting
    expect(service.url).toBe(url)
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ status: 'ready' })
    await service.close()
  }, 90_000)

  test('does not wait for what time does not mend', async () => {
    const control = (await server.createDatabase()).replace(/[^/]+$/, 'no_such_database')
    const products = [{ practices: skypeTeams, keys: ['demo'] }]
    await expect(
      createService({ dataFolder: join(folder, 'other'), port: 0, products, control }),
    ).rejects.toThrow('does not exist')
  }, 60_000)
})
