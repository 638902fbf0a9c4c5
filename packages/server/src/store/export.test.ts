import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbeddedStore } from './embedded-store.js'
import type { ExportFormat, Store } from './store.js'
import { makeEntry, makeReport } from './testing/entries.js'
import { everyKind } from './testing/every-kind.js'

const AT = Date.parse('2026-11-22T00:00:00Z')
const LANE = { product: 'every-kind', category: 'census' } as const
const DEVICE = randomUUID().toUpperCase()

let folder = ''
let store: Store

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-export-'))
  store = await openEmbeddedStore({ folder })
  await store.prepare([everyKind])
  const reports = [
    makeReport(AT, { Model: 'a, "b"', Device: DEVICE, Tally: 3, Uses: { x: 1 }, Waits: { '100': 2 } }),
    makeReport(AT, { Model: 'plain' }),
  ]
  const entry = makeEntry('every-kind', 'census', reports)
  // The same reports in two blocks of different names: as after a failure that nothing else caught.
  await store.insert({ lane: LANE, token: 'one', attempt: 'new', entries: [entry] })
  await store.insert({ lane: LANE, token: 'two', attempt: 'new', entries: [entry] })
})

afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const exported = async (format: ExportFormat): Promise<Buffer> => {
  const stream = new PassThrough()
  const [bytes] = await Promise.all([buffer(stream), store.export(LANE, format, stream)])
  return bytes
}

test('JSON lines hold each report once, ids as the practices show them', async () => {
  const text = (await exported('jsonl')).toString()
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .toSorted((a, b) => String(a['Model']).localeCompare(String(b['Model'])))
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({
    Model: 'a, "b"',
    Device: DEVICE,
    Tally: 3,
    Uses: { x: 1 },
    Waits: { '100': 2 },
    covered_day: '2026-11-22',
  })
  expect(rows[1]).toMatchObject({ Model: 'plain', Device: null, Person: null })
})

test('CSV has a header and each report once', async () => {
  const lines = (await exported('csv')).toString().trimEnd().split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain('"report_id","covered_day"')
  expect(lines.join('\n')).toContain('"a, ""b"""')
})

test('Parquet can be read back', async () => {
  const path = join(folder, 'export.parquet')
  writeFileSync(path, await exported('parquet'))
  const sql = `SELECT count() AS reports, sum(Tally) AS tally FROM file('${path}', 'Parquet')`
  expect(await store.query(sql)).toEqual([{ reports: 2, tally: 3 }])
})
