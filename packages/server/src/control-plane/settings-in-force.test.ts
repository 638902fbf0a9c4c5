import { decideAtService } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changedBy } from '../testing/changed-by.js'
import { describeEachEngine } from '../testing/control-engines.js'
import { openControlPlane, type ControlPlane } from './open-control-plane.js'
import { putPool } from './places.js'
import { createOrganisation } from './organisations.js'
import { parseSettingChange } from './setting.js'
import { openSettingsInForce, type InForce } from './settings-in-force.js'

const change = (body: object) => {
  const parsed = parseSettingChange(skypeTeams, body)
  if (parsed.kind === 'refused') throw new Error(parsed.code)
  return parsed.value
}
const product = 'skype-teams'

describeEachEngine('settings in force', ({ place: newPlace }) => {
  let controlPlane: ControlPlane
  beforeEach(async () => {
    controlPlane = await openControlPlane(await newPlace())
  })
  afterEach(() => controlPlane.destroy())

  const registerPool = async (pool: Parameters<typeof putPool>[1]): Promise<void> => {
    const facts = { label: 'Contoso', cloud: 'worldwide', hosting: 'online' } as const
    if (pool.organisation !== '')
      await createOrganisation(controlPlane, pool.organisation, facts, changedBy(1))
    await putPool(controlPlane, pool, changedBy(1), { mayTake: () => undefined })
  }

  test('hold for their organisation, survive a restart, and can be removed', async () => {
    const settings = await openSettingsInForce(controlPlane, [skypeTeams])
    const body = {
      organisation: 'contoso.com',
      control: 'DisableAutomaticSendTracing',
      scope: 'in-band',
      value: true,
    }
    await settings.change(change(body), changedBy(1))
    const expected = { settings: { DisableAutomaticSendTracing: { 'in-band': true } } }
    expect(settings.inForce({ product, org: 'contoso.com', pool: '' })).toEqual(expected)
    expect(settings.inForce({ product, org: 'fabrikam.com', pool: '' })).toEqual({ settings: {} })
    const reopened = await openSettingsInForce(controlPlane, [skypeTeams])
    expect(reopened.inForce({ product, org: 'contoso.com', pool: '' })).toEqual(expected)
    await reopened.change(change({ ...body, value: null }), changedBy(2))
    expect(reopened.inForce({ product, org: 'contoso.com', pool: '' })).toEqual({ settings: {} })
  })

  test('of the pool that hosts the meeting hold for a guest of another organisation', async () => {
    const settings = await openSettingsInForce(controlPlane, [skypeTeams])
    await registerPool({ fqdn: 'pool01.contoso.com', organisation: 'contoso.com', site: 'Redmond' })
    await settings.reload()
    await settings.change(
      change({
        organisation: 'contoso.com',
        control: 'MeetingUxEnableTelemetry',
        scope: 'site:Redmond',
        value: true,
      }),
      changedBy(1),
    )
    const guest = settings.inForce({ product, org: 'fabrikam.com', pool: 'pool01.contoso.com' })
    const context = { client: 'meetings-app', os: 'macOS', ...guest }
    expect(decideAtService(skypeTeams, 'usage.IMSent', context)).toMatchObject({
      collect: true,
      source: 'site:Redmond',
    })
    const elsewhere = settings.inForce({ product, org: 'contoso.com', pool: 'pool09.fabrikam.com' })
    expect(
      decideAtService(skypeTeams, 'usage.IMSent', { client: 'meetings-app', os: 'macOS', ...elsewhere })
        .collect,
    ).toBe(false)
  })

  describe('the deployment’s own settings', () => {
    const place = { product, org: 'Contoso.com', pool: '' }
    const decideFor = (client: string, settings: InForce) =>
      decideAtService(skypeTeams, 'usage.IMSent', { client, os: 'Windows', ...settings })

    test('count for every organization, which can make them stricter but not looser', async () => {
      const settings = await openSettingsInForce(controlPlane, [skypeTeams])
      const disable = { control: 'DisableAutomaticSendTracing', scope: 'in-band' }
      await settings.change(change({ ...disable, value: true }), changedBy(1))
      await settings.change(change({ ...disable, organisation: 'contoso.com', value: false }), changedBy(2))
      expect(decideFor('desktop', settings.inForce(place)).collect).toBe(false)
      await settings.change(change({ ...disable, value: false }), changedBy(3))
      expect(decideFor('desktop', settings.inForce(place)).collect).toBe(true)
      await settings.change(change({ ...disable, organisation: 'contoso.com', value: true }), changedBy(4))
      expect(decideFor('desktop', settings.inForce(place)).collect).toBe(false)
      expect(decideFor('desktop', settings.inForce({ ...place, org: 'fabrikam.com' })).collect).toBe(true)
    })

    test('of meetings count where who hosts the meeting set nothing at that scope', async () => {
      const settings = await openSettingsInForce(controlPlane, [skypeTeams])
      const enable = { control: 'MeetingUxEnableTelemetry', scope: 'global' }
      await settings.change(change({ ...enable, value: true }), changedBy(1))
      expect(decideFor('meetings-app', settings.inForce(place)).collect).toBe(true)
      await settings.change(change({ ...enable, organisation: 'contoso.com', value: false }), changedBy(2))
      expect(decideFor('meetings-app', settings.inForce(place)).collect).toBe(false)
    })

    test('of a pool are found whatever the case of its name', async () => {
      const settings = await openSettingsInForce(controlPlane, [skypeTeams])
      const scope = 'service:WebServer:POOL01.Contoso.com'
      await settings.change(change({ control: 'MeetingUxEnableTelemetry', scope, value: true }), changedBy(1))
      expect(
        decideFor('meetings-app', settings.inForce({ ...place, pool: 'Pool01.contoso.com' })),
      ).toMatchObject({
        collect: true,
        source: 'service:WebServer:pool01.contoso.com',
      })
    })
  })
})

describe('parseSettingChange', () => {
  const good = {
    organisation: 'contoso.com',
    control: 'MeetingUxEnableTelemetry',
    scope: 'global',
    value: true,
  }
  test.each([
    [{ ...good, control: 'census' }, 'CANDOR_CENSUS_ALWAYS_ON'],
    [{ ...good, control: 'toString' }, 'CANDOR_CONTROL_UNKNOWN'],
    [{ ...good, control: 'ErrorReportingOptIn' }, 'CANDOR_SETTING_REFUSED'],
    [{ ...good, scope: 'service:WebServer:' }, 'CANDOR_SETTING_REFUSED'],
    [{ ...good, value: 'true' }, 'CANDOR_SETTING_REFUSED'],
    [{ ...good, organisation: 'a b' }, 'CANDOR_SETTING_REFUSED'],
    [{ ...good, control: 'DisableAutomaticSendTracing', scope: 'machine' }, 'CANDOR_SETTING_REFUSED'],
    [null, 'CANDOR_CONTROL_UNKNOWN'],
  ])('refuses %j', (body, code) => {
    expect(parseSettingChange(skypeTeams, body)).toMatchObject({ kind: 'refused', code })
  })
})
