import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openControl, type Control } from '../open-control.js'
import { changedBy } from '../testing/changed-by.js'
import { describeEachEngine } from '../testing/control-engines.js'
import { findPostgres, startPostgres, type Postgres } from '../testing/postgres.js'
import { createKey } from './product-keys.js'

const WAIT = { timeout: 15_000, interval: 50 } as const
const product = 'skype-teams'
const SETTING = {
  product,
  organisation: 'contoso.com',
  control: 'DisableAutomaticSendTracing',
  scope: 'in-band',
} as const

const failures: string[] = []

const open = (place: string, purpose: 'remember' | 'read'): Promise<Control> =>
  openControl(place, {
    products: [{ practices: skypeTeams }],
    now: Date.now,
    purpose,
    onFailure: (code) => void failures.push(code),
  })

const inForce = ({ settings }: Control): unknown =>
  settings.inForce({ product, org: 'contoso.com', pool: '' }).settings

const ENABLED = { DisableAutomaticSendTracing: { 'in-band': true } }

describeEachEngine('a collector beside the service', ({ place }) => {
  test('gets settings, keys and stops of lanes that others change, without being told', async () => {
    const at = await place()
    const service = await open(at, 'remember')
    const collector = await open(at, 'read')
    const following = collector.follow({})
    await service.settings.change({ ...SETTING, value: true }, changedBy(1))
    const { key } = await createKey(service.controlPlane, { product, label: 'new' }, changedBy(2))
    const untilMillis = Date.now() + 60_000
    await service.laneStops.change({ product, category: 'usage', untilMillis }, changedBy(3))
    await vi.waitFor(() => {
      expect(inForce(collector)).toEqual(ENABLED)
      expect(collector.keys.productOf(key)).toBe(product)
      expect(collector.laneStops.untilMillis(product, 'usage')).toBe(untilMillis)
    }, WAIT)
    await following.stop()
    await Promise.all([service.close(), collector.close()])
  })
})

const bin = findPostgres()

describe.skipIf(bin === undefined)('while PostgreSQL is away', () => {
  let server: Postgres
  beforeAll(async () => {
    server = await startPostgres(bin ?? '')
  }, 60_000)
  afterAll(() => server.close(), 60_000)

  test('what is known stays in force; when it is back, changes are known again', async () => {
    const at = await server.createDatabase()
    const service = await open(at, 'remember')
    const collector = await open(at, 'read')
    const following = collector.follow({})
    await service.settings.change({ ...SETTING, value: true }, changedBy(1))
    await vi.waitFor(() => expect(inForce(collector)).toEqual(ENABLED), WAIT)

    await server.kill()
    await vi.waitFor(() => expect(failures).toContain('CANDOR_CONTROL_PLANE_AWAY'), WAIT)
    expect(inForce(collector)).toEqual(ENABLED)
    await expect(service.settings.change({ ...SETTING, value: false }, changedBy(2))).rejects.toThrow(
      /connect|terminat|timeout|queryable/i,
    )
    expect(inForce(service)).toEqual(ENABLED)

    await server.start()
    await vi.waitFor(() => service.settings.change({ ...SETTING, value: null }, changedBy(3)), WAIT)
    await vi.waitFor(() => expect(inForce(collector)).toEqual({}), WAIT)
    await following.stop()
    await Promise.all([service.close(), collector.close()])
  }, 60_000)
})
