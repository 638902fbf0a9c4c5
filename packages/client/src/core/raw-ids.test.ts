import { afterEach, beforeEach, expect, test } from 'vitest'

import { createTabWorld, type TabWorld } from '../testing/tab-world.js'

let world: TabWorld

beforeEach(async () => {
  world = await createTabWorld()
})
afterEach(() => world.close())

const RAW = /marble/i

test('a raw user id is on the device in consented error reports alone, and there it can be erased', async () => {
  const { candor } = world.start()
  world.service.answerWith({ status: 503 })
  candor.setUser('Amos.Marble@contoso.com')
  candor.census.SignInAttempts.add()
  candor.usage.IMSent.add()
  candor.error.log('info', 'joined')
  candor.error.report({ ErrorCode: 'not consented' })
  await candor.flush()
  expect(world.device.content()).not.toMatch(RAW)
  candor.consent.set('granted')
  candor.error.report({ ErrorCode: 'consented' })
  await candor.flush()
  world.service.answerWith(undefined)
  await candor.flush()
  const lines = world.device
    .content()
    .split('\n')
    .filter((line) => RAW.test(line))
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect(line).toMatch(/^sent\.\S+ \{"category":"error"/)
  await candor.erase()
  expect(world.device.content()).not.toMatch(RAW)
})

test('a raw user id is not in the storage of who withdrew, nor in what is shown of the other lanes', async () => {
  const { candor } = world.start()
  world.service.answerWith({ status: 503 })
  candor.setUser('Amos.Marble@contoso.com')
  candor.consent.set('granted')
  await candor.refreshPolicy()
  candor.error.report({ ErrorCode: 'waits' })
  world.clock.pass(2000)
  expect(world.device.content()).toMatch(RAW)
  candor.consent.set('denied')
  expect(world.device.content()).not.toMatch(RAW)
  expect(JSON.stringify([candor.waiting(), candor.dropped()])).not.toMatch(RAW)
})
