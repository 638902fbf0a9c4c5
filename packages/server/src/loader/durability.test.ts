import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSpool } from '../spool/create-spool.js'
import { openEmbeddedStore } from '../store/embedded-store.js'

const TASKS = [
  'loads',
  'dies-inserted',
  'loads',
  'dies-inserting',
  'dies-inserted',
  'loads',
  'dies-inserting',
] as const
const CHILD = fileURLToPath(new URL('durability-child.mjs', import.meta.url))
const SERVER = fileURLToPath(new URL('../..', import.meta.url))

let folder = ''
let bundle = ''

/** The sources as one module that a plain process can run; beside the installed packages, which stay outside of it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-durability-'))
  bundle = join(SERVER, 'node_modules', '.cache', `durability-${process.pid}`)
  const entry = join(folder, 'entry.ts')
  const source = (path: string): string => JSON.stringify(join(SERVER, 'src', path))
  writeFileSync(
    entry,
    `export { createSpool } from ${source('spool/create-spool.ts')}
    export { createLoader } from ${source('loader/create-loader.ts')}
    export { openEmbeddedStore } from ${source('store/embedded-store.ts')}
    export { skypeTeams } from ${source('../../practices/src/skype-teams/index.ts')}`,
  )
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['candor-source', 'node'] },
    ssr: { resolve: { conditions: ['candor-source', 'node'] }, noExternal: [/^@candor\//] },
    build: {
      ssr: entry,
      outDir: bundle,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'entry.mjs' } },
    },
  })
}, 20_000)

afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(bundle, { recursive: true, force: true })
})

interface Sender {
  readonly child: ChildProcess
  /** Settles when the process has ended. */
  readonly ended: Promise<unknown>
  /** What it was told so far: first reports of acknowledged requests, and how many of each were new. */
  readonly acknowledged: Map<number, number>
}

const startSender = (
  at: string,
  first: number,
  last: number,
  step: number,
  task: 'loads' | 'appends',
): Sender => {
  const parameters = [CHILD, join(bundle, 'entry.mjs'), at, String(first), String(last), String(step), task]
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged = new Map<number, number>()
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [from, admitted] = line.split(' ').map(Number)
      if (from !== undefined && admitted !== undefined) acknowledged.set(from, admitted)
    }
  })
  return { child, ended: once(child, 'close'), acknowledged }
}

/** Kills a sender somewhere in the middle: after it was acknowledged so many requests. */
const killAfter = async ({ child, ended, acknowledged }: Sender, requests: number): Promise<void> => {
  while (acknowledged.size < requests && child.exitCode === null) {
    await Promise.race([once(child.stdout ?? child, 'data'), ended])
  }
  child.kill('SIGKILL')
  await ended
}

test('of what was acknowledged nothing is lost and nothing doubled, however often the process is killed', async () => {
  const at = join(folder, 'killed')
  const acknowledged = new Map<number, number>()
  let first = 0
  for (const [round, task] of TASKS.entries()) {
    const sender = startSender(at, first, first + 1_000_000, task)
    await (task === 'loads' ? killAfter(sender, 20 + 37 * round) : sender.ended)
    expect(sender.child.signalCode).toBe('SIGKILL')
    for (const [from, admitted] of sender.acknowledged) acknowledged.set(from, admitted)
    // The next one begins before the first request that nobody heard of, as devices do that send again.
    first = Math.max(0, ...acknowledged.keys()) - 20 * 20
    while (first < 0 || !acknowledged.has(first)) first += 20
  }
  const last = Math.max(...acknowledged.keys()) + 20
  const final = startSender(at, 0, last, 'loads')
  await final.ended
  expect(final.child.exitCode).toBe(0)
  // What was acknowledged once is known: had it been lost, it would be new now.
  const lost = [...acknowledged.keys()].filter((from) => final.acknowledged.get(from) !== 0)
  expect(lost).toEqual([])

  const spool = createSpool({ folder: join(at, 'spool') })
  const { received, stored, duplicate, pending } = spool.conservation().census
  await spool.close()
  const store = await openEmbeddedStore({ folder: join(at, 'store') })
  const [row] = await store.query(
    'SELECT count() AS reports, uniqExact(report_id) AS ids, sum(SignInAttempts) AS numbers FROM candor.skype_teams_census',
  )
  await store.close()
  // Requests that were killed after the last acknowledged one may have brought a few more.
  expect(row?.['ids']).toBe(row?.['reports'])
  expect(stored).toBe(row?.['reports'])
  expect(stored).toBeGreaterThanOrEqual(last)
  expect({ pending, balance: received - stored - duplicate }).toEqual({ pending: 0, balance: 0 })
}, 60_000)

test('two processes on one spool admit every report once', async () => {
  const at = join(folder, 'shared')
  const senders = [startSender(at, 0, 30_000, 'appends'), startSender(at, 0, 30_000, 'appends')]
  await Promise.all(senders.map(async ({ ended }) => ended))
  const admitted = senders.map((sender) =>
    [...sender.acknowledged.values()].reduce((sum, count) => sum + count, 0),
  )
  expect((admitted[0] ?? 0) + (admitted[1] ?? 0)).toBe(30_000)
  const spool = createSpool({ folder: join(at, 'spool') })
  expect(spool.conservation().census).toMatchObject({ received: 60_000, duplicate: 30_000, pending: 30_000 })
  await spool.close()
}, 30_000)
