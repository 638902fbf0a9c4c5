import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { DataCategory } from '@candor/practices'

import { createTabWorld, type TabWorld } from '../testing/tab-world.js'

const HOUR_MILLIS = 3_600_000
const MINUTE_MILLIS = 60_000

let world: TabWorld

beforeEach(async () => {
  world = await createTabWorld()
})
afterEach(() => world.close())

const dataOf = (category: DataCategory) => world.service.accepted(category).map(({ data }) => data)
const sum = (name: string): number =>
  world.service.accepted('usage').reduce((total, { data }) => total + Number(data[name] ?? 0), 0)

test('each living tab reports for itself, and nothing is lost or doubled when all send at once', async () => {
  const tabs = [world.start(), world.start()].map(({ candor }) => candor)
  for (const tab of tabs) tab.usage.IMSent.add(5)
  await Promise.all(tabs.map((tab) => tab.flush()))
  await Promise.all(tabs.map((tab) => tab.flush()))
  expect(dataOf('usage')).toEqual([{ IMSent: 5 }, { IMSent: 5 }])
  expect(world.service.arrivals.filter(({ category }) => category === 'usage')).toHaveLength(1)
})

test('what a tab that was closed left goes on growing, as one report', async () => {
  for (const amount of [1, 2, 4]) {
    const { candor } = world.start()
    candor.usage.IMSent.add(amount)
    await candor.close()
  }
  const { candor } = world.start()
  candor.usage.IMSent.add(8)
  await candor.flush()
  expect(dataOf('usage')).toEqual([{ IMSent: 15 }])
  expect(dataOf('census')).toHaveLength(1)
})

test('what killed tabs left is sent as it is, since they may have sent it themselves', async () => {
  for (const amount of [1, 2, 4]) {
    const { candor, kill } = world.start()
    candor.usage.IMSent.add(amount)
    world.clock.pass(2000)
    kill()
  }
  const { candor } = world.start()
  candor.usage.IMSent.add(8)
  await candor.flush()
  expect(dataOf('usage')).toEqual([{ IMSent: 1 }, { IMSent: 2 }, { IMSent: 4 }, { IMSent: 8 }])
})

test('several killed tabs that lived side by side lose nothing', async () => {
  const tabs = [world.start(), world.start(), world.start()]
  for (const { candor } of tabs) candor.usage.IMSent.add(2)
  world.clock.pass(2000)
  for (const { kill } of tabs) kill()
  await world.start().candor.flush()
  expect(sum('IMSent')).toBe(6)
})

test('a tab takes over what another leaves behind while it lives, and sends what waited', async () => {
  const stays = world.start()
  const leaves = world.start()
  await stays.candor.flush()
  world.service.answerWith({ status: 503 })
  leaves.candor.usage.IMSent.add(3)
  await leaves.candor.flush()
  leaves.kill()
  world.service.answerWith(undefined)
  world.clock.pass(MINUTE_MILLIS)
  await vi.waitUntil(() => {
    world.clock.pass(MINUTE_MILLIS)
    return sum('IMSent') === 3
  })
  expect(dataOf('usage')).toEqual([{ IMSent: 3 }])
})

test('an interval that ended before the take-over is a report of its own', async () => {
  const before = world.start()
  before.candor.usage.IMSent.add(3)
  world.clock.pass(2000)
  before.kill()
  world.clock.pass(HOUR_MILLIS)
  const { candor } = world.start()
  candor.usage.IMSent.add(4)
  await candor.flush()
  expect(dataOf('usage')).toEqual([{ IMSent: 3 }, { IMSent: 4 }])
})

test('a choice that is taken back in one tab holds in every other at once, also for a request in flight', async () => {
  const [one, two] = [world.start().candor, world.start().candor]
  for (const tab of [one, two]) tab.setUser('amosmarble')
  one.consent.set('granted')
  await vi.waitUntil(() => two.decide('error.ErrorCode').collect)
  await Promise.all([one.flush(), two.flush()])
  world.service.answerWith('never')
  const arrived = world.service.nextArrival()
  two.error.report({ ErrorCode: '0x1' })
  const flushed = two.flush()
  await arrived
  const heard = new Promise<void>((resolve) => {
    two.subscribe(resolve)
  })
  one.consent.set('denied')
  await heard
  await flushed
  expect(two.waiting().filter(({ category }) => category === 'error')).toEqual([])
  expect(two.consent.get()).toBe('denied')
  expect(world.device.content()).not.toContain('0x1')
})

test('what is added while another tab ends the report is of the next one', async () => {
  const [one, two] = [world.start().candor, world.start().candor]
  one.usage.IMSent.add(1)
  world.clock.pass(2000)
  await two.flush()
  one.usage.IMSent.add(2)
  await one.flush()
  expect(dataOf('usage')).toEqual([{ IMSent: 1 }, { IMSent: 2 }])
})

test('a policy that one tab gets holds in every other at once', async () => {
  const [one, two] = [world.start().candor, world.start().candor]
  await Promise.all([one.flush(), two.flush()])
  two.usage.IMSent.add(1)
  world.service.setSettings({ DisableAutomaticSendTracing: { 'in-band': true } })
  await one.refreshPolicy()
  await Promise.resolve()
  expect(two.decide('usage.IMSent')).toMatchObject({ collect: false, source: 'in-band' })
  two.usage.IMSent.add(2)
  world.service.setSettings({})
  await one.refreshPolicy()
  two.usage.IMSent.add(4)
  await two.flush()
  expect(dataOf('usage')).toEqual([{ IMSent: 4 }])
})
