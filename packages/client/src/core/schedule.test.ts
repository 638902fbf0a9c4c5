import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Candor } from './candor.js'
import type { SkypeTeams } from '@candor/practices/skype-teams'
import { createManualClock, type ManualClock } from '../test-candor/manual-clock.js'
import { createMemoryDevice } from '../test-candor/memory-device.js'
import { startTab } from '../testing/start-tab.js'
import { startTestService, type TestService } from '../testing/test-service.js'

const HOUR_MILLIS = 3_600_000
const START_MILLIS = Date.UTC(2026, 10, 22, 12)

let service: TestService
let clock: ManualClock
let candor: Candor<SkypeTeams>

beforeEach(async () => {
  service = await startTestService()
  clock = createManualClock(START_MILLIS)
  candor = startTab(service.endpoint, { openStorage: createMemoryDevice().open, ...clock })
  await candor.refreshPolicy()
})
afterEach(async () => {
  await candor.close()
  await service.close()
})

/** Lets time pass until a timer has made a request, and waits for its answer. */
const passUntilSent = async (millis: number): Promise<void> => {
  const arrived = service.nextArrival()
  clock.pass(millis)
  await arrived
  await candor.flush()
}

const untilAnswered = (requests: number) => vi.waitUntil(() => candor.sent().length >= requests)

const times = (category: 'census' | 'usage') => service.accepted(category).map(({ from, to }) => [from, to])

test('an hour of usage is a report, and an hour without is none', async () => {
  candor.usage.IMSent.add()
  clock.pass(HOUR_MILLIS / 2)
  candor.usage.IMSent.add()
  await passUntilSent(HOUR_MILLIS)
  expect(service.accepted('usage').map(({ data }) => data)).toEqual([{ IMSent: 2 }])
  expect(times('usage')).toEqual([['2026-11-22T12:00:00Z', '2026-11-22T12:00:00Z']])
})

test('an app that runs for days makes a census report every day', async () => {
  for (let day = 0; day < 3; day += 1) {
    clock.pass(24 * HOUR_MILLIS + 1000)
    await untilAnswered(day + 1)
  }
  expect(times('census')).toHaveLength(3)
  expect(times('census').map(([from]) => from)).toEqual(['2026-11-22', '2026-11-23', '2026-11-24'])
  expect(service.accepted('usage')).toEqual([])
})

test('the policy is asked for every 15 minutes', async () => {
  const before = service.policyRequests.length
  for (let quarter = 0; quarter < 3; quarter += 1) {
    clock.pass(15 * 60_000)
    await candor.refreshPolicy()
  }
  expect(service.policyRequests.length - before).toBe(3)
})

const ARRIVALS_AFTER = [
  ['503 and Retry-After: 60', { status: 503, headers: { 'retry-after': '60' } }, 60_000],
  [
    '429 and a date to come again',
    { status: 429, headers: { 'retry-after': new Date(START_MILLIS + 90_000).toUTCString() } },
    88_000,
  ],
  ['503 alone', { status: 503 }, 900],
  ['422', { status: 422 }, HOUR_MILLIS - 1000],
  ['401', { status: 401 }, 24 * HOUR_MILLIS - 1000],
] as const

test.each(ARRIVALS_AFTER)(
  'after %s the service is left alone for as long as it asks, and then tried again',
  async (_, verdict, millis) => {
    service.answerWith(verdict)
    candor.usage.IMSent.add()
    await candor.flush()
    const before = service.arrivals.filter(({ category }) => category === 'usage').length
    service.answerWith(undefined)
    clock.pass(millis)
    await candor.refreshPolicy()
    const usageArrivals = () => service.arrivals.filter(({ category }) => category === 'usage').length
    expect(usageArrivals()).toBe(before)
    const arrived = service.nextArrival()
    clock.pass(60_000)
    await arrived
    await candor.flush()
    expect(usageArrivals()).toBe(before + 1)
  },
)
