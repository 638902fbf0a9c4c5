import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

import { build } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { openInstanceFiles } from './open-instance-files.js'

const PROGRAM = fileURLToPath(new URL('../testing/storage-program.ts', import.meta.url))
const PROCESSES = 3
const KILLS = 8
const WAITING = { timeout: 10_000, interval: 3 }

let folder: string
let program: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-storage-'))
  program = await mkdtemp(join(tmpdir(), 'candor-program-'))
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['candor-source'] },
    ssr: { noExternal: true, resolve: { conditions: ['candor-source'] } },
    build: {
      ssr: true,
      target: 'es2023',
      outDir: program,
      rolldownOptions: { input: PROGRAM, output: { entryFileNames: 'app.mjs' } },
    },
  })
})
afterAll(() => Promise.all([folder, program].map((path) => rm(path, { recursive: true }))))

interface Line {
  readonly word: string
  readonly key: string
  readonly atMillis: number
  readonly child: ChildProcess
}

const lines: Line[] = []
const killedMillis = new Map<ChildProcess, number>()

const start = (): ChildProcess => {
  const child = spawn(process.execPath, [join(program, 'app.mjs'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word = '', key = '', time = ''] = line.split(' ')
    // The last line of a process that was killed may be half of one.
    if (time.length === 13) lines.push({ word, key, atMillis: Number(time), child })
  })
  return child
}

const saidBy = (child: ChildProcess): number => lines.filter((line) => line.child === child).length

const kill = async (child: ChildProcess): Promise<void> => {
  expect(child.exitCode).toBeNull()
  const closed = once(child, 'close')
  killedMillis.set(child, Date.now())
  child.kill('SIGKILL')
  await closed
}

const wasKept = (): boolean => lines.filter(({ word }) => word === 'set').length > 200
const wasMoved = (): boolean => lines.length - new Set(lines.map(({ key }) => key)).size > 100

/** The keys of all entries below a folder, as often as they are there. */
const keysBelow = async (path: string): Promise<readonly string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /^[\da-f-]{36}$/.test(entry.name))
    .map(({ name }) => name)

test('processes that are killed at any moment lose nothing that was kept, and nothing is owned twice', async () => {
  const running = Array.from({ length: PROCESSES }, start)
  for (let round = 0; round < KILLS; round += 1) {
    const [victim] = running.splice(0, 1)
    if (!victim) continue
    await vi.waitFor(() => expect(saidBy(victim)).toBeGreaterThan((round * 37) % 50), WAITING)
    await kill(victim)
    running.push(start())
  }
  // However busy the machine is, the last kills come when enough was kept and taken over.
  await vi.waitFor(() => expect(wasKept() && wasMoved()).toBe(true), { ...WAITING, timeout: 20_000 })
  await Promise.all(running.map(kill))

  const kept = new Set(lines.filter(({ word }) => word === 'set').map(({ key }) => key))
  const there = await keysBelow(folder)
  expect(there.length).toBe(new Set(there).size)
  const unsaid = there.filter((key) => !kept.has(key))
  expect(unsaid.length).toBeLessThanOrEqual(killedMillis.size)

  const last = openInstanceFiles({ product: 'shop', folder }, expect.unreachable)
  const came = await last.adopt()
  expect(came.toSorted()).toEqual(there.toSorted())
  expect([...kept].filter((key) => last.own.get(key) !== key.repeat(100))).toEqual([])
  await last.close()
})

test('an entry came to another process only after its owner had been killed', () => {
  const owners = new Map<string, Line[]>()
  for (const line of lines) owners.set(line.key, [...(owners.get(line.key) ?? []), line])
  const moved = [...owners.values()].filter((chain) => chain.length > 1)
  expect(moved.length).toBeGreaterThan(50)
  const early = moved.flatMap((chain) =>
    chain
      .toSorted((a, b) => a.atMillis - b.atMillis)
      .filter((line, at, sorted) => {
        const before = sorted[at - 1]
        return before && line.atMillis < (killedMillis.get(before.child) ?? Infinity)
      }),
  )
  expect(early).toEqual([])
})
