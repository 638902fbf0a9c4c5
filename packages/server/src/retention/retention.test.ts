import { execFile } from 'node:child_process'
import type { PracticesDescription } from '@candor/practices/document'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startMovedService } from '../testing/moved-service.js'

const DAY = 86_400_000
const SECOND = 1000

let service: Awaited<ReturnType<typeof startMovedService>>
beforeEach(async () => {
  service = await startMovedService(skypeTeams)
})
afterEach(async () => service.close())

// Random, so that compression leaves it as it is: the test could not see it otherwise.
const SIP = 'sip:qzx7vkj3w9hh5tbnp2mfd8rcly6g@xw4kq9.example'

const LANES = ['census', 'usage', 'error'] as const
const DATA = { census: { SignInAttempts: 2 }, usage: { IMSent: 3 }, error: { ErrorCode: '0x1', SIPURI: SIP } }

/** Not at one go: a process that waits for others keeps no connection alive. */
const isInFiles = async (text: string): Promise<boolean> =>
  new Promise((resolve) => {
    // Files may go while they are looked at; what was found is what counts.
    execFile('grep', ['-rlaF', text, service.folder], (_error, stdout) => resolve(stdout !== ''))
  })

const publishedDays = async (): Promise<ReadonlyMap<string, number>> => {
  const { categories } = (await service.get('/practices.json')) as PracticesDescription
  return new Map(
    categories.flatMap(({ category, retentionDays, dataTypes }) => [
      [category, retentionDays] as const,
      ...dataTypes.map((type) => [type.id, type.retentionDays] as const),
    ]),
  )
}

test('reports and values are kept as many days as the practices page says, to the hour, and no longer', async () => {
  const days = await publishedDays()
  for (const lane of LANES) await service.send(lane, DATA[lane])
  const sentMillis = service.clock.millis
  expect((await service.rows('error'))[0]).toMatchObject({ SIPURI: SIP })
  expect(await isInFiles(SIP)).toBe(true)

  service.clock.millis = sentMillis + (days.get('error.SIPURI') ?? 0) * DAY - SECOND
  await service.expire()
  expect((await service.rows('error'))[0]).toMatchObject({ SIPURI: SIP })
  service.clock.millis += SECOND
  await service.expire()
  expect((await service.rows('error'))[0]).toMatchObject({ SIPURI: '', ErrorCode: '0x1' })
  expect(await isInFiles(SIP)).toBe(false)

  // A day in census ends at midnight, and an hour in usage began at most an hour before the report.
  const endOf = {
    census: Math.ceil(sentMillis / DAY) * DAY,
    usage: Math.floor(sentMillis / (3600 * SECOND)) * 3600 * SECOND,
    error: sentMillis,
  }
  for (const lane of ['error', 'usage', 'census'] as const) {
    service.clock.millis = endOf[lane] + (days.get(lane) ?? 0) * DAY - SECOND
    await service.expire()
    expect(await service.rows(lane)).toHaveLength(1)
    service.clock.millis += SECOND
    await service.expire()
    expect(await service.rows(lane)).toHaveLength(0)
  }
  const balances = (await service.get('/api/conservation')) as Record<string, object>
  for (const lane of LANES)
    expect(balances[lane]).toMatchObject({ stored: 1, expired: 1, erased: 0, pending: 0 })
}, 60_000)

test('what comes late is taken without what is over already', async () => {
  const late = { atMillis: service.clock.millis - 31 * DAY }
  expect(await service.send('error', DATA.error, late)).toMatchObject({ accepted: 1 })
  expect(await service.rows('error')).toMatchObject([{ SIPURI: '', ErrorCode: '0x1' }])
  expect(await service.send('error', { SIPURI: SIP }, late)).toMatchObject({
    accepted: 0,
    refused: [{ code: 'CANDOR_REPORT_TOO_OLD' }],
  })
  expect(await isInFiles(SIP)).toBe(false)
})

const keepingErrors = (version: number, retentionDays: number) => ({
  ...skypeTeams,
  version,
  categories: { ...skypeTeams.categories, error: { ...skypeTeams.categories.error, retentionDays } },
})

