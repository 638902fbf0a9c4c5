import { definePractices } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Candor } from '../node/index.js'
import { createClientWorld, DAY_MILLIS, HOUR_MILLIS, type ClientWorld } from '../testing/client-world.js'

let world: ClientWorld

beforeEach(async () => {
  world = await createClientWorld()
})
afterEach(() => world.close())

const usage = () => world.service.accepted('usage')
const census = () => world.service.accepted('census')

test('an interval of a lane is one report that adds up what was recorded', async () => {
  const candor = world.start()
  for (let sent = 0; sent < 1000; sent += 1) candor.usage.IMSent.add()
  candor.usage.IMReceived.add(5)
  candor.usage.CallMinutes.add(2.5)
  candor.usage.CallMinutes.add(0.25)
  candor.usage.FeatureUse.add('screen-sharing')
  candor.usage.FeatureUse.add('screen-sharing', 2)
  candor.usage.FeatureUse.add('constructor')
  candor.usage.FederationPartner.set('fabrikam.com')
  world.pass(90 * 60_000)
  await candor.flush()
  expect(usage()).toEqual([
    expect.objectContaining({
      data: {
        IMSent: 1000,
        IMReceived: 5,
        CallMinutes: 2.75,
        FeatureUse: { 'screen-sharing': 3, constructor: 1 },
        FederationPartner: 'fabrikam.com',
      },
      decision: { control: 'DisableAutomaticSendTracing', source: 'default' },
    }),
  ])
})

