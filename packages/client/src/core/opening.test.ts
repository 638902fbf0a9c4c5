import { afterEach, beforeEach, expect, test } from 'vitest'

import { createTabWorld, type TabWorld } from '../testing/tab-world.js'

let world: TabWorld

beforeEach(async () => {
  world = await createTabWorld()
})
afterEach(() => world.close())

const startOpening = () => world.start({}, {}, 'opening')
const dataOf = (category: 'census' | 'usage' | 'error') =>
  world.service.accepted(category).map(({ data }) => data)

test('what is recorded before the opening counts from then on, in the order it was told', async () => {
  const { candor, open } = startOpening()
  candor.usage.IMSent.add(1)
  candor.usage.FeatureUse.add('screen-sharing', 2)
  candor.usage.FederationPartner.set('fabrikam.com')
  candor.error.report({ ErrorCode: 'before anybody' })
  candor.setUser('amosmarble')
  candor.census.SignInAttempts.add(1)
  candor.error.report({ ErrorCode: 'before the choice' })
  candor.consent.set('granted')
  candor.error.report({ ErrorCode: 'after the choice' })
  candor.setMeeting({ pool: 'pool01.contoso.com' })
  candor.usage.IMSent.add(10)
  candor.setUser('bellaross')
  candor.census.SignInAttempts.add(2)
  candor.error.report({ ErrorCode: 'of somebody who did not choose' })
  open()
  await candor.flush()
  expect(dataOf('error')).toEqual([{ ErrorCode: 'after the choice', UserID: 'amosmarble' }])
  const usage = world.service.accepted('usage').map(({ data, envelope }) => [envelope['pool'], data])
  expect(usage).toHaveLength(2)
  expect(usage).toEqual(
    expect.arrayContaining([
      [undefined, { IMSent: 1, FeatureUse: { 'screen-sharing': 2 }, FederationPartner: 'fabrikam.com' }],
      ['pool01.contoso.com', { IMSent: 10, FederationPartner: 'fabrikam.com' }],
    ]),
  )
  expect(dataOf('census').map((data) => data['SignInAttempts'])).toEqual([1, 2])
  expect(candor.diagnostics()).toEqual({})
})

test('nothing is sent and no question fails before the opening; those who listen hear of it', async () => {
  const { candor, open } = startOpening()
  let heard = 0
  candor.subscribe(() => void (heard += 1))
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  candor.usage.IMSent.add()
  const flushed = candor.flush()
  world.clock.pass(2 * 3_600_000)
  expect(world.service.connections()).toBe(0)
  expect([candor.signedIn, candor.consent.get(), candor.waiting(), candor.sent(), candor.dropped()]).toEqual([
    false,
    'undecided',
    [],
    [],
    [],
  ])
  expect([candor.reportIds('usage'), candor.decide('census.AppName').collect, heard]).toEqual([[], true, 0])
  open()
  await candor.ready
  expect([candor.signedIn, candor.consent.get()]).toEqual([true, 'granted'])
  expect(heard).toBeGreaterThan(0)
  await flushed
  expect(dataOf('usage')).toEqual([{ IMSent: 1 }])
})

test('what is told after closing is counted, and what was told before the opening is kept though it closes at once', async () => {
  const first = startOpening()
  first.candor.usage.IMSent.add(3)
  first.candor.setUser('amosmarble')
  const closed = first.candor.close()
  first.candor.usage.IMSent.add(4)
  first.candor.setUser('bellaross')
  first.open()
  await closed
  expect(first.candor.diagnostics()).toEqual({ 'after-close': 2 })
  expect(world.service.connections()).toBe(0)
  const second = world.start()
  await second.candor.flush()
  expect(dataOf('usage')).toEqual([{ IMSent: 3 }])
})

test('a choice that another tab takes back during the opening counts', async () => {
  const before = world.start()
  before.candor.setUser('amosmarble')
  before.candor.consent.set('granted')
  const { candor, open } = startOpening()
  candor.setUser('amosmarble')
  candor.error.report({ ErrorCode: '0x1' })
  before.candor.consent.set('denied')
  open()
  await candor.flush()
  expect(dataOf('error')).toEqual([])
  expect(candor.consent.get()).toBe('denied')
})

test('a kept policy that forbids holds for what was recorded before it could be read', async () => {
  world.service.setSettings({ DisableAutomaticSendTracing: { 'in-band': true } })
  const before = world.start()
  await before.candor.refreshPolicy()
  await before.candor.close()
  world.service.setSettings(undefined)
  const { candor, open } = startOpening()
  candor.usage.IMSent.add()
  candor.setMeeting(undefined)
  candor.usage.IMSent.add()
  open()
  await candor.flush()
  expect(candor.waiting().map(({ category }) => category)).not.toContain('usage')
  expect(world.device.content()).not.toContain('IMSent')
  expect(dataOf('usage')).toEqual([])
})

test('a storage that cannot be opened is counted, and the app goes on', async () => {
  const { candor } = world.start({}, { openStorage: () => Promise.reject(new Error('no')) })
  candor.usage.IMSent.add()
  candor.setUser('amosmarble')
  await candor.flush()
  await candor.erase()
  await candor.close()
  expect(candor.diagnostics()).toEqual({ 'storage-failed': 1 })
})
