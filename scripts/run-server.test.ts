import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { expect, test } from 'vitest'

import { ROOT } from './lib/root.mjs'
import { createSignalFilter } from './lib/run-server.mjs'

/** Runs `runServer` in a process of its own, as start.mjs does, with the given program as the server. */
function startLauncher(program: string) {
  const launcher = `import { runServer } from './scripts/lib/run-server.mjs'
process.exitCode = await runServer(['-e', ${JSON.stringify(program)}])`
  return spawn(process.execPath, ['--input-type=module', '-e', launcher], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'passes %s on and ends with the code of the server',
  async (signal) => {
    const launcher = startLauncher(`
    process.on('${signal}', () => process.exit(7))
    setInterval(() => {}, 1000)
    console.log('ready')`)
    await once(launcher.stdout, 'data')
    launcher.kill(signal)
    expect(await once(launcher, 'exit')).toEqual([7, null])
  },
)

test('a signal that arrives twice at once counts once, a later one again', () => {
  const mustPass = createSignalFilter('none')
  expect([0, 20, 2000].map((nowMs) => mustPass('SIGINT', nowMs))).toEqual([true, false, true])
})

test('leaves Ctrl-C to the terminal, which tells the server itself', () => {
  const mustPass = createSignalFilter('terminal')
  expect(mustPass('SIGINT', 0)).toBe(false)
  expect(mustPass('SIGTERM', 1000)).toBe(true)
})

test('ends as a shell would when a signal ended the server', async () => {
  const launcher = startLauncher(`process.kill(process.pid, 'SIGKILL')`)
  expect(await once(launcher, 'exit')).toEqual([137, null])
})
