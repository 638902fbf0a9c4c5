import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startAdmissionService } from '../testing/admission-service.js'
import { createBucketStore } from './bucket-store.js'
import { createLimits, type Spent } from './limits.js'
import { networkOf } from './network-of.js'

const NOW = Date.parse('2026-11-22T12:20:00Z')

describe('an address', () => {
  test('may send thirty seconds of requests at once, then one pace after the other', () => {
    const limits = createLimits({ addressRequestsPerSecond: 2 })
    const taken = Array.from({ length: 61 }, () => limits.requestOfAddress('192.0.2.1', NOW))
    expect(taken.filter((wait) => wait === 0)).toHaveLength(60)
    expect(taken.at(-1)).toBe(1)
    expect(limits.requestOfAddress('192.0.2.2', NOW)).toBe(0)
    expect(limits.requestOfAddress('192.0.2.1', NOW + 500)).toBe(0)
    expect(limits.requestOfAddress('192.0.2.1', NOW + 500)).toBe(1)
    expect(limits.requestOfAddress('192.0.2.1', NOW)).toBe(1)
  })

  test('that stands for ten thousand devices passes with all their lanes at once', () => {
    const limits = createLimits()
    const waits = Array.from({ length: 30_000 }, () => limits.requestOfAddress('192.0.2.1', NOW))
    expect(waits.every((wait) => wait === 0)).toBe(true)
    expect(limits.requestOfAddress('192.0.2.1', NOW)).toBe(1)
  })

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::', 'fe80:0:0:0'],
  ])('%s counts with its network %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  test('of one /64 network shares its limit with the others of it', () => {
    const limits = createLimits({ addressRequestsPerSecond: 1 })
    for (let at = 0; at < 30; at += 1) limits.requestOfAddress(`2001:db8::${at}`, NOW)
    expect(limits.requestOfAddress('2001:db8::ffff', NOW)).toBe(1)
    expect(limits.requestOfAddress('2001:db8:0:1::1', NOW)).toBe(0)
  })

  test('is forgotten once so many others came, and the number that is kept is bounded', () => {
    const store = createBucketStore({ perSecond: 1, burstSeconds: 1 }, 10)
    store.of('first', NOW).tokens = 0
    for (let at = 0; at < 10; at += 1) store.of(`other ${at}`, NOW)
    expect(store.of('first', NOW).tokens).toBe(0)
    for (let at = 0; at < 20; at += 1) store.of(`another ${at}`, NOW)
    expect(store.of('first', NOW).tokens).toBe(1)
  })
})

describe('a key and a product', () => {
  test('a request that began is taken whole, and those after it wait for what it owes', () => {
    const limits = createLimits({ keyReportsPerSecond: 10 })
    expect(limits.requestOfKey('demo', NOW)).toBe(0)
    limits.charge('demo', 'skype-teams', 150, NOW)
    expect(limits.requestOfKey('demo', NOW)).toBe(6)
    expect(limits.requestOfKey('demo', NOW + 6000)).toBe(0)
  })

  test('a quota holds until the next day begins', () => {
    const limits = createLimits({ productReportsPerDay: 5 })
    limits.charge('demo', 'skype-teams', 5, NOW)
    expect(limits.dayOfProduct('skype-teams', NOW)).toBe(42_000)
    expect(limits.dayOfProduct('shop', NOW)).toBe(0)
    expect(limits.dayOfProduct('skype-teams', NOW + 42_000_000)).toBe(0)
  })

  test('0 is no limit', () => {
    const none = { keyRequestsPerSecond: 0, keyReportsPerSecond: 0, addressRequestsPerSecond: 0 }
    const limits = createLimits({ ...none, productReportsPerDay: 0 })
    limits.charge('demo', 'skype-teams', 1e9, NOW)
    expect(limits.requestOfKey('demo', NOW) + limits.requestOfAddress('192.0.2.1', NOW)).toBe(0)
    expect(limits.dayOfProduct('skype-teams', NOW)).toBe(0)
  })
})

describe('several processes', () => {
  test('count what the others took, and the day that was before they began', () => {
    const spent: Spent[] = []
    const options = { addressRequestsPerSecond: 1, keyReportsPerSecond: 10, productReportsPerDay: 160 }
    const one = createLimits(options, (...taken) => void spent.push(taken))
    const other = createLimits(options)
    for (let at = 0; at < 31; at += 1) one.requestOfAddress('192.0.2.1', NOW)
    one.requestOfKey('demo', NOW)
    one.charge('demo', 'skype-teams', 150, NOW)
    expect(other.requestOfAddress('192.0.2.1', NOW)).toBe(0)
    other.owe(spent, NOW)
    expect(other.requestOfAddress('192.0.2.1', NOW)).toBe(2)
    expect(other.requestOfKey('demo', NOW)).toBe(6)
    other.charge('demo', 'skype-teams', 10, NOW)
    expect(other.dayOfProduct('skype-teams', NOW)).toBe(42_000)
    const third = createLimits(options)
    third.owe(other.today(NOW), NOW)
    expect(third.dayOfProduct('skype-teams', NOW)).toBe(42_000)
  })
})

