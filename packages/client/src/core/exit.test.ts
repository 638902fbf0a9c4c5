import { afterEach, beforeEach, expect, test } from 'vitest'

import { createTestDevice, type MadeRequest, type TestDevice } from '../testing/test-device.js'
import { startTestService, type TestService } from '../testing/test-service.js'

const MINUTE_MILLIS = 60_000
const HOUR_MILLIS = 3_600_000

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

const startSignedIn = async () => {
  const candor = device.start()
  await candor.refreshPolicy()
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  return candor
}

const reports = (): readonly MadeRequest[] => device.requests.filter(({ init }) => init.method === 'POST')
const pathsAfter = (before: number): readonly string[] =>
  reports()
    .slice(before)
    .map(({ path }) => path)
const sent = () => device.live(1, 1)
const sum = (name: string): number =>
  service.accepted('usage').reduce((total, { data }) => total + Number(data[name] ?? 0), 0)

test('a page that is left sends one lane, without anything that tells who it is, and keeps the others', async () => {
  const candor = await startSignedIn()
  candor.usage.IMSent.add(3)
  candor.error.report({ ErrorCode: '0x1' })
  device.hide()
  await sent()
  expect(reports()).toHaveLength(1)
  expect(reports()[0]?.path).toBe('/v1/errors')
  expect(reports()[0]?.init).toMatchObject({
    keepalive: true,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
  await device.kill()
  await device.start().flush()
  expect(sum('IMSent')).toBe(3)
  expect(service.accepted('error')).toHaveLength(1)
})

test('no other lane follows within a minute of any request, at an exit of this run or the next', async () => {
  const candor = await startSignedIn()
  await candor.flush()
  const [before] = [reports().length]
  const last = reports().at(-1)?.path
  candor.usage.IMSent.add()
  candor.error.report({ ErrorCode: '0x1' })
  device.hide()
  await sent()
  expect(pathsAfter(before).every((path) => path === last)).toBe(true)
  await device.kill()
  const next = await startSignedIn()
  next.usage.IMSent.add()
  device.hide()
  await sent()
  expect(new Set([last, ...pathsAfter(before)]).size).toBe(1)
  device.clock.pass(MINUTE_MILLIS)
  device.hide()
  await sent()
  expect(reports().length).toBeGreaterThan(before)
})

test('the report that began first goes where none waits', async () => {
  const candor = device.start()
  await candor.refreshPolicy()
  candor.usage.IMSent.add()
  device.clock.pass(1000)
  candor.setUser('amosmarble')
  device.hide()
  await sent()
  expect(pathsAfter(0)).toEqual(['/v1/usage'])
})

test('what is recorded after an exit counts too, in a report of its own', async () => {
  const candor = await startSignedIn()
  candor.usage.IMSent.add(2)
  candor.error.report({ ErrorCode: '0x1' })
  device.hide()
  await sent()
  device.clock.pass(MINUTE_MILLIS)
  device.hide()
  candor.usage.IMSent.add(5)
  await sent()
  await candor.flush()
  expect(sum('IMSent')).toBe(7)
})

test('a lane ends its interval at exits at most once in a tenth of it', async () => {
  const candor = device.start()
  await candor.refreshPolicy()
  candor.usage.IMSent.add()
  for (let minute = 0; minute < 60; minute += 1) {
    device.hide()
    await sent()
    await device.live(MINUTE_MILLIS, MINUTE_MILLIS)
    candor.usage.IMSent.add()
  }
  const usage = reports().filter(({ path }) => path === '/v1/usage').length
  expect(usage).toBeGreaterThan(3)
  expect(usage).toBeLessThanOrEqual(11)
  await candor.flush()
  expect(sum('IMSent')).toBe(61)
})

test('an exit whose answer is never seen is sent again under the same ids, and counts once', async () => {
  const candor = await startSignedIn()
  candor.error.report({ ErrorCode: '0x1' })
  service.answerWith('accept-and-hang-up')
  device.hide()
  await service.nextArrival()
  await device.kill()
  service.answerWith(undefined)
  await device.start().flush()
  const errors = service.arrivals.filter(({ category }) => category === 'error')
  expect(errors).toHaveLength(2)
  expect(errors[0]?.text).toBe(errors[1]?.text)
  expect(service.accepted('error')).toHaveLength(1)
})

test('an exit takes what fits into 60 000 bytes, whatever the alphabet, and the rest stays', async () => {
  const candor = await startSignedIn()
  for (let error = 0; error < 30; error += 1)
    candor.error.report({ Exception: { type: 'Error', message: `no. ${error}`, stack: 'Ж'.repeat(4000) } })
  device.hide()
  await sent()
  expect(service.accepted('error').length).toBeGreaterThan(3)
  expect(Buffer.byteLength(service.arrivals[0]?.text ?? '')).toBeLessThanOrEqual(60_000)
  expect(service.arrivals[0]?.headers).not.toHaveProperty('content-encoding')
  await candor.flush()
  expect(service.accepted('error')).toHaveLength(30)
})

test.each([
  ['offline', async () => device.setNetwork('offline')],
  [
    'while the service asks to be left alone',
    async () => {
      service.answerWith({ status: 503, headers: { 'retry-after': '86400' } })
      device.clock.pass(HOUR_MILLIS)
      await sent()
    },
  ],
])('%s an exit sends nothing', async (_when, prepare) => {
  const candor = await startSignedIn()
  candor.error.report({ ErrorCode: '0x1' })
  await prepare()
  const before = reports().filter(({ path }) => path === '/v1/errors').length
  device.hide()
  await sent()
  expect(reports().filter(({ path }) => path === '/v1/errors')).toHaveLength(before)
})

test('before the policy is known, and after the admin forbade it, nothing but census leaves at an exit', async () => {
  service.setSettings(undefined)
  const candor = device.start()
  candor.usage.IMSent.add()
  await candor.refreshPolicy()
  device.hide()
  service.setSettings({ DisableAutomaticSendTracing: { 'in-band': true } })
  await candor.refreshPolicy()
  candor.usage.IMSent.add()
  device.clock.pass(24 * HOUR_MILLIS)
  device.hide()
  await sent()
  expect(new Set(pathsAfter(0))).toEqual(new Set(['/v1/census']))
})
