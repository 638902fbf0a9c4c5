import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbeddedStore } from './embedded-store.js'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-folder-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

const HOLD = `require('chdb/connection').createChdbConnection({ path: process.argv[1] })
console.log('open')
setInterval(() => {}, 1000)`

test('the data folder belongs to one process at a time, and the error names it', async () => {
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const holder = spawn(process.execPath, ['-e', HOLD, join(folder, 'engine')], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(holder, 'close')
  await once(holder.stdout, 'data')
  await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({
    code: 'CANDOR_DATA_FOLDER_IN_USE',
    facts: { process: holder.pid },
  })
  holder.kill('SIGKILL')
  await ended
  const store = await openEmbeddedStore({ folder })
  await expect(openEmbeddedStore({ folder: join(folder, 'other') })).rejects.toMatchObject({
    code: 'CANDOR_DATA_FOLDER_IN_USE',
  })
  await store.close()
})
