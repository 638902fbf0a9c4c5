import { afterEach, beforeEach, expect, test } from 'vitest'

import { createClientWorld, HOUR_MILLIS, type ClientWorld } from '../testing/client-world.js'

const FORBIDDEN = { DisableAutomaticSendTracing: { 'in-band': true } }

let world: ClientWorld

beforeEach(async () => {
  world = await createClientWorld()
})
afterEach(() => world.close())

const usage = () => world.service.accepted('usage').map(({ data }) => data)

test('the policy is asked for before usage goes out, with the organisation and the pool', async () => {
  world.service.setSettings(FORBIDDEN)
  const candor = world.start()
  candor.usage.IMSent.add()
  expect(candor.decide('usage.IMSent').collect).toBe(true)
  await candor.flush()
  expect(candor.decide('usage.IMSent')).toMatchObject({ collect: false, source: 'in-band' })
  expect(usage()).toEqual([])
  candor.setMeeting({ pool: 'pool01.contoso.com' })
  await candor.refreshPolicy()
  const queries = world.service.policyRequests.map(({ url }) => Object.fromEntries(url.searchParams))
  expect(queries).toEqual([
    { key: 'demo', org: 'contoso.com' },
    { key: 'demo', org: 'contoso.com', pool: 'pool01.contoso.com' },
  ])
})

test('when the policy tightens, what waits and what grows is purged and never sent', async () => {
  const candor = world.start()
  candor.usage.IMSent.add(1)
  world.service.answerWith({ status: 503 })
  await candor.flush()
  candor.usage.IMSent.add(2)
  world.service.setSettings(FORBIDDEN)
  await candor.refreshPolicy()
  expect(await world.kept()).not.toContain('IMSent')
  world.service.setSettings({})
  world.service.answerWith(undefined)
  await candor.refreshPolicy()
  candor.usage.IMSent.add(4)
  await candor.flush()
  expect(usage()).toEqual([{ IMSent: 4 }])
  expect(candor.diagnostics()).toHaveProperty('forbidden')
})

test('what was counted while the admin forbade does not follow when the admin allows', async () => {
  world.service.setSettings(FORBIDDEN)
  const candor = world.start()
  await candor.refreshPolicy()
  candor.usage.IMSent.add(1)
  candor.usage.FeatureUse.add('whiteboard')
  world.service.setSettings({})
  await candor.refreshPolicy()
  candor.usage.IMSent.add(2)
  await candor.flush()
  expect(usage()).toEqual([{ IMSent: 2 }])
})

test('what was recorded before a restart is decided on anew by the policy of the next start', async () => {
  const before = world.start()
  before.usage.IMSent.add()
  await before.close()
  world.service.setSettings(FORBIDDEN)
  await world.start().flush()
  expect(usage()).toEqual([])
  expect(await world.kept()).not.toContain('IMSent')
})

test('a policy that was answered once counts offline, and one that never was holds usage back', async () => {
  world.service.setSettings(undefined)
  const first = world.start()
  first.usage.IMSent.add(1)
  await first.flush()
  expect(usage()).toEqual([])
  world.service.setSettings({ DisableAutomaticSendTracing: { 'in-band': false } })
  await first.flush()
  expect(usage()).toEqual([{ IMSent: 1 }])
  await first.close()
  world.service.setSettings(undefined)
  const second = world.start()
  second.usage.IMSent.add(2)
  await second.flush()
  expect(second.decide('usage.IMSent').source).toBe('in-band')
  expect(usage()).toEqual([{ IMSent: 1 }, { IMSent: 2 }])
})

test('an unchanged policy is answered with 304', async () => {
  const candor = world.start()
  await candor.flush()
  await candor.refreshPolicy()
  expect(world.service.policyRequests.map(({ etag }) => etag)).toEqual([undefined, '"0"'])
  world.pass(HOUR_MILLIS)
  candor.usage.IMSent.add()
  await candor.flush()
  expect(world.service.policyRequests).toHaveLength(3)
  expect(usage()).toEqual([{ IMSent: 1 }])
})

test("the device's own settings are added to the service's, and the strictest wins", async () => {
  world.service.setSettings({ DisableAutomaticSendTracing: { 'in-band': false } })
  const candor = world.start({ device: { settings: { DisableAutomaticSendTracing: { machine: true } } } })
  await candor.refreshPolicy()
  expect(candor.decide('usage.IMSent')).toMatchObject({ collect: false, source: 'machine' })
})

test('listeners hear of changes until they stop, and one that throws harms nobody', async () => {
  const candor = world.start()
  const heard: string[] = []
  candor.subscribe(() => {
    throw new Error('from the app')
  })
  const stop = candor.subscribe(() => void heard.push(String(candor.decide('usage.IMSent').collect)))
  await candor.flush()
  world.service.setSettings(FORBIDDEN)
  await candor.refreshPolicy()
  stop()
  candor.setUser('amosmarble')
  expect(heard.at(-1)).toBe('false')
  expect(candor.diagnostics()['listener-failed']).toBe(heard.length + 1)
})

test('an older policy never replaces a newer one', async () => {
  world.service.setSettings({})
  world.service.setSettings(FORBIDDEN)
  const candor = world.start()
  await candor.refreshPolicy()
  world.service.setSettings({})
  world.service.goBack(2)
  await candor.refreshPolicy()
  expect(candor.decide('usage.IMSent').collect).toBe(false)
  expect(candor.diagnostics()).toMatchObject({ 'policy-older': 1 })
})
