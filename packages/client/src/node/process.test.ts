import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { createClientWorld, type ClientWorld } from '../testing/client-world.js'

const PROGRAM = fileURLToPath(new URL('../testing/recording-program.ts', import.meta.url))
let program: string
let world: ClientWorld

beforeAll(async () => {
  program = await mkdtemp(join(tmpdir(), 'candor-program-'))
  await build({
    root: dirname(PROGRAM),
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, resolve: { conditions: ['candor-source'] } },
    resolve: { conditions: ['candor-source'] },
    build: {
      ssr: true,
      outDir: program,
      rolldownOptions: {
        input: PROGRAM,
        output: { entryFileNames: 'app.mjs' },
      },
    },
  })
})
afterAll(() => rm(program, { recursive: true }))

beforeEach(async () => {
  world = await createClientWorld()
})
afterEach(() => world.close())

const runProgram = (ending: 'throw' | 'return' | 'wait') =>
  spawn(process.execPath, [join(program, 'app.mjs'), world.folder, world.service.endpoint, ending], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })

const sentAfterRestart = async (): Promise<readonly unknown[]> => {
  await world.start({ now: () => Date.now() }).flush()
  return world.service.accepted('usage').map(({ data }) => data)
}

test.each(['throw', 'return'] as const)(
  'what was recorded in the last second is kept at the end: %s',
  async (ending) => {
    const [code] = (await once(runProgram(ending), 'exit')) as [number]
    expect(code).toBe(ending === 'throw' ? 1 : 0)
    expect(await sentAfterRestart()).toEqual([{ IMSent: 5 }])
  },
)

test('what was recorded a second before a kill is kept, and only its owner may read it', async () => {
  const child = runProgram('wait')
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const names = await readdir(world.folder, { recursive: true })
  const stats = await Promise.all(names.map((name) => stat(join(world.folder, name))))
  const modes = stats.filter((each) => each.isFile()).map(({ mode }) => mode & 0o777)
  expect(new Set(modes)).toEqual(new Set([0o600]))
  expect(await sentAfterRestart()).toEqual([{ IMSent: 5 }])
})

test('a folder that cannot be written is counted, and what is recorded goes all the same', async () => {
  const candor = world.start({ folder: '/dev/null/candor' })
  candor.usage.IMSent.add(2)
  await candor.flush()
  expect(world.service.accepted('usage').map(({ data }) => data)).toEqual([{ IMSent: 2 }])
  expect(candor.diagnostics()).toHaveProperty('storage-failed')
})
