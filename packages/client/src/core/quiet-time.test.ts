import { afterEach, beforeEach, expect, test } from 'vitest'

import { createTestDevice, type TestDevice } from '../testing/test-device.js'
import { startTestService, type TestService } from '../testing/test-service.js'

const SECOND_MILLIS = 1000
const MINUTE_MILLIS = 60_000
const HOUR_MILLIS = 3_600_000
const DAY_MILLIS = 86_400_000

let service: TestService
let device: TestDevice

beforeEach(async () => {
  service = await startTestService()
  device = createTestDevice(service, Date.UTC(2026, 10, 22, 12))
})
afterEach(async () => {
  await device.close()
  await service.close()
})

const usageRequests = (): number => device.requests.filter(({ path }) => path === '/v1/usage').length
const stopped = (seconds: number) => ({
  status: 503,
  headers: { 'retry-after': String(seconds) },
  body: JSON.stringify({ code: 'CANDOR_LANE_STOPPED' }),
})
const sum = (): number =>
  service.accepted('usage').reduce((total, { data }) => total + Number(data['IMSent'] ?? 0), 0)

const nextTurns = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => void setImmediate(resolve))
}

const startAndCount = async (options = {}) => {
  const candor = device.start(options)
  await candor.refreshPolicy()
  candor.usage.IMSent.add()
  return candor
}

test('a stopped lane opens no socket until its time is over: not by flush, and not after restarts', async () => {
  const candor = await startAndCount()
  service.answerWith(({ category }) => (category === 'usage' ? stopped(86_400) : undefined))
  await candor.flush()
  service.answerWith(undefined)
  expect(candor.diagnostics()).toMatchObject({ 'lane-stopped': 1 })
  for (let restart = 0; restart < 3; restart += 1) {
    await device.kill()
    const next = await startAndCount({ key: `key-${restart}` })
    await next.flush()
    await device.live(7 * HOUR_MILLIS, HOUR_MILLIS)
    await next.flush()
  }
  expect(usageRequests()).toBe(1)
  expect(service.accepted('census').length).toBeGreaterThan(1)
  await device.live(4 * HOUR_MILLIS, 10 * MINUTE_MILLIS)
  expect(sum()).toBe(4)
})

test('a stop of more than 7 days counts for 7, and one without a time as a failure', async () => {
  const candor = await startAndCount()
  service.answerWith(stopped(30 * 86_400))
  await candor.flush()
  service.answerWith(stopped(0))
  await device.live(7 * DAY_MILLIS - HOUR_MILLIS, HOUR_MILLIS)
  expect(usageRequests()).toBe(1)
  await device.live(2 * HOUR_MILLIS, 10 * SECOND_MILLIS)
  expect(usageRequests()).toBeGreaterThan(2)
})

test('a page that is loaded again every 5 seconds does not hammer a service that fails', async () => {
  service.answerWith({ status: 503 })
  for (let load = 0; load < 200; load += 1) {
    await startAndCount({ intervalMillis: { usage: SECOND_MILLIS } })
    await device.live(5 * SECOND_MILLIS, SECOND_MILLIS)
    await device.kill()
  }
  expect(usageRequests()).toBeGreaterThan(4)
  expect(usageRequests()).toBeLessThan(14)
})

test('nor one that never answers', async () => {
  service.answerWith('never')
  for (let load = 0; load < 100; load += 1) {
    await startAndCount({ intervalMillis: { usage: SECOND_MILLIS } })
    device.clock.pass(SECOND_MILLIS)
    device.clock.pass(4 * SECOND_MILLIS)
    await nextTurns()
    await device.kill()
  }
  expect(usageRequests()).toBeGreaterThan(3)
  expect(usageRequests()).toBeLessThan(14)
})

test('failures in a row are further and further apart, up to 10 minutes', async () => {
  service.answerWith({ status: 500 })
  const candor = await startAndCount()
  await candor.flush()
  await device.live(3 * HOUR_MILLIS, 5 * SECOND_MILLIS)
  const at = device.requests.filter(({ path }) => path === '/v1/usage').map(({ atMillis }) => atMillis)
  const gaps = at.slice(1).map((millis, index) => millis - (at[index] ?? 0))
  expect(gaps.length).toBeGreaterThan(15)
  expect(gaps.every((gap, index) => gap >= (gaps[index - 1] ?? 0) - 2 * MINUTE_MILLIS)).toBe(true)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(11 * MINUTE_MILLIS)
  expect(gaps.at(-1)).toBeGreaterThanOrEqual(5 * MINUTE_MILLIS)
  service.answerWith(undefined)
  await device.live(11 * MINUTE_MILLIS, MINUTE_MILLIS)
  expect(sum()).toBe(1)
})

test('what was declined is tried again once an interval, and at once under another key', async () => {
  service.answerWith({ status: 422, body: JSON.stringify({ code: 'CANDOR_PRACTICES_UNKNOWN' }) })
  const candor = await startAndCount()
  await candor.flush()
  await device.live(5 * HOUR_MILLIS, 10 * MINUTE_MILLIS)
  expect(usageRequests()).toBeGreaterThanOrEqual(4)
  expect(usageRequests()).toBeLessThanOrEqual(6)
  const before = usageRequests()
  await device.kill()
  await startAndCount()
  await device.live(2 * MINUTE_MILLIS, SECOND_MILLIS)
  expect(usageRequests()).toBe(before)
  await device.kill()
  service.answerWith(undefined)
  const next = await startAndCount({ key: 'another' })
  await device.live(5 * MINUTE_MILLIS, SECOND_MILLIS)
  await next.flush()
  expect(usageRequests()).toBe(before + 2)
  expect(sum()).toBe(3)
})

test('an unknown key is tried again after a day, or after an interval where the app is started again', async () => {
  service.answerWith({ status: 401 })
  const candor = await startAndCount()
  await candor.flush()
  await device.live(23 * HOUR_MILLIS, HOUR_MILLIS)
  expect(usageRequests()).toBe(1)
  await device.kill()
  service.answerWith(undefined)
  device.start()
  await device.live(5 * MINUTE_MILLIS, SECOND_MILLIS)
  expect(sum()).toBe(1)
})

test('what is too large is halved, and a single report that is too large is dropped and counted', async () => {
  const candor = await startAndCount()
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  const stack = 'x'.repeat(9000)
  for (let error = 0; error < 9; error += 1) candor.error.report({ ErrorCode: `0x${error}` })
  candor.error.report({ Exception: { type: 'Error', message: 'large', stack } })
  service.answerWith(({ text }) => (text.length > 1500 ? { status: 413 } : undefined))
  await candor.flush()
  expect(service.accepted('error').map(({ data }) => data['ErrorCode'])).toEqual(
    Array.from({ length: 9 }, (_, error) => `0x${error}`),
  )
  expect(candor.diagnostics()).toMatchObject({ 'too-large': 1 })
  const before = service.arrivals.length
  await candor.flush()
  expect(service.arrivals.slice(before).filter(({ category }) => category === 'error')).toEqual([])
})
