import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LOG_LEVELS } from '@candor/practices'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AdmittedReport } from '../spool/spool-entry.js'
import { openEmbeddedStore } from './embedded-store.js'
import type { Store } from './store.js'
import { makeEntry, makeReport } from './testing/entries.js'
import { everyKind } from './testing/every-kind.js'

const AT = Date.parse('2026-11-22T14:03:22.117Z')
const ZERO = '00000000-0000-0000-0000-000000000000'

let folder = ''
let store: Store
let blocks = 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-native-'))
  store = await openEmbeddedStore({ folder })
  await store.prepare([everyKind])
})

afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

/** Stores reports as one block of the error lane, and reads them back in order. */
const store1 = async (reports: readonly AdmittedReport[]) => {
  blocks += 1
  const entry = makeEntry('every-kind', 'error', reports, { pool: `block-${blocks}`, receivedMillis: AT })
  await store.insert({ lane: entry, token: `block-${blocks}`, attempt: 'new', entries: [entry] })
  const rows = await store.query('SELECT * FROM candor.every_kind_error WHERE origin_pool = {pool:String}', {
    pool: `block-${blocks}`,
  })
  const byId = new Map(rows.map((row) => [row['report_id'], row]))
  return reports.map(({ id }) => byId.get(id) ?? {})
}

const EMPTY = {
  Tally: 0,
  Spent: 0,
  Uses: {},
  Waits: {},
  Mode: '',
  Model: '',
  Who: ZERO,
  Words: '',
  Fault_type: '',
  Fault_message: '',
  Fault_stack: '',
  Lines: [],
  Figures: {},
  Traits: {},
  Address: '',
  decision_control: '',
  origin_org: '',
}

test('a block in which nothing is given holds the zero of every type', async () => {
  const [first, second] = await store1([makeReport(AT, {}), makeReport(AT, {})])
  expect(first).toMatchObject(EMPTY)
  expect(second).toMatchObject(EMPTY)
})

test('times have the lane’s precision', async () => {
  const hour = Date.parse('2026-11-22T23:00:00Z')
  const usage = makeEntry('every-kind', 'usage', [makeReport(hour, {}, { toMillis: hour + 3_600_000 })])
  await store.insert({ lane: usage, token: 'usage', attempt: 'new', entries: [usage] })
  const census = makeEntry('every-kind', 'census', [makeReport(Date.parse('2026-11-22T00:00:00Z'), {})])
  await store.insert({ lane: census, token: 'census', attempt: 'new', entries: [census] })
  const times = 'covered_day, covers_from, covers_to, received_at'
  expect(await store.query(`SELECT ${times} FROM candor.every_kind_usage`)).toEqual([
    {
      covered_day: '2026-11-22',
      covers_from: '2026-11-22 23:00:00',
      covers_to: '2026-11-23 00:00:00',
      received_at: '2026-11-23 00:00:00',
    },
  ])
  expect(await store.query(`SELECT ${times} FROM candor.every_kind_census`)).toEqual([
    {
      covered_day: '2026-11-22',
      covers_from: '2026-11-22',
      covers_to: '2026-11-22',
      received_at: '2026-11-22',
    },
  ])
  const [error] = await store1([makeReport(AT, {})])
  expect(error).toMatchObject({ covered_day: '2026-11-22', covers_to: '2026-11-22 14:03:22.117' })
})

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\n\n',
    'a\n\nb\n\n\n',
    '\0',
    '\\N',
    "'; DROP TABLE x",
    '\u{1F9D1}\u200D\u{1F680}',
    '\t\r\n\u2028',
  ),
)
const lines = fc.array(
  fc.record({ beforeMillis: fc.maxSafeInteger(), level: fc.constantFrom(...LOG_LEVELS), message: text }),
  { maxLength: 4 },
)
const data = fc.record(
  {
    Tally: fc.integer({ min: 0, max: 4_294_967_295 }),
    Spent: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    Uses: fc.dictionary(text, fc.integer({ min: 0, max: 4_294_967_295 }), { maxKeys: 4 }),
    Waits: fc.dictionary(fc.constantFrom('0', '100', '1000'), fc.integer({ min: 0, max: 4_294_967_295 })),
    Model: text,
    Who: fc.uuid(),
    Words: text,
    Fault: fc.record({ type: text, message: text, stack: text }),
    Lines: lines,
    Figures: fc.dictionary(text, fc.double({ noNaN: true, noDefaultInfinity: true }), { maxKeys: 3 }),
    Traits: fc.dictionary(text, text, { maxKeys: 3 }),
  },
  { requiredKeys: [] },
)

/** Lone surrogates have no UTF-8 form; everything else comes back as it was. */
const wellFormed = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value).replaceAll(/\\ud[89a-f]../gi, '\uFFFD')) as T

test('values of every type come back as they were, Unicode and blank lines included', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(data, { minLength: 1, maxLength: 30 }), async (given) => {
      const rows = await store1(given.map((values) => makeReport(AT, values)))
      rows.forEach((row, at) => {
        const { Fault, Lines, ...plain } = wellFormed(given[at] ?? {})
        expect(row).toMatchObject({
          ...plain,
          Fault_type: Fault?.type ?? '',
          Fault_message: Fault?.message ?? '',
          Fault_stack: Fault?.stack ?? '',
        })
        expect(row['Lines']).toEqual(
          (Lines ?? []).map(({ beforeMillis, level, message }) => ({
            before_millis: beforeMillis,
            level,
            message,
          })),
        )
      })
    }),
    { numRuns: 60 },
  )
})

test('a dictionary of any size is read back', async () => {
  const wordsOf = (at: number) =>
    Object.fromEntries(Array.from({ length: 40 }, (_, word) => [`${at} ${word}`, at]))
  const reports = Array.from({ length: 2048 }, (_, at) =>
    makeReport(AT, { Model: `Model ${at}`, Tally: at, Uses: wordsOf(at) }),
  )
  const entry = makeEntry('every-kind', 'census', reports, { os: 'many' })
  await store.insert({ lane: entry, token: 'many', attempt: 'new', entries: [entry] })
  const sql = `SELECT uniqExact(Model) AS models, uniqExactArray(mapKeys(Uses)) AS words,
    countIf(Model = concat('Model ', toString(Tally)) AND Uses[concat(toString(Tally), ' 39')] = Tally) AS intact
    FROM candor.every_kind_census WHERE client_os = 'many'`
  expect(await store.query(sql)).toEqual([{ models: 2048, words: 81_920, intact: 2048 }])
})

test('ids keep their bytes', async () => {
  const who = randomUUID().toUpperCase()
  const report = makeReport(AT, { Who: who })
  const [row] = await store1([report])
  expect(row).toMatchObject({ report_id: report.id, Who: who.toLowerCase() })
})
