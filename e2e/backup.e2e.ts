import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCandor, startCandor, type CandorProcess } from './candor-process.js'

const KEYS = ['keyring.json', 'subject-secret', 'policy-signing-key.pem', 'receipt-signing-key.pem']

const REPORTS_A_REQUEST = 50

const hour = `${new Date().toISOString().slice(0, 13)}:00:00Z`

let folder = ''
let candor: CandorProcess

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-e2e-backup-'))
  candor = await startCandor({ CANDOR_DATA: join(folder, 'data') })
}, 60_000)
afterAll(async () => {
  await candor.stop()
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

/** Sends a request; answers whether it was acknowledged, and how many of its reports were new. */
const send = async (ids: readonly string[]): Promise<number | undefined> => {
  const reports = ids.map((id) => ({ id, from: hour, to: hour, data: { IMSent: 1 } }))
  const body = JSON.stringify({ v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Windows', reports })
  try {
    const answer = await fetch(`${candor.url}/v1/usage?key=demo`, { method: 'POST', body })
    return ((await answer.json()) as { readonly accepted: number }).accepted
  } catch {
    return undefined
  }
}

const startLoad = () => {
  const acknowledged: (readonly string[])[] = []
  const stopped = new AbortController()
  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const ids = Array.from({ length: REPORTS_A_REQUEST }, () => randomUUID())
      if ((await send(ids)) !== undefined) acknowledged.push(ids)
    }
  }
  const ended = Promise.all([run(), run()])
  return {
    acknowledged,
    stop: async () => {
      stopped.abort()
      await ended
    },
  }
}

const usage = async () => {
  const answer = await fetch(`${candor.url}/api/conservation?product=skype-teams`)
  const { usage: balance } = (await answer.json()) as { readonly usage: Readonly<Record<string, number>> }
  return balance
}

const rows = async (): Promise<readonly string[]> => {
  const text = await runCandor(['export', 'usage'], {
    CANDOR_URL: candor.url,
    CANDOR_DATA: candor.dataFolder,
  })
  return text.split('\n').filter(Boolean)
}

test('a backup under load, then a kill: what is restored counts as it did, and what is sent again counts once', async () => {
  const load = startLoad()
  await expect.poll(() => load.acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(40)
  const before = load.acknowledged.length
  const tar = join(folder, 'backup.tar')
  const told = await runCandor(['backup', tar], { CANDOR_URL: candor.url, CANDOR_DATA: candor.dataFolder })
  expect(told).toContain('It holds no keys')
  await expect.poll(() => load.acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(before + 40)
  const ended = once(candor.child, 'exit')
  candor.child.kill('SIGKILL')
  await ended
  await load.stop()

  const data = join(folder, 'restored')
  await runCandor(['restore', tar, '--data', data], {})
  for (const name of KEYS) copyFileSync(join(candor.dataFolder, name), join(data, name))
  candor = await startCandor({ CANDOR_DATA: data })
  await expect.poll(async () => (await usage())['pending'], { timeout: 30_000 }).toBe(0)
  const { received = 0, stored = 0 } = await usage()
  expect(received).toBe(stored)
  expect(await rows()).toHaveLength(stored)
  expect(stored).toBeGreaterThanOrEqual(before * REPORTS_A_REQUEST)
  expect(stored).toBeLessThan(load.acknowledged.length * REPORTS_A_REQUEST)

  // Devices whose answers were lost send again; what came after the backup is new here.
  let accepted = 0
  for (const ids of load.acknowledged) accepted += (await send(ids)) ?? 0
  await expect.poll(async () => (await usage())['pending'], { timeout: 30_000 }).toBe(0)
  expect(await rows()).toHaveLength(stored + accepted)
  const sent = load.acknowledged.flat()
  // Requests that the kill left without an answer may be in the backup too; none came before it.
  expect(stored + accepted).toBeGreaterThanOrEqual(sent.length)
  expect(stored + accepted).toBeLessThanOrEqual(sent.length + 2 * REPORTS_A_REQUEST)
}, 180_000)
