import { afterEach, beforeEach, expect, test } from 'vitest'

import { createManualClock } from '../testing/manual-clock.js'
import { createSharedStorage, startTab } from '../testing/start-tab.js'
import { startTestService, type TestService } from '../testing/test-service.js'

let service: TestService

beforeEach(async () => {
  service = await startTestService()
})
afterEach(() => service.close())

const sum = (name: string): number =>
  service.accepted('usage').reduce((total, { data }) => total + Number(data[name] ?? 0), 0)

test('tabs that share a storage make one report together, without taking anything from each other', async () => {
  const storage = createSharedStorage()
  const clock = createManualClock(Date.UTC(2026, 10, 22))
  const tabs = ['one', 'two'].map((instance) => startTab(service.endpoint, { instance, storage, ...clock }))
  await tabs[0]?.refreshPolicy()
  for (let minute = 0; minute < 30; minute += 1) {
    for (const tab of tabs) tab.usage.IMSent.add()
    clock.pass(60_000)
  }
  await tabs[0]?.flush()
  expect(service.accepted('usage').map(({ data }) => data)).toEqual([{ IMSent: 60 }])
  await Promise.all(tabs.map((tab) => tab.close()))
})

test("a kill after the first of two tabs' parts was removed leaves the whole report", async () => {
  const storage = createSharedStorage()
  const clock = createManualClock(Date.UTC(2026, 10, 22))
  const tabs = ['one', 'two'].map((instance) => startTab(service.endpoint, { instance, storage, ...clock }))
  for (const tab of tabs) {
    tab.usage.IMSent.add(5)
    clock.pass(2000)
  }
  const key = storage.keys().find((name) => /^usage\.growing\..*\.one$/.test(name)) ?? ''
  const text = storage.get(key) ?? ''
  service.answerWith({ status: 503 })
  await tabs[1]?.flush()
  await Promise.all(tabs.map((tab) => tab.close()))
  storage.set(key, text)
  service.answerWith(undefined)
  const after = startTab(service.endpoint, { instance: 'three', storage, ...clock })
  await after.flush()
  expect(service.accepted('usage').map(({ data }) => data)).toEqual([{ IMSent: 10 }])
  await after.close()
})

test('tabs that send at the same time count once', async () => {
  const storage = createSharedStorage()
  const tabs = ['one', 'two'].map((instance) => startTab(service.endpoint, { instance, storage }))
  for (const tab of tabs) tab.usage.IMSent.add(5)
  await Promise.all(tabs.map((tab) => tab.flush()))
  await Promise.all(tabs.map((tab) => tab.flush()))
  expect(sum('IMSent')).toBe(10)
  await Promise.all(tabs.map((tab) => tab.close()))
})

test('a tab that slept through the end of an interval goes on with a new report', async () => {
  const storage = createSharedStorage()
  const [sleeper, other] = ['sleeper', 'other'].map((instance) =>
    startTab(service.endpoint, { instance, storage }),
  )
  sleeper?.usage.IMSent.add(1)
  sleeper?.setMeeting(undefined)
  await other?.flush()
  sleeper?.usage.IMSent.add(2)
  await sleeper?.flush()
  expect(service.accepted('usage').map(({ data }) => data)).toEqual([{ IMSent: 1 }, { IMSent: 2 }])
  await Promise.all([sleeper?.close(), other?.close()])
})

test('one device id, and the choice of a user, hold in every tab', async () => {
  const storage = createSharedStorage()
  const [one, two] = ['one', 'two'].map((instance) => startTab(service.endpoint, { instance, storage }))
  one?.setUser('amosmarble')
  one?.consent.set('granted')
  two?.setUser('amosmarble')
  expect(two?.consent.get()).toBe('granted')
  two?.error.report({ ErrorCode: '0x1' })
  one?.consent.set('denied')
  await two?.flush()
  expect(service.accepted('error')).toEqual([])
  await Promise.all([one?.close(), two?.close()])
})
