import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReportId } from '@candor/practices'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSpool } from './create-spool.js'
import { entriesOf } from './report-columns.js'
import type { AdmittedReport, SpoolEntry } from './spool-entry.js'
import type { Spool } from './spool.js'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-22T00:00:00Z')
const CENSUS = { product: 'acme', category: 'census' } as const
const USAGE = { product: 'acme', category: 'usage' } as const

let folder = ''
let spool: Spool

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'candor-spool-')), 'spool')
  spool = createSpool({ folder })
})

afterEach(async () => {
  await spool.close()
  rmSync(folder, { recursive: true })
})

const reopen = async (rememberDays?: number): Promise<void> => {
  await spool.close()
  spool = createSpool({ folder, ...(rememberDays !== undefined && { rememberDays }) })
}

const idOf = (number: number): ReportId =>
  `${number.toString(16).padStart(8, '0')}-0000-4000-8000-00000000beef` as ReportId

const report = (number: number): AdmittedReport => ({
  id: idOf(number),
  fromMillis: NOW,
  toMillis: NOW,
  data: { AppName: 'Große App', SignInAttempts: number, Words: { a: 1, 'b c': 2 } },
})

const entry = (numbers: readonly number[], more: Partial<SpoolEntry> = {}): SpoolEntry => ({
  ...CENSUS,
  practicesVersion: 1,
  client: 'desktop',
  os: 'Windows',
  receivedMillis: NOW,
  reports: numbers.map(report),
  ...more,
})

const range = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => from + at)

const append = (numbers: readonly number[], more: Partial<SpoolEntry> = {}) =>
  spool.append(entry(numbers, more), { received: numbers.length, refused: {} })

const waitingReports = async (maxRows = 1000) => {
  const cut = await spool.cut(CENSUS, maxRows)
  if (cut === undefined) return []
  return [...spool.read(cut)].flatMap((record) =>
    record.kind === 'record' ? entriesOf(record.columns).flatMap(({ reports }) => reports) : [],
  )
}

describe('appending', () => {
  test('answers one outcome per report, in order', async () => {
    expect(await append([1, 2])).toEqual(['admitted', 'admitted'])
    expect(await append([3, 1, 3, 4])).toEqual(['admitted', 'duplicate', 'duplicate', 'admitted'])
    expect((await waitingReports()).map(({ id }) => id)).toEqual([1, 2, 3, 4].map(idOf))
  })

  test('keeps what it was given', async () => {
    const decision = { control: 'C', source: 'user', detail: 'safe' }
    const given = entry([], {
      ...USAGE,
      org: 'contoso.com',
      pool: 'p1',
      reports: [{ ...report(1), decision }],
    })
    await spool.append(given, { received: 1, refused: {} })
    await reopen()
    const cut = await spool.cut(USAGE, 10)
    const [record] = cut === undefined ? [] : spool.read(cut)
    expect(record).toMatchObject({ kind: 'record', place: 1, rows: 1 })
    expect(record?.kind === 'record' && entriesOf(record.columns)).toEqual([given])
  })

  test('knows an id again after it was opened again, whether or not its report has left', async () => {
    await append([1, 2])
    const cut = await spool.cut(CENSUS, 10)
    if (cut) await spool.release(cut, [])
    await reopen()
    expect(await append([2, 3])).toEqual(['duplicate', 'admitted'])
  })

  test('a report id of one lane says nothing in another', async () => {
    await append([1])
    expect(await append([1], USAGE)).toEqual(['admitted'])
    expect(await append([1], { product: 'other' })).toEqual(['admitted'])
  })

  test('requests that come together all get their own outcomes', async () => {
    const outcomes = await Promise.all(range(0, 200).map(async (number) => append([number, number + 1])))
    expect(outcomes.flat().filter((outcome) => outcome === 'admitted')).toHaveLength(201)
    expect(spool.conservation().census).toMatchObject({ received: 400, duplicate: 199, pending: 201 })
  })

  test('remembers ids beyond what is held in memory', async () => {
    const count = 70_000
    for (let from = 0; from < count; from += 2000) await append(range(from, 2000))
    await reopen()
    for (const from of [0, 34_000, 69_000]) {
      expect(new Set(await append(range(from, 1000)))).toEqual(new Set(['duplicate']))
    }
    expect(await append([count])).toEqual(['admitted'])
    expect(spool.conservation().census).toMatchObject({ duplicate: 3000, pending: count + 1 })
  })

  test('its folder is its owner’s alone', () => {
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })
})

