import { afterEach, beforeEach, expect, test } from 'vitest'

import { createTestDevice, type TestDevice } from '../testing/test-device.js'
import { startTestService, type TestService } from '../testing/test-service.js'

const MINUTE_MILLIS = 60_000
const HOUR_MILLIS = 3_600_000
const DAY_MILLIS = 86_400_000
const WRONG = { clock: 'machine' } as const

let service: TestService
let device: TestDevice

beforeEach(async () => {
  service = await startTestService()
  device = createTestDevice(service, Date.UTC(2026, 10, 22, 12))
  service.tellDate(device.clock.now)
})
afterEach(async () => {
  await device.close()
  await service.close()
})

const signIn = (candor: ReturnType<TestDevice['start']>) => {
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  return candor
}
const times = (category: 'census' | 'usage' | 'error') => service.accepted(category).map(({ from }) => from)

test.each([
  ['three days ahead', 3 * DAY_MILLIS],
  ['two hours behind', -2 * HOUR_MILLIS],
  ['at 1970', -Date.UTC(2026, 10, 22, 12)],
])('where the clock is %s, reports of this run bear the right times, also earlier ones', async (_, off) => {
  device.setOff(off)
  const candor = signIn(device.start({}, WRONG))
  candor.usage.IMSent.add()
  candor.error.report({ ErrorCode: '0x1' })
  await candor.flush()
  candor.error.report({ ErrorCode: '0x2' })
  device.clock.pass(HOUR_MILLIS)
  candor.usage.IMSent.add()
  await candor.flush()
  expect(times('census')[0]).toBe('2026-11-22')
  expect(times('usage')).toEqual(['2026-11-22T12:00:00Z', '2026-11-22T13:00:00Z'])
  for (const time of times('error')) expect(time).toMatch(/^2026-11-22T12:00:0/)
  expect(candor.diagnostics()).toEqual({ 'clock-corrected': 1 })
})

test('how far the clock is off is known at the next start, and no more when it was set right', async () => {
  device.setOff(3 * DAY_MILLIS)
  await device.start({}, WRONG).refreshPolicy()
  await device.kill()
  service.setSettings(undefined)
  const offline = device.start({}, WRONG)
  offline.usage.IMSent.add()
  device.clock.pass(1000)
  await device.kill()
  device.setOff(0)
  service.setSettings({})
  const candor = device.start({}, WRONG)
  candor.usage.IMReceived.add()
  await candor.flush()
  expect(new Set(times('usage'))).toEqual(new Set(['2026-11-22T12:00:00Z']))
})

test('a report of an earlier run whose time is still to come waits for that time', async () => {
  device.setOff(2 * DAY_MILLIS)
  device.setNetwork('offline')
  device.start({}, WRONG).usage.IMSent.add()
  device.clock.pass(1000)
  await device.kill()
  device.setOff(0)
  device.setNetwork('online')
  const candor = device.start({}, WRONG)
  await candor.flush()
  expect(times('usage')).toEqual([])
  device.clock.pass(2 * DAY_MILLIS)
  await candor.flush()
  expect(times('usage')).toEqual(['2026-11-24T12:00:00Z'])
})

test('a report that is refused by the very answer that told the time is sent again with the right one', async () => {
  service.tellDate(undefined)
  device.setOff(3 * DAY_MILLIS)
  const candor = device.start({}, WRONG)
  await candor.refreshPolicy()
  service.tellDate(device.clock.now)
  service.answerWith(({ text }) => {
    const { reports } = JSON.parse(text) as { reports: { id: string; from: string }[] }
    const refused = reports
      .filter(({ from }) => from > '2026-11-23')
      .map(({ id }) => ({ id, code: 'CANDOR_REPORT_IN_FUTURE' }))
    if (refused.length === 0) return undefined
    return { status: 200, body: JSON.stringify({ accepted: 0, duplicate: 0, refused }) }
  })
  await candor.flush()
  await candor.flush()
  expect(times('census')[0]).toBe('2026-11-22')
})

test.each([
  ['a clock that is 4 minutes off', 4 * MINUTE_MILLIS, WRONG],
  ['the clock of a simulation', 30 * DAY_MILLIS, { clock: 'given' } as const],
])('%s is left as it is', async (_, off, platform) => {
  device.setOff(off)
  const candor = signIn(device.start({}, platform))
  candor.error.report({ ErrorCode: '0x1' })
  await candor.flush()
  expect(times('error')).toEqual([new Date(Date.UTC(2026, 10, 22, 12) + off).toISOString()])
  expect(candor.diagnostics()).toEqual({})
})

test('a page that somebody else puts in between tells no time', async () => {
  const candor = device.start({}, WRONG)
  await candor.refreshPolicy()
  const headers = { 'content-type': 'text/html', date: new Date(0).toUTCString() }
  service.answerWith({ status: 200, headers, body: '<html>sign in</html>' })
  await candor.flush()
  expect(candor.diagnostics()).not.toHaveProperty('clock-corrected')
})
