import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeEntry, makeReport } from '../store/testing/entries.js'
import { checkSpoolPages } from './check-pages.js'
import { createSpool } from './create-spool.js'
import { entriesOf } from './report-columns.js'

const PAGE_BYTES = 4096
const LANE = { product: 'acme', category: 'census' } as const

let folder = ''
const whole = (): string => join(folder, 'whole')
const copy = (): string => join(folder, 'copy')
const data = (): string => join(copy(), 'data.mdb')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-damage-'))
  const spool = createSpool({ folder: whole() })
  for (let request = 0; request < 40; request += 1) {
    const reports = Array.from({ length: 100 }, () => makeReport(0, { AppName: `App ${request}` }))
    await spool.append(makeEntry('acme', 'census', reports), { received: 100, refused: {} })
  }
  await spool.close()
})

afterAll(() => rmSync(folder, { recursive: true }))

beforeEach(() => {
  rmSync(copy(), { recursive: true, force: true })
  cpSync(whole(), copy(), { recursive: true })
})

const overwrite = (at: number, bytes: Buffer): void => {
  const file = openSync(data(), 'r+')
  writeSync(file, bytes, 0, bytes.length, at)
  closeSync(file)
}

/** Opens the copy as the service does; answers what of its reports can be read, and what is set aside. */
const readCopy = async () => {
  checkSpoolPages(copy())
  const spool = createSpool({ folder: copy() })
  try {
    const cut = await spool.cut(LANE, 1_000_000)
    const records = cut ? [...spool.read(cut)] : []
    const names = records.flatMap((record) =>
      record.kind === 'record'
        ? entriesOf(record.columns).flatMap(({ reports }) => reports.map((report) => report.data['AppName']))
        : [],
    )
    return { names, poisoned: records.filter(({ kind }) => kind === 'poisoned') }
  } finally {
    await spool.close()
  }
}

const codeOf = (error: unknown): unknown => (error as { readonly code?: unknown }).code

test('a whole spool passes', async () => {
  expect((await readCopy()).names).toHaveLength(4000)
})

test('of a spool that was cut off all is there, or it is refused', async () => {
  const size = statSync(join(whole(), 'data.mdb')).size
  const outcomes = new Set<unknown>()
  for (let end = size - PAGE_BYTES; end >= PAGE_BYTES; end -= 7 * PAGE_BYTES) {
    truncateSync(data(), end)
    const outcome = await readCopy().then(({ names }) => names.length, codeOf)
    outcomes.add(outcome)
  }
  expect(outcomes.has('CANDOR_SPOOL_DAMAGED')).toBe(true)
  outcomes.delete('CANDOR_SPOOL_DAMAGED')
  outcomes.delete(4000)
  expect([...outcomes]).toEqual([])
})

test('a page of noise is never served: it is refused, or what was on it is set aside', async () => {
  const pages = statSync(data()).size / PAGE_BYTES
  const noise = Buffer.alloc(PAGE_BYTES, 0xa7)
  for (let page = 0; page < pages; page += page < 16 ? 1 : 5) {
    cpSync(whole(), copy(), { recursive: true, force: true })
    overwrite(page * PAGE_BYTES, noise)
    const outcome = await readCopy().catch(codeOf)
    if (outcome === 'CANDOR_SPOOL_DAMAGED') continue
    const { names, poisoned } = outcome as Awaited<ReturnType<typeof readCopy>>
    const lost = poisoned.reduce((sum, { rows }) => sum + rows, 0)
    expect(names.length + lost).toBe(4000)
    expect(names.every((name) => /^App \d+$/.test(String(name)))).toBe(true)
  }
})

test('a single bit that fell over in a report is noticed', async () => {
  const at = readFileSync(data()).lastIndexOf('"App 7"')
  overwrite(at + 5, Buffer.from('9'))
  const { names, poisoned } = await readCopy()
  expect(poisoned).toMatchObject([{ rows: 100, code: 'CANDOR_SPOOL_DAMAGED' }])
  expect(names).toHaveLength(3900)
})
