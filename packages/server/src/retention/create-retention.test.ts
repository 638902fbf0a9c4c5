import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openControlPlane, type ControlPlane } from '../control-plane/open-control-plane.js'
import type { SpoolEntry } from '../spool/spool-entry.js'
import { makeEntry, makeReport } from '../store/testing/entries.js'
import { createTakeTurn } from '../turns.js'
import { createRetention } from './create-retention.js'
import { createExpiringStore } from './expiring-store.js'
import { openRetentionLedger } from './retention-ledger.js'
import { retentionOf } from './retention-rules.js'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-22T12:00:00Z')

let folder = ''
let controlPlane: ControlPlane
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-retention-'))
  controlPlane = await openControlPlane(join(folder, 'control-plane.db'))
})
afterEach(async () => {
  await controlPlane.destroy()
  rmSync(folder, { recursive: true })
})

test('a removal that fails or is interrupted is done again, and counts once', async () => {
  let usage = 5
  let faults = 1
  const store = {
    countOverdue: async ({ category }: { readonly category: string }) => (category === 'usage' ? usage : 0),
    removeOverdue: async () => {
      if (faults > 0) {
        faults -= 1
        throw new Error('the disk is gone')
      }
      usage = 0
    },
    oldestDay: () => Promise.resolve(undefined),
  }
  const make = () =>
    createRetention({
      store,
      spool: { scrub: async () => undefined },
      ledger: openRetentionLedger(controlPlane),
      products: () => ['skype-teams'],
      retentionOf: () => retentionOf([skypeTeams]),
      now: () => NOW,
      takeTurn: createTakeTurn(),
      onFailure: () => {},
    })
  const first = make()
  await expect(first.run()).rejects.toThrow('the disk is gone')
  expect(await first.figures()).toMatchObject({ state: 'failing', failure: 'CANDOR_INTERNAL' })
  const second = make()
  await second.run()
  expect(await second.figures()).toMatchObject({ state: 'resting', lastRunMillis: NOW })
  expect(await second.expired()).toEqual({ census: 0, usage: 5, error: 0 })
  expect(await second.expired('another')).toEqual({ census: 0, usage: 0, error: 0 })
})

test('what waited too long loses its values on the way to the store, and wakes retention where it is over as a whole', async () => {
  const stored: SpoolEntry[] = []
  let woken = 0
  const store = createExpiringStore({
    store: { insert: async ({ entries }) => void stored.push(...entries) },
    retentionOf: () => retentionOf([skypeTeams]),
    now: () => NOW,
    onOver: () => (woken += 1),
  })
  const insert = async (days: number) => {
    const report = makeReport(NOW - days * DAY, { IPAddress: '203.0.113.9', ErrorCode: '1' })
    const entry = makeEntry('skype-teams', 'error', [report])
    await store.insert({ lane: entry, token: 't', attempt: 'new', entries: [entry] })
    return { woken, data: stored.at(-1)?.reports[0]?.data }
  }
  expect(await insert(29)).toEqual({ woken: 0, data: { IPAddress: '203.0.113.9', ErrorCode: '1' } })
  expect(await insert(30)).toEqual({ woken: 0, data: { ErrorCode: '1' } })
  expect(await insert(90)).toEqual({ woken: 1, data: { ErrorCode: '1' } })
})
