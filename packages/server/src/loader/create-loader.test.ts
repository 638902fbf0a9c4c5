import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CandorError, type DataCategory, type ErrorCode } from '@candor/practices'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSpool } from '../spool/create-spool.js'
import type { Spool } from '../spool/spool.js'
import type { Store, StoreBlock } from '../store/store.js'
import { makeEntry, makeReport } from '../store/testing/entries.js'
import { createLoader } from './create-loader.js'

interface Inserted extends Omit<StoreBlock, 'entries'> {
  readonly numbers: readonly unknown[]
}

/** A store that keeps in memory, and fails as it is told. */
const createFakeStore = () => {
  const inserted: Inserted[] = []
  let fault: (numbers: readonly unknown[]) => ErrorCode | undefined = () => undefined
  const store: Pick<Store, 'insert'> = {
    insert: async ({ entries, ...block }) => {
      const numbers = [...entries].flatMap(({ reports }) => reports.map(({ data }) => data['Number']))
      const code = fault(numbers)
      if (code !== undefined) throw new CandorError(code)
      inserted.push({ ...block, numbers })
    },
  }
  return {
    store,
    inserted,
    failWhen: (next: typeof fault) => {
      fault = next
    },
    numbers: () => inserted.flatMap(({ numbers }) => numbers),
  }
}

let folder = ''
let spool: Spool
let fake: ReturnType<typeof createFakeStore>
let nowMillis = 1_000_000

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-loader-'))
  spool = createSpool({ folder })
  fake = createFakeStore()
})

afterEach(async () => {
  await spool.close()
  rmSync(folder, { recursive: true })
})

const newLoader = (maxBlockRows = 1000) =>
  createLoader({ spool, store: fake.store, maxBlockRows, intervalMillis: 5, now: () => nowMillis })

/** Appends requests of one report each, each as a record of its own. */
const append = async (from: number, to: number, category: DataCategory = 'usage'): Promise<void> => {
  for (let number = from; number < to; number += 1) {
    const entry = makeEntry('acme', category, [makeReport(0, { Number: number })])
    await spool.append(entry, { received: 1, refused: {} })
  }
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, at) => from + at)
const balance = () => spool.conservation('acme').usage

test('moves what waits in blocks of at most so many reports, each under its own token', async () => {
  await append(0, 25)
  const loader = newLoader(10)
  await loader.flush()
  expect(fake.inserted.map(({ numbers }) => numbers.length)).toEqual([10, 10, 5])
  expect(new Set(fake.inserted.map(({ token }) => token)).size).toBe(3)
  expect(fake.inserted.every(({ attempt }) => attempt === 'new')).toBe(true)
  expect(fake.numbers()).toEqual(range(0, 25))
  expect(balance()).toMatchObject({ received: 25, stored: 25, pending: 0 })
})

test('once started it moves what comes, until it is stopped; stopping moves the rest', async () => {
  const loader = newLoader()
  loader.start()
  loader.start()
  await append(0, 3)
  await expect.poll(() => balance().stored).toBe(3)
  await append(3, 5)
  await loader.stop()
  expect(balance()).toMatchObject({ stored: 5, pending: 0 })
  await append(5, 6)
  expect(balance().pending).toBe(1)
})

test('while the store fails everything is kept and the health says since when; then it goes on', async () => {
  await append(0, 5)
  fake.failWhen(() => 'CANDOR_STORE_UNAVAILABLE')
  const loader = newLoader()
  await expect(loader.flush()).rejects.toMatchObject({ code: 'CANDOR_STORE_UNAVAILABLE' })
  expect(loader.health()).toEqual({ kind: 'failing', since: nowMillis, code: 'CANDOR_STORE_UNAVAILABLE' })
  const since = nowMillis
  nowMillis += 60_000
  await expect(loader.flush()).rejects.toThrow('CANDOR_STORE_UNAVAILABLE')
  expect(loader.health()).toMatchObject({ since })
  await loader.stop()
  expect(balance()).toMatchObject({ stored: 0, pending: 5 })

  fake.failWhen(() => undefined)
  const again = newLoader()
  await again.flush()
  expect(again.health()).toEqual({ kind: 'well' })
  expect(fake.numbers()).toEqual(range(0, 5))
  expect(fake.inserted[0]?.attempt).toBe('repeated')
})

test('after a failure it waits longer and longer before it tries again', async () => {
  await append(0, 1)
  let tries = 0
  fake.failWhen(() => {
    tries += 1
    return 'CANDOR_STORE_UNAVAILABLE'
  })
  const loader = newLoader()
  loader.start()
  await expect.poll(() => tries).toBe(1)
  nowMillis += 249
  await append(1, 2)
  expect(tries).toBe(1)
  nowMillis += 1
  await expect.poll(() => tries).toBe(2)
  nowMillis += 250
  await append(2, 3)
  expect(tries).toBe(2)
  nowMillis += 250
  await expect.poll(() => tries).toBe(3)
  await loader.stop()
})

