import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Receipt } from '@candor/practices'
import { verifyReceipt } from '@candor/server/receipts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCandor, startCandor, type CandorProcess } from './candor-process.js'

// A kill at once finds the request accepted, and the later ones find it being worked on: what was gathered, counted, deleted or signed.
const KILLS_AFTER_MILLIS = [0, 505, 520, 545, 580, 640]

const REPORTS = 40

const hour = `${new Date().toISOString().slice(0, 13)}:00:00Z`

let candor: CandorProcess

const ask = async (path: string, body?: object): Promise<Record<string, unknown>> => {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  return (await (await fetch(`${candor.url}${path}?key=demo`, init)).json()) as Record<string, unknown>
}

const send = async (ids: readonly string[]): Promise<void> => {
  const reports = ids.map((id) => ({ id, from: hour, to: hour, data: { IMSent: 1 } }))
  const envelope = { v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Windows', reports }
  expect(await ask('/v1/usage', envelope)).toMatchObject({ accepted: ids.length })
}

const receiptOf = async (request: string): Promise<Receipt> => {
  const look = () => ask(`/v1/subject/erasure/${request}`)
  await expect.poll(look, { timeout: 30_000, interval: 200 }).toMatchObject({ state: 'done' })
  return (await look())['receipt'] as Receipt
}

const makeIds = (): readonly string[] => Array.from({ length: REPORTS }, () => randomUUID())

beforeAll(async () => {
  candor = await startCandor()
}, 60_000)
afterAll(async () => {
  await candor.stop()
  rmSync(candor.dataFolder, { recursive: true, force: true })
}, 30_000)

const neighbours = makeIds()
let erased = 0

test.each(KILLS_AFTER_MILLIS)(
  'an erasure that is killed %i ms after it was accepted is finished at the next start, with its own number',
  { timeout: 90_000 },
  async (afterMillis) => {
    if (erased === 0) await send(neighbours)
    const mine = makeIds()
    await send(mine)
    const { request } = await ask('/v1/subject/erasure', { v: 1, category: 'usage', reports: mine })
    await setTimeout(afterMillis)
    const ended = once(candor.child, 'exit')
    candor.child.kill('SIGKILL')
    await ended
    candor = await startCandor({ CANDOR_DATA: candor.dataFolder })
    const receipt = await receiptOf(String(request))
    const { publicKey } = await ask('/v1/receipt-key')
    expect(verifyReceipt(receipt, String(publicKey))).toMatchObject({ kind: 'valid' })
    expect(receipt).toMatchObject({ erased: REPORTS, remaining: 0 })
    erased += REPORTS
    expect(await ask('/v1/subject/access', { v: 1, category: 'usage', reports: mine })).toMatchObject({
      rows: [],
    })
  },
)

test('nobody else lost a row, and the balance holds', { timeout: 60_000 }, async () => {
  const rows = await runCandor(['export', 'usage', '--url', candor.url], { CANDOR_DATA: candor.dataFolder })
  const ids = rows
    .trim()
    .split('\n')
    .map((row) => String((JSON.parse(row) as Record<string, unknown>)['report_id']))
  expect(new Set(ids)).toEqual(new Set(neighbours))
  const { usage } = await ask('/api/conservation')
  expect(usage).toMatchObject({ received: REPORTS + erased, stored: REPORTS + erased, pending: 0, erased })
})
