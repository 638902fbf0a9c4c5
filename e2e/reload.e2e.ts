import { spawn, type ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openWorld, PATIENCE, type World } from './world/open-world.js'

/** Enough to make the browser write late, as on a machine that has other things to do. */
const BUSY_PROCESSES = 8
const RELOADS = 12

let world: World
const busy: ChildProcess[] = []

beforeAll(async () => {
  world = await openWorld()
}, 90_000)

afterAll(async () => {
  for (const process of busy) process.kill('SIGKILL')
  await world?.close()
}, 30_000)

test('a page that is reloaded ends its session in order, however busy the machine is', async () => {
  const guest = await world.open('meetings-app.html', { pool: 'pool02.contoso.com', os: 'Windows' })
  const { at, page, sent } = guest
  await at('tab-device').click()
  await at('watson-machine-DefaultConsent').selectOption('4')
  await at('tab-collected').click()
  await vi.waitFor(
    async () => expect(await guest.shown('error')).toContain('machine.DefaultConsent'),
    PATIENCE,
  )
  for (let count = 0; count < BUSY_PROCESSES; count += 1)
    busy.push(spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }))
  for (let reload = 0; reload < RELOADS; reload += 1) {
    await page.reload()
    await guest.expectCensus(1)
  }
  // Longer than a session that was lost is looked for.
  await guest.expectCensus(3)
  expect(sent('error')).toEqual([])
})