test('each lane has its own precision of time, and census knows neither organisation nor pool', async () => {
  const candor = world.start()
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  candor.setMeeting({ pool: 'pool01.contoso.com' })
  candor.usage.IMSent.add()
  candor.census.SignInAttempts.add()
  candor.error.report({ ErrorCode: '0x1' })
  await candor.flush()
  expect(census()[0]).toMatchObject({ from: '2026-11-22', to: '2026-11-22' })
  expect(usage()[0]).toMatchObject({ from: '2026-11-22T14:00:00Z', to: '2026-11-22T14:00:00Z' })
  expect(world.service.accepted('error')[0]).toMatchObject({ from: '2026-11-22T14:30:00.000Z' })
  const head = { v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Windows' }
  expect(census()[0]?.envelope).toEqual({ ...head, reports: expect.any(Array) as unknown })
  expect(usage()[0]?.envelope).toMatchObject({ ...head, org: 'contoso.com', pool: 'pool01.contoso.com' })
})

test('what is recorded in a meeting goes under its pool, in one report for each place', async () => {
  const candor = world.start()
  const pool = 'pool01.contoso.com'
  candor.usage.IMSent.add()
  candor.setMeeting({ pool })
  candor.usage.IMSent.add(2)
  candor.setMeeting(undefined)
  candor.usage.IMSent.add(4)
  candor.setMeeting({ pool })
  candor.usage.IMSent.add(8)
  await candor.flush()
  const counts = usage().map(({ envelope, data }) => [envelope['pool'], data['IMSent']])
  expect(counts).toHaveLength(2)
  expect(counts).toEqual(
    expect.arrayContaining([
      [undefined, 5],
      [pool, 10],
    ]),
  )
})

test('counts outlive the app, and go on in the same interval', async () => {
  const before = world.start()
  before.usage.IMSent.add(3)
  await before.close()
  world.pass(HOUR_MILLIS / 2)
  const after = world.start()
  after.usage.IMSent.add(4)
  await after.flush()
  expect(usage().map(({ data }) => data)).toEqual([{ IMSent: 7 }])
})

test('an interval that ended while the app was closed becomes a report at the start, without what is set later', async () => {
  const before = world.start()
  before.census.AppName.set('OldSkype')
  before.usage.IMSent.add(3)
  await before.close()
  world.pass(DAY_MILLIS)
  const after = world.start()
  after.census.AppName.set('NewSkype')
  after.usage.IMSent.add(4)
  await after.flush()
  expect(usage().map(({ data }) => data['IMSent'])).toEqual([3, 4])
  expect(census().map(({ data, from }) => [from, data['AppName']])).toEqual([
    ['2026-11-22', 'OldSkype'],
    ['2026-11-23', 'NewSkype'],
  ])
})

test('a value that is set stays in every report until it is set anew', async () => {
  const candor = world.start()
  candor.census.AppName.set('iPhoneSkype')
  await candor.flush()
  candor.census.SignInAttempts.add()
  await candor.flush()
  candor.census.AppName.set('AndroidSkype')
  candor.census.SignInAttempts.add()
  await candor.flush()
  expect(census().map(({ data }) => data['AppName'])).toEqual(['iPhoneSkype', 'iPhoneSkype', 'AndroidSkype'])
})

test('a report says that the app was running even where nothing was counted, in census alone', async () => {
  const candor = world.start()
  candor.usage.FederationPartner.set('fabrikam.com')
  await candor.flush()
  expect(census()).toHaveLength(1)
  expect(usage()).toEqual([])
})

test('a flush with nothing recorded since the last one sends nothing', async () => {
  const candor = world.start()
  await candor.flush()
  const before = world.service.arrivals.length
  await candor.flush()
  expect(world.service.arrivals).toHaveLength(before)
})

test('misuse is counted by data type and never thrown', async () => {
  const candor = world.start()
  candor.usage.IMSent.add(-1)
  candor.usage.IMSent.add(1.5)
  candor.usage.IMSent.add(Number.NaN)
  candor.usage.FeatureUse.add('someone@contoso.com')
  candor.census.AppName.set('sip:amosmarble@contoso.com')
  candor.census.OSVersion.set('192.0.2.17-192.0.2.18 beta')
  candor.usage.IMSent.add(2)
  await candor.flush()
  expect(usage().map(({ data }) => data)).toEqual([{ IMSent: 2 }])
  expect(candor.diagnostics()).toMatchObject({
    'value-refused:usage.IMSent': 3,
    'value-refused:usage.FeatureUse': 1,
    'value-refused:census.AppName': 1,
  })
})

test.each([
  ['10.0.22631.2428', '10.0.22631.2428'],
  ['10.0.0.1', '10.0.0'],
  ['6.1.0.18-amd64', '6.1.0'],
  ['8.3', '8.3'],
])('the version %s is sent as %s', async (version, sent) => {
  const candor = world.start()
  candor.census.OSVersion.set(version)
  await candor.flush()
  expect(census()[0]?.data['OSVersion']).toBe(sent)
})

test('labels beyond the limit are counted and left out, over restarts too', async () => {
  for (const part of ['a', 'b']) {
    const candor = world.start()
    for (let feature = 0; feature < 40; feature += 1) candor.usage.FeatureUse.add(`${part}${feature}`)
    await candor.close()
  }
  const candor = world.start()
  await candor.flush()
  expect(Object.keys(usage()[0]?.data['FeatureUse'] as object)).toHaveLength(64)
})

test('a distribution counts values by the lower bound of their bucket, over saves and restarts', async () => {
  const dataTypes = {
    ...skypeTeams.dataTypes,
    usage: {
      ...skypeTeams.dataTypes.usage,
      StartUp: { kind: 'distribution', unit: 'ms', bounds: [0, 100, 1000], example: '{ "0": 3 }' },
    },
  } as const
  const practices = definePractices({ ...skypeTeams, dataTypes })
  const start = () => {
    const candor = world.start({ practices: practices as unknown as typeof skypeTeams })
    return candor as unknown as Candor<typeof practices>
  }
  const before = start()
  for (const value of [-5, 0, 99.9, 100, 999, 1000, 1e9]) before.usage.StartUp.record(value)
  for (const value of [NaN, Infinity, '12' as unknown as number]) before.usage.StartUp.record(value)
  await before.close()
  const after = start()
  after.usage.StartUp.record(50)
  await after.flush()
  expect(usage().map(({ data }) => data)).toEqual([{ StartUp: { '0': 4, '100': 2, '1000': 2 } }])
  expect(before.diagnostics()).toEqual({ 'value-refused:usage.StartUp': 3 })
})

test('no count of a report is larger than the largest, whatever is added', async () => {
  const candor = world.start()
  for (let time = 0; time < 3; time += 1) {
    candor.usage.IMSent.add(4_294_967_295)
    candor.usage.IMSent.add()
    candor.usage.FeatureUse.add('constructor', 4_294_967_295)
    candor.setMeeting(undefined)
  }
  candor.usage.CallsMade.add(4_294_967_295)
  candor.usage.CallsMade.add()
  await candor.flush()
  expect(usage()[0]?.data).toMatchObject({ IMSent: 4_294_967_295, CallsMade: 4_294_967_295 })
  expect(Object.entries(usage()[0]?.data['FeatureUse'] as object)).toEqual([['constructor', 4_294_967_295]])
})
