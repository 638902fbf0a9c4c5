import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReportId } from '@candor/practices'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkSpoolPages } from './check-pages.js'
import { createSpool } from './create-spool.js'
import type { Spool } from './spool.js'

const LANE = { product: 'acme', category: 'error' } as const
const MARK = 'sip:marked@contoso.com'

let folder = ''
let spool: Spool

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'candor-scrub-')), 'spool')
  spool = createSpool({ folder })
})

afterEach(async () => {
  await spool.close()
  rmSync(folder, { recursive: true })
})

const file = () => join(folder, 'data.mdb')

const marks = (): number => readFileSync(file()).toString('latin1').split(MARK).length - 1

let sent = 0

const append = async (letters: number, mark = MARK): Promise<void> => {
  sent += 1
  const id = `${sent.toString(16).padStart(8, '0')}-0000-4000-8000-00000000beef` as ReportId
  const data = { SIPURI: mark, ErrorLog: 'x'.repeat(letters) }
  const reports = [{ id, fromMillis: 0, toMillis: 0, data }]
  const entry = { ...LANE, practicesVersion: 1, client: 'desktop', os: 'Windows', receivedMillis: 0, reports }
  await spool.append(entry, { received: 1, refused: {} })
}

const releaseAll = async (): Promise<void> => {
  for (;;) {
    const cut = await spool.cut(LANE, 7)
    if (cut === undefined) return
    await spool.release(cut, [])
  }
}

test('nothing of what was moved on is left in the files, whatever its size', async () => {
  for (let letters = 0; letters < 12_000; letters += 97) await append(letters)
  await releaseAll()
  expect(marks()).toBeGreaterThan(10)
  await spool.scrub()
  expect(marks()).toBe(0)
  await spool.close()
  checkSpoolPages(folder)
  spool = createSpool({ folder })
  expect(spool.conservation().error).toMatchObject({ received: sent, stored: sent, pending: 0 })
})

test('what waits stays, reports go on coming, and the file does not grow for it', async () => {
  for (let letters = 0; letters < 12_000; letters += 97) await append(letters)
  await releaseAll()
  await append(100, 'kept')
  const bytes = statSync(file()).size
  const scrubbing = spool.scrub()
  for (let letters = 0; letters < 3000; letters += 300) await append(letters, 'kept')
  await scrubbing
  for (let times = 0; times < 10; times += 1) await spool.scrub()
  expect(marks()).toBe(0)
  expect(statSync(file()).size).toBeLessThan(bytes * 2)
  const cut = await spool.cut(LANE, 1000)
  expect(cut?.rows).toBe(11)
  const records = cut === undefined ? [] : [...spool.read(cut)]
  expect(records.every(({ kind }) => kind === 'record')).toBe(true)
})
