import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CandorError, type DeviceId, type ReportId } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { openControlPlane, type ControlPlane } from '../control-plane/open-control-plane.js'
import { createLoader } from '../loader/create-loader.js'
import type { Loader } from '../loader/loader.js'
import { openSigner } from '../signer.js'
import { createSpool } from '../spool/create-spool.js'
import type { AdmittedReport } from '../spool/spool-entry.js'
import type { Cut, Spool } from '../spool/spool.js'
import { openEmbeddedStore } from '../store/embedded-store.js'
import type { Store } from '../store/store.js'
import { makeEntry, makeReport } from '../store/testing/entries.js'
import { createEraser, type Eraser, type EraserParts } from './create-eraser.js'
import { identityColumns, reportMatchOf } from './identity-columns.js'
import { openRequestBook, type RequestBook } from './request-book.js'
import { openSubjectSecret } from './subject-secret.js'

const NOW = Date.parse('2026-11-22T00:00:00Z')
const lane = { product: 'skype-teams', category: 'census' } as const

let folder = ''
let store: Store
let spool: Spool
let loader: Loader
let book: RequestBook
let controlPlane: ControlPlane
const failures: string[] = []
const erasers: Eraser[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-eraser-'))
  store = await openEmbeddedStore({ folder: join(folder, 'store') })
  await store.prepare([skypeTeams])
  spool = createSpool({ folder: join(folder, 'spool') })
  loader = createLoader({ spool, store })
  controlPlane = await openControlPlane(join(folder, 'control-plane.db'))
  book = openRequestBook(controlPlane, await openSubjectSecret(join(folder, 'subject-secret')))
})
afterEach(async () => {
  for (const eraser of erasers.splice(0)) await eraser.stop()
  failures.length = 0
})
afterAll(async () => {
  await spool.close()
  await controlPlane.destroy()
  await store.close()
  rmSync(folder, { recursive: true })
})

const startEraser = (more: Partial<EraserParts> = {}): Eraser => {
  const eraser = createEraser({
    takeTurn: (work) => work(),
    spool,
    loader,
    store,
    book,
    signer: openSigner(join(folder, 'receipt-signing-key.pem')),
    columnsOf: ({ category }) => identityColumns([skypeTeams], category),
    now: () => NOW,
    trustedClock: { now: () => NOW },
    graveyard: { forget: () => Promise.resolve() },
    onFailure: (code) => failures.push(code),
    gatherMillis: 1,
    ...more,
  })
  erasers.push(eraser)
  eraser.start()
  return eraser
}

const append = async (reports: readonly AdmittedReport[]): Promise<void> => {
  await spool.append(makeEntry(lane.product, lane.category, reports), {
    received: reports.length,
    refused: {},
  })
}
const newDevice = (): DeviceId => randomUUID().toUpperCase() as DeviceId
const reportOf = (DeviceID: DeviceId): AdmittedReport => makeReport(NOW, { AppName: 'Teams', DeviceID })
const accept = (DeviceID: DeviceId): Promise<string> =>
  book.accept(lane, { by: 'device', ids: [DeviceID] }, NOW)

const receiptOf = (request: string) =>
  vi.waitFor(
    async () => {
      const found = await book.find(request)
      expect(found?.state).toBe('done')
      return found?.receipt
    },
    { timeout: 10_000, interval: 20 },
  )

const countOf = (ids: readonly DeviceId[]): Promise<number> =>
  store.count(lane, { columns: ['DeviceID'], ids })

describe('an erasure that is cut off', () => {
  test.each([
    ['before anything is deleted', 'before'],
    ['after all is deleted', 'after'],
  ])('%s goes on with the next eraser, and its number is right', async (_what, when) => {
    const device = newDevice()
    await append([reportOf(device), reportOf(device), reportOf(newDevice())])
    const request = await accept(device)
    const dying = startEraser({
      store: {
        ...store,
        erase: async (...order) => {
          if (when === 'after') await store.erase(...order)
          throw new CandorError('CANDOR_STORE_UNAVAILABLE')
        },
      },
    })
    await vi.waitFor(() => expect(failures).toEqual(['CANDOR_STORE_UNAVAILABLE']), { timeout: 10_000 })
    await dying.stop()
    expect(await book.find(request)).toMatchObject({ state: 'accepted' })
    startEraser()
    expect(await receiptOf(request)).toMatchObject({ erased: 2, remaining: 0 })
    expect(await countOf([device])).toBe(0)
  })

  test('while the store fails nothing is said to be done; what waits in the spool is erased with the rest', async () => {
    const device = newDevice()
    await append([reportOf(device)])
    const request = await accept(device)
    const flush = (): Promise<void> => Promise.reject(new CandorError('CANDOR_STORE_UNAVAILABLE'))
    const failing = startEraser({ loader: { flush } })
    await vi.waitFor(() => expect(failures).toEqual(['CANDOR_STORE_UNAVAILABLE']))
    expect(await book.find(request)).toMatchObject({ state: 'accepted' })
    await failing.stop()
    startEraser()
    expect(await receiptOf(request)).toMatchObject({ erased: 1 })
  })
})

