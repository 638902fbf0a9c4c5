import { afterEach, beforeEach, expect, test } from 'vitest'

import { createTestDevice, type TestDevice } from '../testing/test-device.js'
import { startTestService, type TestService } from '../testing/test-service.js'

const HOUR_MILLIS = 3_600_000
const MINUTE_MILLIS = 60_000
const START_MILLIS = Date.UTC(2026, 10, 22, 12)

let service: TestService
let device: TestDevice

beforeEach(async () => {
  service = await startTestService()
  device = createTestDevice(service, START_MILLIS)
})
afterEach(async () => {
  await device.close()
  await service.close()
})

const reportErrors = async (errors: number, options = {}) => {
  const candor = device.start(options, { random: () => 0.5 })
  await candor.refreshPolicy()
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  for (let error = 0; error < errors; error += 1)
    candor.error.report({ Exception: { type: 'TypeError', message: `no. ${error}: ä€😀` } })
  return candor
}
const encodings = () =>
  service.arrivals
    .filter(({ category }) => category === 'error')
    .map(({ headers }) => headers['content-encoding'])

test('a body of more than 8 kB goes as gzip, and a smaller one plain', async () => {
  const candor = await reportErrors(3)
  await candor.flush()
  for (let error = 0; error < 100; error += 1) candor.error.report({ ErrorCode: '0x1' })
  await candor.flush()
  expect(encodings()).toEqual([undefined, 'gzip'])
  expect(service.accepted('error')).toHaveLength(103)
  expect(service.accepted('error')[0]?.data['Exception']).toMatchObject({ message: 'no. 0: ä€😀' })
  expect(service.arrivals.at(-1)?.headers['content-type']).toBe('text/plain;charset=UTF-8')
})

test.each([
  ['no answer comes', 'hang-up' as const],
  ['the service does not read it', { status: 415 }],
])('where %s to gzip, plain is tried next, and kept to', async (_, verdict) => {
  const candor = await reportErrors(100)
  service.answerWith(({ headers }) => (headers['content-encoding'] ? verdict : undefined))
  await candor.flush()
  await candor.flush()
  for (let error = 0; error < 100; error += 1) candor.error.report({ ErrorCode: '0x1' })
  await candor.flush()
  expect(encodings()).toEqual(['gzip', undefined, undefined])
  expect(service.accepted('error')).toHaveLength(200)
})

test('a platform without gzip sends plain', async () => {
  const candor = device.start({}, { gzip: async () => undefined })
  await candor.refreshPolicy()
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  for (let error = 0; error < 100; error += 1) candor.error.report({ ErrorCode: '0x1' })
  await candor.flush()
  expect(encodings()).toEqual([undefined])
})

test('offline no request is made and nothing counts as failed; online it goes on, each lane in its own time', async () => {
  device.setNetwork('offline')
  const candor = await reportErrors(2)
  candor.usage.IMSent.add(4)
  await candor.flush()
  await device.live(3 * HOUR_MILLIS, MINUTE_MILLIS)
  expect(device.requests).toEqual([])
  expect(candor.diagnostics()).toEqual({})
  device.setNetwork('online')
  await device.live(5 * MINUTE_MILLIS, 1000)
  expect(service.accepted('error')).toHaveLength(2)
  expect(service.accepted('usage').map(({ data }) => data)).toEqual([{ IMSent: 4 }])
  const posts = device.requests.filter(({ init }) => init.method === 'POST')
  const gaps = posts.slice(1).map(({ atMillis }, at) => atMillis - (posts[at]?.atMillis ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5000)
})

test('at a start lanes do not send at the same time, nor at once', async () => {
  const before = await reportErrors(1)
  before.usage.IMSent.add()
  service.answerWith({ status: 400 })
  await before.flush()
  service.answerWith(undefined)
  await device.kill()
  const [made, from] = [device.requests.length, device.clock.now()]
  device.start({ key: 'another' }, { random: () => 0.5 })
  await device.live(5 * MINUTE_MILLIS, 1000)
  const posts = device.requests.slice(made).filter(({ init }) => init.method === 'POST')
  const at = posts.map(({ atMillis }) => atMillis - from)
  expect(posts.map(({ path }) => path).toSorted()).toEqual(['/v1/census', '/v1/errors', '/v1/usage'])
  expect(at[0]).toBeGreaterThan(1000)
  expect(Math.min(...at.slice(1).map((millis, index) => millis - (at[index] ?? 0)))).toBeGreaterThanOrEqual(
    5000,
  )
})

test('flush sends the lanes one after another, in an order that chance gives', async () => {
  const orders = new Set<string>()
  for (const numbers of [
    [0.1, 0.5, 0.9],
    [0.9, 0.5, 0.1],
  ]) {
    let drawn = 0
    const candor = device.start({}, { random: () => numbers[drawn++ % 3] ?? 0 })
    await candor.refreshPolicy()
    candor.usage.IMSent.add()
    const before = service.arrivals.length
    drawn = 0
    await candor.flush()
    orders.add(
      service.arrivals
        .slice(before)
        .map(({ category }) => category)
        .join(),
    )
  }
  expect(orders).toEqual(new Set(['census,usage', 'usage,census']))
})

test('where bytes cost something, intervals are four times as long, and nothing is dropped', async () => {
  device.setNetwork('metered')
  const candor = await reportErrors(1)
  candor.usage.IMSent.add()
  await device.live(15_000, 1000)
  expect(service.accepted('error')).toEqual([])
  await device.live(3 * HOUR_MILLIS, 10 * MINUTE_MILLIS)
  candor.usage.IMSent.add()
  expect(service.accepted('error')).toHaveLength(1)
  expect(service.accepted('usage')).toEqual([])
  await device.live(2 * HOUR_MILLIS, 10 * MINUTE_MILLIS)
  expect(service.accepted('usage').map(({ data }) => data)).toEqual([{ IMSent: 2 }])
})

test('errors that go on and on hold up no other lane', async () => {
  const candor = await reportErrors(1, { intervalMillis: { usage: MINUTE_MILLIS } })
  candor.usage.IMSent.add()
  for (let second = 0; second < 120; second += 4) {
    candor.error.report({ ErrorCode: '0x1' })
    await device.live(4000, 4000)
  }
  expect(service.accepted('usage').map(({ data }) => data)).toEqual([{ IMSent: 1 }])
})
