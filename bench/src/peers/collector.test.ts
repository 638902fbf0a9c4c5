import { gzipSync } from 'node:zlib'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { startCollector, type Collector } from './collector.js'
import { oneDs } from './protocols/one-ds.js'

let collector: Collector

beforeEach(async () => {
  collector = await startCollector(oneDs)
})
afterEach(() => collector.close())

const LINES = '{"data":{"serial":0}}\n{"data":{"serial":1}}\n{"data":{"error":0}}'

const post = async (body: BodyInit = LINES): Promise<number> =>
  (await fetch(`${collector.url}/events`, { method: 'POST', body })).status

const arrived = (): number => collector.taken.fate('count', 10).arrived

test('takes what is sent while it is well, zipped or not, and counts its bytes', async () => {
  expect(await post()).toBe(200)
  expect(await post(gzipSync('{"data":{"serial":2}}'))).toBe(200)
  expect(arrived()).toBe(3)
  expect(collector.taken.fate('error', 1).arrived).toBe(1)
  const { all, bodies } = collector.bytes()
  expect(bodies).toBeGreaterThan(LINES.length)
  expect(all).toBeGreaterThan(bodies)
})

test('takes nothing while it is unavailable or unreachable, and is found at the same place afterwards', async () => {
  await collector.setState('unavailable')
  expect(await post()).toBe(503)
  await collector.setState('unreachable')
  await expect(post()).rejects.toThrow('fetch failed')
  expect(arrived()).toBe(0)
  await collector.setState('well')
  expect(await post()).toBe(200)
  expect(arrived()).toBe(2)
})

test('what is sent after an opt-out is a leak, also where it is answered with 503', async () => {
  await post()
  await collector.setState('unavailable')
  collector.countLeaks()
  await post()
  expect(collector.leaked.fate('count', 10).arrived).toBe(2)
})
