import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSubjectService } from './testing/subject-service.js'

let world: Awaited<ReturnType<typeof startSubjectService>>
beforeAll(async () => {
  world = await startSubjectService()
})
afterAll(() => world.stop())

const ids = (count: number): readonly string[] => Array.from({ length: count }, () => randomUUID())

test('one address cannot fill the room for tombstones with ids that nobody has', async () => {
  const flood = { category: 'usage', reports: ids(10_000) }
  expect((await world.device('erasure', flood)).status).toBe(202)
  expect((await world.device('erasure', { ...flood, reports: ids(10_000) })).status).toBe(202)
  const { status, headers, body } = await world.device('erasure', { ...flood, reports: ids(1) })
  expect([status, body['code']]).toEqual([429, 'CANDOR_RATE_LIMITED'])
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  world.clock.millis += 60_000
  expect((await world.device('erasure', { ...flood, reports: ids(1) })).status).toBe(202)
})