test('several requests are worked on together, each with its own number', async () => {
  const devices = [newDevice(), newDevice(), newDevice()] as const
  await append([devices[0], devices[1], devices[1], newDevice()].map(reportOf))
  const requests = await Promise.all(devices.map(accept))
  const both = await book.accept(lane, { by: 'device', ids: [devices[0], devices[1]] }, NOW + 1)
  const erase = vi.fn<Store['erase']>((...order) => store.erase(...order))
  startEraser({ store: { ...store, erase } })
  const receipts = await Promise.all([...requests, both].map(receiptOf))
  expect(receipts.map((receipt) => receipt?.erased)).toEqual([1, 2, 0, 0])
  expect(erase).toHaveBeenCalledTimes(1)
})

test('what was set aside is erased too, and its neighbours are left', async () => {
  const [device, neighbour] = [newDevice(), newDevice()]
  await append([reportOf(device), reportOf(neighbour)])
  const cut = (await spool.cut(lane, 100)) as Cut
  const { lastPlace: place, rows } = cut
  await spool.release(cut, [{ kind: 'poisoned', place, rows, code: 'CANDOR_VALUE_REFUSED' }])
  const request = await accept(device)
  startEraser()
  expect(await receiptOf(request)).toMatchObject({ erased: 1 })
  const columns = identityColumns([skypeTeams], 'census')
  const heldOf = (id: DeviceId): number =>
    spool.count(lane, reportMatchOf({ by: 'device', ids: [id] }, columns))
  expect([heldOf(device), heldOf(neighbour)]).toEqual([0, 1])
})

test('the control plane holds no id, neither while a request is open nor after', async () => {
  const device = newDevice()
  const request = await accept(device)
  const bytes = (): string =>
    readdirSync(folder)
      .filter((name) => name.startsWith('control-plane'))
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('')
  expect(bytes()).toContain(request)
  expect(bytes().toUpperCase()).not.toContain(device)
  startEraser()
  await receiptOf(request)
  expect(bytes().toUpperCase()).not.toContain(device)
  const row = await controlPlane
    .selectFrom('subject_requests')
    .selectAll()
    .where('id', '=', request)
    .executeTakeFirst()
  expect(row).toMatchObject({ sealed_ids: null, fingerprint: null, subject_by: 'device' })
})

test('a request that is repeated while it is open keeps its id', async () => {
  const device = newDevice()
  const [one, again] = [await accept(device), await accept(device)]
  expect(again).toBe(one)
  startEraser()
  await receiptOf(one)
  expect(await accept(device)).not.toBe(one)
})

test('erasing some never touches the rows of others', { timeout: 60_000 }, async () => {
  const fleet = fc.array(fc.record({ person: fc.nat(7), erased: fc.boolean() }), {
    minLength: 1,
    maxLength: 30,
  })
  await fc.assert(
    fc.asyncProperty(fleet, fc.constantFrom('device', 'reports'), async (sent, by) => {
      const people = Array.from({ length: 8 }, newDevice)
      const reports = sent.map(({ person }) => reportOf(people[person] ?? newDevice()))
      await append(reports)
      const chosen = sent.flatMap(({ person, erased }, at) => (erased ? [{ person, at }] : []))
      const gone = new Set(chosen.map(({ person }) => person))
      const isGone = (at: number): boolean =>
        by === 'device' ? gone.has(sent[at]?.person ?? -1) : chosen.some((one) => one.at === at)
      const ids = chosen.map(({ at }) => reports[at]?.id as ReportId)
      const subject =
        by === 'device'
          ? { by: 'device' as const, ids: [...gone].map((person) => people[person] as DeviceId) }
          : { by: 'reports' as const, ids }
      const request = await book.accept(lane, subject, NOW)
      startEraser()
      const receipt = await receiptOf(request)
      const left = await store.held(lane, { columns: ['DeviceID'], ids: people })
      const expected = reports.filter((_, at) => !isGone(at)).map(({ id }) => id)
      expect(new Set(left.map(({ id }) => id))).toEqual(new Set(expected))
      expect(receipt?.erased).toBe(reports.length - expected.length)
    }),
    { numRuns: 8 },
  )
})
