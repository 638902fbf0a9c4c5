import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

import { expect, test } from 'vitest'

import { ROOT } from './lib/root.mjs'

const SERVER = `import { stopWithParent } from './scripts/lib/stop-with-parent.mjs'
stopWithParent()
process.on('SIGTERM', () => { console.log('stopping'); process.exit() })
setInterval(() => {}, 1000)
console.log('ready')`

const PARENT = `import { spawn } from 'node:child_process'
spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(SERVER)}], { stdio: ['ignore', 'inherit', 'inherit'] })
setInterval(() => {}, 1000)`

test('ends with SIGTERM once the process that started it was killed', async () => {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: parent.stdout })[Symbol.asyncIterator]()
  expect(await lines.next()).toMatchObject({ value: 'ready' })
  const ended = once(parent, 'exit')
  parent.kill('SIGKILL')
  await ended
  expect(await lines.next()).toMatchObject({ value: 'stopping' })
})
