import { afterEach, beforeEach, expect, test } from 'vitest'

import { createTabWorld, type TabWorld } from '../testing/tab-world.js'

const FORBIDDEN = { DisableAutomaticSendTracing: { 'in-band': true } }

let world: TabWorld

beforeEach(async () => {
  world = await createTabWorld()
})
afterEach(() => world.close())

const errors = () => world.service.accepted('error').map(({ data }) => data['ErrorCode'])
const startWithConsent = () => {
  const { candor, kill } = world.start()
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  return { candor, kill }
}

test('who withdraws with a full queue sends none of it, and what comes later is not held up', async () => {
  const { candor } = startWithConsent()
  world.service.answerWith({ status: 503 })
  for (let error = 0; error < 300; error += 1) candor.error.report({ ErrorCode: `queued ${error}` })
  await candor.flush()
  candor.consent.set('denied')
  candor.consent.set('granted')
  world.service.answerWith(undefined)
  candor.error.report({ ErrorCode: 'after' })
  await candor.flush()
  expect(errors()).toEqual(['after'])
  expect(candor.diagnostics()['forbidden']).toBe(300)
})

test('who withdraws between two requests of a flush sends the first alone', async () => {
  const { candor } = startWithConsent()
  await candor.flush()
  candor.setMeeting({ pool: 'pool01.contoso.com' })
  candor.error.report({ ErrorCode: 'first' })
  candor.setMeeting({ pool: 'pool02.contoso.com' })
  candor.error.report({ ErrorCode: 'second' })
  world.service.answerWith(({ category }) => {
    if (category === 'error') candor.consent.set('denied')
    return undefined
  })
  await candor.flush()
  const arrived = world.service.arrivals.filter(({ category }) => category === 'error')
  expect(arrived.map(({ text }) => text.includes('first'))).toEqual([true])
})

test('who withdraws between runs, offline, sends nothing that was queued, after any number of restarts', async () => {
  world.service.answerWith('hang-up')
  const first = startWithConsent()
  await first.candor.refreshPolicy()
  first.candor.error.report({ ErrorCode: 'queued' })
  await first.candor.flush()
  first.kill()
  world.service.setSettings(undefined)
  const second = world.start()
  second.candor.setUser('amosmarble')
  second.candor.consent.set('denied')
  second.kill()
  world.service.answerWith(undefined)
  world.service.setSettings({})
  const third = world.start()
  await third.candor.flush()
  expect(errors()).toEqual([])
  expect(world.device.content()).not.toContain('queued')
})

test('a policy that forbids while a request is on its way aborts it, and the report is gone', async () => {
  const { candor } = world.start()
  await candor.flush()
  world.service.answerWith('never')
  const arrived = world.service.nextArrival()
  candor.usage.IMSent.add(5)
  const flushed = candor.flush()
  await arrived
  world.service.setSettings(FORBIDDEN)
  await candor.refreshPolicy()
  await flushed
  expect(candor.waiting()).toEqual([])
  expect(candor.dropped()).toMatchObject([{ category: 'usage', reason: 'forbidden' }])
})

test('what one user takes back leaves what another user of the device consented to', async () => {
  const { candor } = startWithConsent()
  candor.error.report({ ErrorCode: 'of amos' })
  candor.setUser('bellaross')
  candor.consent.set('granted')
  candor.error.report({ ErrorCode: 'of bella' })
  candor.consent.set('denied')
  await candor.flush()
  expect(errors()).toEqual(['of amos'])
})
