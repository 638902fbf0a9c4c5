import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeEntry, makeReport } from '../store/testing/entries.js'
import { createSpool } from './create-spool.js'
import type { DiskRoom } from '../admission/disk.js'
import type { Spool } from './spool.js'

const GIGABYTE = 1e9
const LANE = { product: 'acme', category: 'usage' } as const

let folder = ''
let spool: Spool
let room: DiskRoom
let steadyMillis = 0

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-full-'))
  room = { freeBytes: GIGABYTE, totalBytes: 100 * GIGABYTE }
  spool = createSpool({ folder, readRoom: () => room, now: () => 77, steadyNow: () => steadyMillis })
})

afterEach(async () => {
  await spool.close()
  rmSync(folder, { recursive: true })
})

const append = async (): Promise<unknown> =>
  spool.append(makeEntry('acme', 'usage', [makeReport(0, { IMSent: 1 })]), { received: 1, refused: {} })

const fillDisk = (): void => {
  room = { ...room, freeBytes: 60_000_000 }
  // While plenty is free, a look at the disk counts for so long.
  steadyMillis += 50
}

test('without room nothing more is taken in and the health says so; with room it goes on at once', async () => {
  await append()
  fillDisk()
  await expect(append()).rejects.toMatchObject({ code: 'CANDOR_SPOOL_FULL' })
  expect(spool.health()).toEqual({ kind: 'failing', since: 77, code: 'CANDOR_SPOOL_FULL' })
  expect(spool.conservation().usage).toMatchObject({ received: 1, pending: 1 })
  room = { ...room, freeBytes: GIGABYTE }
  expect(spool.health()).toEqual({ kind: 'well' })
  await append()
  expect(spool.conservation().usage).toMatchObject({ received: 2, pending: 2 })
})

test('what waits can leave although the disk is full', async () => {
  await append()
  fillDisk()
  const cut = await spool.cut(LANE, 10)
  if (cut) await spool.release(cut, [])
  expect(spool.conservation().usage).toMatchObject({ stored: 1, pending: 0 })
})
