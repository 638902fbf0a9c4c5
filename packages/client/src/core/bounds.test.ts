import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { createTabWorld, type TabWorld } from '../testing/tab-world.js'
import { createAcknowledged } from '../inspection/acknowledged.js'
import { byteLength } from './byte-length.js'

let world: TabWorld

beforeEach(async () => {
  world = await createTabWorld()
})
afterEach(() => world.close())

const bytesKept = (): number =>
  world.device
    .content()
    .split('\n')
    .filter((line) => /^\S*error\.(?:growing|waiting)/.test(line))
    .reduce((sum, line) => sum + Buffer.byteLength(line.slice(line.indexOf(' ') + 1)), 0)

test('a lane keeps so many bytes and no more: the oldest errors go, and are counted and shown', async () => {
  const { candor } = world.start({ maxLaneBytes: 20_000 })
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  await candor.flush()
  world.service.answerWith({ status: 503 })
  for (let error = 0; error < 60; error += 1) {
    world.clock.pass(1)
    candor.error.report({ Exception: { type: 'Error', message: `nº ${error} ${'ñ'.repeat(400)}` } })
  }
  await candor.flush()
  expect(bytesKept()).toBeLessThanOrEqual(20_000)
  expect(bytesKept()).toBeGreaterThan(18_000)
  world.service.answerWith(undefined)
  const kept = candor.waiting().filter(({ category }) => category === 'error').length
  await candor.flush()
  const messages = world.service
    .accepted('error')
    .map(({ data }) => (data['Exception'] as { message: string }).message.split(' ')[1])
  expect(messages).toEqual(Array.from({ length: kept }, (_, at) => String(60 - kept + at)))
  expect(candor.diagnostics()['queue-full']).toBe(60 - kept)
  const dropped = candor.dropped().filter(({ reason }) => reason === 'queue-full')
  expect(dropped.flatMap(({ ids }) => ids)).toHaveLength(60 - kept)
})

test('the bytes of a text are those of its UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(byteLength(text)).toBe(Buffer.byteLength(text))
    }),
  )
  expect(byteLength('ñ€😀')).toBe(9)
})

test('of the ids that the service has the newest 10 000 are kept', () => {
  const values = new Map<string, string>()
  const storage = {
    get: (key: string) => values.get(key),
    set: (key: string, value: string) => void values.set(key, value),
    remove: (key: string) => void values.delete(key),
    keys: () => [...values.keys()],
  }
  let nowMillis = 0
  const acknowledged = createAcknowledged('usage.ids', storage, () => (nowMillis += 1))
  const ids = Array.from({ length: 10_250 }, (_, at) => String(at).padStart(36, '0'))
  for (let at = 0; at < ids.length; at += 70) acknowledged.add(ids.slice(at, at + 70))
  expect(acknowledged.read().length).toBeGreaterThan(9_900)
  expect(acknowledged.read().length).toBeLessThanOrEqual(10_000)
  expect(acknowledged.read()).toEqual(ids.slice(-acknowledged.read().length))
})