test('a newer version that keeps less counts for old rows, and one that keeps more brings nothing back', async () => {
  const atMillis = service.clock.millis - 20 * DAY
  await service.send('error', { ErrorCode: 'old' }, { atMillis })
  await service.send('error', { ErrorCode: 'new' })
  await service.restart(keepingErrors(2, 10))
  await service.expire()
  expect((await service.rows('error')).map((row) => row['ErrorCode'])).toEqual(['new'])
  await service.restart(keepingErrors(3, 80))
  service.clock.millis += 11 * DAY
  expect(await service.expire()).toMatchObject({
    state: 'resting',
    removed: expect.arrayContaining([
      { product: 'skype-teams', category: 'error', reports: 2 },
      { product: 'skype-teams', category: 'error', dataType: 'SIPURI', reports: 0 },
    ]) as unknown,
  })
  const late = { atMillis: service.clock.millis - 20 * DAY, version: 1 }
  expect(await service.send('error', { ErrorCode: 'x' }, late)).toMatchObject({
    refused: [{ code: 'CANDOR_REPORT_TOO_OLD' }],
  })
  expect(await service.send('error', { ErrorCode: 'x' }, { ...late, version: 3 })).toMatchObject({
    accepted: 1,
  })
}, 30_000)

test('a clock that leapt ahead deletes nothing until somebody confirms it', async () => {
  await service.send('usage', DATA.usage)
  await service.expire()
  service.clock.millis += 400 * DAY
  await service.restart()
  expect(await service.rows('usage')).toHaveLength(1)
  const faults = async () => ((await service.get('/readyz')) as { readonly faults?: unknown }).faults
  expect(await faults()).toMatchObject([{ part: 'clock', code: 'CANDOR_CLOCK_WENT_AHEAD' }])
  await service.expire()
  expect(await service.rows('usage')).toHaveLength(0)
  // What was answered counts for a second.
  service.clock.millis += 2 * SECOND
  await expect.poll(faults, { timeout: 10_000 }).toBeUndefined()
}, 30_000)

test('a clock that leapt ahead refuses no report that the time before it would take, and is told to no device', async () => {
  await service.send('usage', DATA.usage)
  await service.expire()
  const before = service.clock.millis
  service.clock.millis += 400 * DAY
  await service.restart()
  const isTold = async () => (await fetch(`${service.url()}/practices.json`)).headers.has('date')
  const sendAt = (atMillis: number) => service.send('usage', DATA.usage, { atMillis })
  const refused = (code: string) => ({ accepted: 0, refused: [{ code }] })

  expect(await isTold()).toBe(false)
  expect(await sendAt(before)).toMatchObject({ accepted: 1 })
  expect(await sendAt(before + 400 * DAY)).toMatchObject({ accepted: 1 })
  expect(await sendAt(before + 200 * DAY)).toMatchObject(refused('CANDOR_REPORT_IN_FUTURE'))
  expect(await service.rows('usage')).toHaveLength(3)

  await service.expire()
  expect(await isTold()).toBe(true)
  expect(await sendAt(before)).toMatchObject(refused('CANDOR_REPORT_TOO_OLD'))
  expect(await sendAt(before + 400 * DAY)).toMatchObject({ accepted: 1 })
}, 30_000)

test('months that are wholly over are dropped, what is not stays, and the oldest day is told', async () => {
  const back = [44, 30, 1]
  for (const days of back)
    await service.send('census', DATA.census, { atMillis: service.clock.millis - days * DAY })
  await service.rows('census')
  service.clock.millis += 370 * DAY
  const figures = await service.expire()
  expect(await service.rows('census')).toHaveLength(1)
  expect(figures['oldest']).toEqual([{ product: 'skype-teams', category: 'census', day: '2026-11-21' }])
}, 30_000)

test('an id that is over before it comes is gone from the texts that are still kept, too', async () => {
  const { error } = skypeTeams.dataTypes
  const UserID = { ...error.UserID, retentionDays: 1 }
  const dataTypes = { ...skypeTeams.dataTypes, error: { ...error, UserID } }
  await service.restart({ ...skypeTeams, version: 2, dataTypes })
  const data = { UserID: 'amosmarble', ErrorCode: 'no mailbox of amosmarble' }
  const atMillis = service.clock.millis - 2 * DAY
  expect(await service.send('error', data, { atMillis, version: 2 })).toMatchObject({ accepted: 1 })
  const [row] = await service.rows('error')
  expect(row?.['ErrorCode']).toMatch(/^no mailbox of [\dA-F-]{36}$/)
  expect(row?.['UserID']).toBeNull()
})