describe('a service with limits', () => {
  test('takes bodies of the size that it is told', async () => {
    const service = await startAdmissionService({ limits: { maxEnvelopeBytes: 1000 } })
    const many = Array.from({ length: 20 }, () => service.reportOf('usage', { IMSent: 1 }))
    expect((await service.send('usage', many.slice(0, 2))).status).toBe(200)
    expect(await service.send('usage', many)).toMatchObject({
      status: 413,
      body: { code: 'CANDOR_ENVELOPE_TOO_LARGE' },
    })
    await service.stop()
  })

  test('answers 429 with Retry-After, and has not received what it refused', async () => {
    const service = await startAdmissionService({ limits: { keyReportsPerSecond: 1 } })
    const reports = Array.from({ length: 11 }, () => service.reportOf('usage', { IMSent: 1 }))
    expect((await service.send('usage', reports)).body).toMatchObject({ accepted: 11 })
    expect(await service.send('usage', reports)).toMatchObject({
      status: 429,
      retryAfter: '2',
      body: { code: 'CANDOR_RATE_LIMITED' },
    })
    expect(await service.balance('usage')).toMatchObject({ received: 11, duplicate: 0, refused: {} })
    service.clock.millis += 2000
    expect((await service.send('usage', reports)).body).toMatchObject({ duplicate: 11 })
    await service.stop()
  })

  test('answers a used up quota until midnight', async () => {
    const service = await startAdmissionService({ limits: { productReportsPerDay: 1 } })
    const report = service.reportOf('census', { SignInAttempts: 1 })
    expect((await service.send('census', [report])).body).toMatchObject({ accepted: 1 })
    expect(await service.send('census', [report])).toMatchObject({
      status: 429,
      retryAfter: '42000',
      body: { code: 'CANDOR_QUOTA_EXCEEDED' },
    })
    await service.stop()
  })

  test('believes X-Forwarded-For of a trusted proxy alone', async () => {
    const limits = { addressRequestsPerSecond: 0.1 }
    const from = (address: string) => ({ 'x-forwarded-for': address })
    const open = await startAdmissionService({ limits })
    const sendFrom = (service: typeof open, address: string) => service.send('usage', [], {}, from(address))
    for (let at = 0; at < 3; at += 1) expect((await sendFrom(open, '192.0.2.1')).status).toBe(200)
    expect((await sendFrom(open, '192.0.2.2')).status).toBe(429)
    await open.stop()
    const behind = await startAdmissionService({ limits, trustedProxies: ['loopback'] })
    for (let at = 0; at < 3; at += 1) expect((await sendFrom(behind, '192.0.2.1')).status).toBe(200)
    expect((await sendFrom(behind, '192.0.2.2')).status).toBe(200)
    expect((await sendFrom(behind, '192.0.2.1')).retryAfter).toBe('10')
    await behind.stop()
  })

  test('keeps no address: not in a file, and not in an answer', async () => {
    const address = '203.0.113.197'
    const service = await startAdmissionService({
      limits: { addressRequestsPerSecond: 0.1 },
      trustedProxies: ['loopback'],
    })
    const report = service.reportOf('error', { ErrorCode: '0x1' })
    const answers = []
    for (let at = 0; at < 5; at += 1)
      answers.push(await service.send('error', [report, null], {}, { 'x-forwarded-for': address }))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429])
    await service.settle()
    const files = readdirSync(service.folder, { recursive: true, withFileTypes: true })
    const texts = files.flatMap((file) =>
      file.isFile() ? readFileSync(join(file.parentPath, file.name), 'latin1') : [],
    )
    expect(texts.length).toBeGreaterThan(5)
    expect(texts.some((text) => text.includes('skype-teams'))).toBe(true)
    expect([...texts, JSON.stringify(answers)].filter((text) => text.includes(address))).toEqual([])
    await service.stop()
  })

  test('does not start with a proxy that is no range', async () => {
    await expect(startAdmissionService({ trustedProxies: ['proxy'] })).rejects.toMatchObject({
      code: 'CANDOR_CONFIGURATION_INVALID',
    })
  })
})