describe('conservation', () => {
  test('a request in which everything was refused only counts', async () => {
    await spool.append(entry([]), {
      received: 3,
      refused: { CANDOR_VALUE_REFUSED: 2, CANDOR_REPORT_TOO_OLD: 1 },
    })
    expect(spool.conservation().census).toEqual({
      received: 3,
      stored: 0,
      refused: { CANDOR_VALUE_REFUSED: 2, CANDOR_REPORT_TOO_OLD: 1 },
      duplicate: 0,
      pending: 0,
    })
    expect(spool.waiting()).toEqual([])
  })

  test('a tally that does not add up is not taken', async () => {
    await expect(spool.append(entry([1]), { received: 3, refused: { X: 1 } })).rejects.toMatchObject({
      code: 'CANDOR_INTERNAL',
    })
    expect(spool.conservation().census.received).toBe(0)
  })

  test('is told per product, and for all together', async () => {
    await append([1])
    await append([1, 2], { product: 'other' })
    expect(spool.conservation('acme').census.received).toBe(1)
    expect(spool.conservation().census.received).toBe(3)
    expect(spool.conservation('none').census.received).toBe(0)
  })
})

describe('cuts', () => {
  test('a cut holds at most so many reports, and at least one record', async () => {
    await append(range(0, 300))
    await append(range(300, 300))
    expect(await spool.cut(CENSUS, 400)).toMatchObject({ firstPlace: 1, lastPlace: 300, rows: 300 })
    await reopen()
    await append(range(600, 5), USAGE)
    expect(await spool.cut(USAGE, 1)).toMatchObject({ rows: 5 })
  })

  test('a cut stays as it was until it is released, also when more comes and after a restart', async () => {
    await append([1, 2])
    const cut = await spool.cut(CENSUS, 1000)
    await append([3])
    await reopen()
    expect(await spool.cut(CENSUS, 1)).toEqual({ ...cut, origin: 'found' })
    expect(cut?.origin).toBe('new')
  })

  test('released reports leave, and the next cut has another token', async () => {
    await append([1, 2])
    const first = await spool.cut(CENSUS, 1000)
    if (first) await spool.release(first, [])
    expect(spool.conservation().census).toMatchObject({ stored: 2, pending: 0 })
    expect(await spool.cut(CENSUS, 1000)).toBeUndefined()
    await append([3])
    const second = await spool.cut(CENSUS, 1000)
    expect(second).toMatchObject({ firstPlace: 3, lastPlace: 3 })
    expect(second?.token).not.toBe(first?.token)
  })

  test('a poisoned record is kept aside and its reports count as refused', async () => {
    await append(range(0, 300))
    await append(range(300, 10))
    const cut = await spool.cut(CENSUS, 1000)
    if (cut)
      await spool.release(cut, [{ kind: 'poisoned', place: 310, rows: 10, code: 'CANDOR_VALUE_REFUSED' }])
    expect(spool.conservation().census).toMatchObject({
      received: 310,
      stored: 300,
      refused: { CANDOR_VALUE_REFUSED: 10 },
      pending: 0,
    })
  })

  test('only the open cut can be released or shortened', async () => {
    await append(range(0, 300))
    await append(range(300, 300))
    const cut = await spool.cut(CENSUS, 1000)
    if (cut === undefined) throw new Error('no cut')
    const shorter = await spool.shorten(cut, 300)
    expect(shorter).toMatchObject({ rows: 300, origin: 'found' })
    await expect(spool.release(cut, [])).rejects.toMatchObject({ code: 'CANDOR_INTERNAL' })
    await spool.release(shorter, [])
    expect(spool.conservation().census).toMatchObject({ stored: 300, pending: 300 })
  })
})

describe('forgetting', () => {
  test('an id is known for as long as asked, and then no longer', async () => {
    await reopen(2)
    await append([1])
    expect(await spool.forget(NOW + 2 * DAY)).toBe(0)
    expect(await append([1], { receivedMillis: NOW + 2 * DAY })).toEqual(['duplicate'])
    expect(await spool.forget(NOW + 3 * DAY)).toBe(1)
    expect(await append([1], { receivedMillis: NOW + 3 * DAY })).toEqual(['admitted'])
  })

  test('goes in small steps until nothing is old', async () => {
    await reopen(2)
    for (let from = 0; from < 80_000; from += 2000) await append(range(from, 2000))
    let forgotten = 0
    let steps = 0
    for (let step = -1; step !== 0; steps += 1) {
      step = await spool.forget(NOW + 40 * DAY)
      forgotten += step
    }
    expect(steps).toBeGreaterThan(3)
    // Ids that are in the log and in their bucket are counted in both.
    expect(forgotten).toBeGreaterThanOrEqual(80_000)
    expect(new Set(await append(range(0, 500)))).toEqual(new Set(['admitted']))
  })
})
