import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { createTabWorld, type TabWorld } from '../testing/tab-world.js'

let world: TabWorld

beforeEach(async () => {
  world = await createTabWorld()
})
afterEach(() => world.close())

const bodiesOf = (category: string) =>
  world.service.arrivals.filter((arrival) => arrival.category === category).map(({ text }) => text)
const dataOf = (category: 'census' | 'usage' | 'error') =>
  world.service.accepted(category).map(({ data }) => data)

test('what is on the device is shown as the bodies that go then, byte for byte', async () => {
  const { candor } = world.start()
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  await candor.flush()
  world.service.answerWith({ status: 503 })
  candor.error.report({ ErrorCode: '0x1' })
  await candor.flush()
  candor.usage.IMSent.add(3)
  candor.census.SignInAttempts.add()
  const kept = candor.waiting()
  expect(kept.map(({ category, state }) => [category, state])).toEqual([
    ['census', 'growing'],
    ['usage', 'growing'],
    ['error', 'waiting'],
  ])
  world.service.answerWith(undefined)
  await candor.flush()
  for (const { category, body, id } of kept) {
    expect(bodiesOf(category).at(-1)).toBe(body)
    expect(candor.reportIds(category).at(-1)).toBe(id)
  }
  expect(candor.waiting()).toEqual([])
})

test('an app that inspects nothing keeps no body, no answer and no id of what went', async () => {
  const { candor } = world.start({ inspect: 'nothing' })
  candor.usage.IMSent.add(2)
  await candor.flush()
  expect(dataOf('usage')).toEqual([{ IMSent: 2 }])
  candor.usage.IMSent.add(3)
  expect([candor.waiting(), candor.sent(), candor.dropped(), candor.reportIds('usage')]).toEqual([
    [],
    [],
    [],
    [],
  ])
  expect(world.device.content()).not.toContain('"accepted"')
  await candor.erase()
  expect(candor.diagnostics()).toMatchObject({ erased: 1 })
})

test('the answers are shown with their bodies, and over restarts', async () => {
  const first = world.start()
  world.service.answerWith({ status: 503, body: 'later' })
  await first.candor.flush()
  world.service.answerWith(undefined)
  await first.candor.flush()
  const sent = first.candor.sent()
  expect(sent.map(({ status, answer }) => [status, answer])).toEqual([
    [503, 'later'],
    [200, '{"accepted":1,"duplicate":0,"refused":[]}'],
  ])
  expect(sent.map(({ body }) => body)).toEqual(bodiesOf('census'))
  first.kill()
  const second = world.start()
  await second.candor.ready
  expect(second.candor.sent()).toEqual(sent)
  expect(second.candor.reportIds('census')).toHaveLength(1)
})

test('the log holds 50 requests at most, and more ids', async () => {
  const { candor } = world.start()
  await candor.flush()
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  for (let error = 0; error < 60; error += 1) {
    candor.error.report({ ErrorCode: `0x${error}` })
    await candor.flush()
  }
  expect(candor.sent()).toHaveLength(50)
  expect(candor.sent().at(-1)?.body).toContain('0x59')
  expect(candor.reportIds('error')).toHaveLength(60)
  expect(candor.reportIds('error')).toEqual(
    bodiesOf('error').map((text) => (JSON.parse(text) as { reports: { id: string }[] }).reports[0]?.id),
  )
})

test('what is dropped is shown with its reason and ids', async () => {
  const { candor } = world.start()
  await candor.flush()
  world.service.answerWith({ status: 503 })
  candor.usage.IMSent.add()
  await candor.flush()
  const ids = candor.waiting().map(({ id }) => id)
  world.service.setSettings({ DisableAutomaticSendTracing: { 'in-band': true } })
  await candor.refreshPolicy()
  expect(ids).toHaveLength(1)
  expect(candor.dropped()).toMatchObject([{ category: 'usage', reason: 'forbidden', ids }])
})

test('what the service refuses is shown with its code, and its id is not one the service has', async () => {
  const { candor } = world.start()
  world.service.answerWith(({ text }) => {
    const [report] = (JSON.parse(text) as { reports: { id: string }[] }).reports
    const refused = [{ id: report?.id, code: 'CANDOR_VALUE_REFUSED', dataType: 'AppName' }]
    return { status: 200, body: JSON.stringify({ accepted: 0, duplicate: 0, refused }) }
  })
  await candor.flush()
  expect(candor.dropped()).toMatchObject([
    { category: 'census', reason: 'CANDOR_VALUE_REFUSED', dataType: 'AppName' },
  ])
  expect(candor.reportIds('census')).toEqual([])
})

test('an erasure leaves nothing of what was recorded, in any tab, nor of what killed tabs left', async () => {
  const [here, there, killed] = [world.start(), world.start(), world.start()]
  await here.candor.flush()
  world.service.answerWith({ status: 503 })
  for (const { candor } of [here, there, killed]) {
    candor.usage.FederationPartner.set('fabrikam.com')
    candor.usage.IMSent.add(5)
    await candor.flush()
    candor.usage.CallsMade.add(7)
    world.clock.pass(2000)
  }
  there.candor.usage.CallMinutes.add(3)
  killed.kill()
  await here.candor.erase()
  await vi.waitUntil(() => there.candor.sent().length === 0)
  expect(world.device.content()).not.toMatch(/IMSent|CallsMade|CallMinutes/)
  expect([here.candor.sent(), here.candor.reportIds('census')]).toEqual([[], []])
  expect(here.candor.diagnostics()['erased']).toBeGreaterThanOrEqual(4)
  expect(here.candor.dropped().map(({ reason }) => reason)).toContain('erased')
  world.service.answerWith(undefined)
  here.candor.usage.IMSent.add(1)
  there.candor.usage.IMSent.add(2)
  await here.candor.flush()
  await there.candor.flush()
  expect(dataOf('usage').map((data) => data['IMSent'])).toEqual([1, 2])
})

test('after a reset the device and its users are others, in every tab', async () => {
  const [here, there] = [world.start().candor, world.start().candor]
  for (const tab of [here, there]) {
    tab.setUser('amosmarble')
    tab.consent.set('granted')
    await tab.flush()
  }
  const before = world.device.content()
  await here.reset()
  await vi.waitUntil(() => there.consent.get() === 'undecided')
  expect([here.consent.get(), here.signedIn, there.signedIn]).toEqual(['undecided', true, true])
  for (const tab of [here, there]) {
    tab.census.SignInAttempts.add()
    tab.error.report({ ErrorCode: 'not consented' })
    await tab.flush()
  }
  const devices = dataOf('census').map((data) => data['DeviceID'])
  const [first] = devices
  const later = devices.slice(devices.findIndex((device) => device !== first))
  expect(devices.length).toBeGreaterThanOrEqual(4)
  expect([new Set(later).size, later.includes(first)]).toEqual([1, false])
  expect(dataOf('error')).toEqual([])
  const ids = (content: string): readonly string[] =>
    content.match(/^(?:device|salt|consent|hash)\S* \S+/gm) ?? []
  const kept = ids(world.device.content())
  expect(ids(before).filter((entry) => kept.includes(entry))).toEqual([])
})
