import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSpool } from '../spool/create-spool.js'
import { openEmbeddedStore } from '../store/embedded-store.js'

const SERVER = fileURLToPath(new URL('../..', import.meta.url))
const CONDITIONS = ['candor-source', 'node']

let folder = ''
let program = ''

/** The process that is killed, as one module beside the installed packages, which stay outside of it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-durability-'))
  program = join(SERVER, 'node_modules', '.cache', `durability-${process.pid}`)
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: CONDITIONS },
    ssr: { resolve: { conditions: CONDITIONS }, noExternal: [/^@candor\//] },
    build: {
      ssr: fileURLToPath(new URL('testing/killed-process.ts', import.meta.url)),
      outDir: program,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'killed.mjs' } },
    },
  })
}, 20_000)

afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(program, { recursive: true, force: true })
})

type Task = 'appends' | 'loads' | 'dies-inserting' | 'dies-inserted'

const startProcess = (at: string, [first, last]: readonly [number, number], task: Task) => {
  const parameters = [join(program, 'killed.mjs'), at, String(first), String(last), task]
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] })
  // First reports of acknowledged requests, and how many of each were new.
  const acknowledged = new Map<number, number>()
  const lines = createInterface(child.stdout)
  lines.on('line', (line) => {
    const [from = Number.NaN, admitted = Number.NaN] = line.split(' ').map(Number)
    acknowledged.set(from, admitted)
  })
  const killAfter = (requests: number): void => {
    lines.on('line', () => {
      if (acknowledged.size >= requests) child.kill('SIGKILL')
    })
  }
  return { child, acknowledged, killAfter, ended: Promise.all([once(child, 'close'), once(lines, 'close')]) }
}

const TASKS = [
  'loads',
  'dies-inserted',
  'loads',
  'dies-inserting',
  'dies-inserted',
  'loads',
  'dies-inserting',
] as const
const REPORTS_A_REQUEST = 20
const MANY = 1_000_000

/** Kills one process after another; answers the requests that were acknowledged by any of them. */
const killProcesses = async (at: string): Promise<ReadonlySet<number>> => {
  const acknowledged = new Set<number>()
  for (const [round, task] of TASKS.entries()) {
    // Each begins before the requests that nobody heard of, as devices do that send again.
    const first = Math.max(0, Math.max(0, ...acknowledged) - 20 * REPORTS_A_REQUEST)
    const process = startProcess(at, [first, first + MANY], task)
    if (task === 'loads') process.killAfter(20 + 37 * round)
    await process.ended
    expect(process.child.signalCode).toBe('SIGKILL')
    for (const from of process.acknowledged.keys()) acknowledged.add(from)
  }
  return acknowledged
}

test('of what was acknowledged nothing is lost and nothing doubled, however often the process is killed', async () => {
  const at = join(folder, 'killed')
  const acknowledged = await killProcesses(at)
  const last = Math.max(...acknowledged) + REPORTS_A_REQUEST
  const survivor = startProcess(at, [0, last], 'loads')
  await survivor.ended
  expect(survivor.child.exitCode).toBe(0)
  // What was acknowledged once is known: had it been lost, it would be new now.
  expect([...acknowledged].filter((from) => survivor.acknowledged.get(from) !== 0)).toEqual([])

  const spool = createSpool({ folder: join(at, 'spool') })
  const { received, stored, duplicate, pending } = spool.conservation().census
  await spool.close()
  const store = await openEmbeddedStore({ folder: join(at, 'store') })
  const [row] = await store.query(
    'SELECT count() AS reports, uniqExact(report_id) AS ids FROM candor.skype_teams_census',
  )
  await store.close()
  expect(row).toEqual({ reports: stored, ids: stored })
  // Requests that were killed after the last acknowledged one may have brought a few more.
  expect(stored).toBeGreaterThanOrEqual(last)
  expect({ pending, balance: received - stored - duplicate }).toEqual({ pending: 0, balance: 0 })
}, 60_000)

test('two processes on one spool admit every report once', async () => {
  const at = join(folder, 'shared')
  const processes = [startProcess(at, [0, 30_000], 'appends'), startProcess(at, [0, 30_000], 'appends')]
  await Promise.all(processes.map(async ({ ended }) => ended))
  const admitted = processes.flatMap(({ acknowledged }) => [...acknowledged.values()])
  expect(admitted.reduce((sum, count) => sum + count, 0)).toBe(30_000)
  const spool = createSpool({ folder: join(at, 'spool') })
  expect(spool.conservation().census).toMatchObject({ received: 60_000, duplicate: 30_000, pending: 30_000 })
  await spool.close()
}, 30_000)
