import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEmbeddedStore } from './embedded-store.js'
import type { Store } from './store.js'
import { makeEntry, makeReport } from './testing/entries.js'
import { everyKind } from './testing/every-kind.js'

const AT = Date.parse('2026-11-22T00:00:00Z')
const LANE = { product: 'every-kind', category: 'census' } as const

let folder = ''
let store: Store

const open = async (): Promise<void> => {
  store = await openEmbeddedStore({ folder })
  await store.prepare([everyKind])
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-suspicions-'))
  await open()
})

afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const insert = async (token: string, attempt: 'new' | 'repeated') => {
  const entry = makeEntry('every-kind', 'census', [makeReport(AT, { Tally: 1 })])
  await store.insert({ lane: LANE, token, attempt, entries: [entry] })
}

const mayHoldTwice = (): boolean => store.source(LANE).once.endsWith('FINAL')

test('reads merge as they go only where a block was stored again, also after a restart', async () => {
  await insert('a', 'new')
  expect(mayHoldTwice()).toBe(false)
  await insert('a', 'repeated')
  expect(mayHoldTwice()).toBe(true)
  expect(store.source({ ...LANE, category: 'usage' }).once).not.toContain('FINAL')
  await store.close()
  await open()
  expect(mayHoldTwice()).toBe(true)
})

test('once each month is one part, a restart drops the suspicion', async () => {
  await insert('a', 'repeated')
  await store.close()
  await open()
  expect(mayHoldTwice()).toBe(false)
})