test('a lane that cannot be stored does not stop the others', async () => {
  await append(0, 2, 'usage')
  await append(10, 12, 'error')
  fake.failWhen((numbers) => (numbers.includes(0) ? 'CANDOR_PRACTICES_UNKNOWN' : undefined))
  const loader = newLoader()
  await expect(loader.flush()).rejects.toMatchObject({ facts: { code: 'CANDOR_PRACTICES_UNKNOWN' } })
  expect(fake.numbers()).toEqual([10, 11])
  expect(balance().pending).toBe(2)
})

test('records that cannot be stored are set aside one by one, and all others are stored', async () => {
  await append(0, 40)
  fake.failWhen((numbers) =>
    numbers.includes(7) || numbers.includes(31) ? 'CANDOR_VALUE_REFUSED' : undefined,
  )
  const loader = newLoader()
  await loader.flush()
  expect(new Set(fake.numbers())).toEqual(
    new Set(range(0, 40).filter((number) => number !== 7 && number !== 31)),
  )
  expect(fake.numbers()).toHaveLength(38)
  expect(balance()).toMatchObject({ stored: 38, pending: 0, refused: { CANDOR_VALUE_REFUSED: 2 } })
  expect(loader.health()).toEqual({ kind: 'well' })
})

test('a stop within a time begins no further block after it; what did not move still waits', async () => {
  await append(0, 60)
  const loader = newLoader(1)
  await loader.stop(0)
  expect(fake.inserted.length).toBeLessThan(60)
  expect(balance().pending).toBe(60 - fake.inserted.length)
  await newLoader().flush()
  expect(fake.numbers()).toEqual(range(0, 60))
})

test('says what it did: blocks, reports, failures and when it last went well', async () => {
  await append(0, 3)
  const loader = newLoader(2)
  await loader.flush()
  expect(loader.figures()).toEqual({ blocks: 2, rows: 3, failures: 0, lastSuccessMillis: nowMillis })
  await append(3, 4)
  fake.failWhen(() => 'CANDOR_STORE_UNAVAILABLE')
  nowMillis += 1000
  await expect(loader.flush()).rejects.toThrow('CANDOR_STORE_UNAVAILABLE')
  expect(loader.figures()).toMatchObject({ blocks: 2, failures: 1, lastSuccessMillis: nowMillis - 1000 })
})

test('one report that cannot be stored is set aside alone, however many share its record', async () => {
  const reports = range(0, 60).map((number) => makeReport(0, { Number: number }))
  for (const part of [reports.slice(0, 20), reports.slice(20)]) {
    await spool.append(makeEntry('acme', 'usage', part), { received: part.length, refused: {} })
  }
  fake.failWhen((numbers) => (numbers.includes(33) ? 'CANDOR_VALUE_REFUSED' : undefined))
  await newLoader().flush()
  expect([...fake.numbers()].toSorted((a, b) => Number(a) - Number(b))).toEqual(
    range(0, 60).filter((number) => number !== 33),
  )
  expect(balance()).toMatchObject({ stored: 59, pending: 0, refused: { CANDOR_VALUE_REFUSED: 1 } })
  expect(spool.setAside()).toBe(1)
})

test('while the store takes minutes for a block, acknowledgements go on and the spool grows; then it catches up', async () => {
  await append(0, 3)
  let goOn = (): void => undefined
  const minutes = new Promise<void>((resolve) => (goOn = resolve))
  let inserts = 0
  const slow: Pick<Store, 'insert'> = {
    ...fake.store,
    insert: async (block) => {
      inserts += 1
      if (inserts === 1) await minutes
      return fake.store.insert(block)
    },
  }
  const loader = createLoader({
    spool,
    store: slow,
    maxBlockRows: 1000,
    intervalMillis: 5,
    now: () => nowMillis,
  })
  loader.start()
  await expect.poll(() => inserts).toBe(1)
  for (let minute = 1; minute <= 5; minute += 1) {
    nowMillis += 60_000
    await append(100 * minute, 100 * minute + 20)
  }
  expect(balance()).toMatchObject({ received: 103, stored: 0, pending: 103 })
  goOn()
  await expect.poll(balance).toMatchObject({ received: 103, stored: 103, pending: 0 })
  expect(fake.numbers()).toHaveLength(103)
  await loader.stop()
})

test('a clock that goes back by a day makes no rest longer', async () => {
  await append(0, 1)
  fake.failWhen(() => 'CANDOR_STORE_UNAVAILABLE')
  const loader = newLoader()
  loader.start()
  await expect.poll(() => loader.health().kind).toBe('failing')
  fake.failWhen(() => undefined)
  nowMillis -= 86_400_000
  await expect.poll(() => balance().stored).toBe(1)
  await loader.stop()
})
