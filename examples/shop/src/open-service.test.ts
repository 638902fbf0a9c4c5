import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { openService } from './open-service.js'

test('the service names itself and its branch, each in the lane where it may', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'candor-shop-service-'))
  const place = { endpoint: '', key: 'demo', branch: 'lisbon.shop.example', region: 'Iberia' }
  const candor = openService({ ...place, folder })
  await candor.ready
  candor.usage.Searches.add()
  const bodies = candor.waiting().map(({ category, body }) => [category, body] as const)
  await candor.close()
  await rm(folder, { recursive: true, force: true })
  const census = bodies.find(([category]) => category === 'census')?.[1]
  const usage = bodies.find(([category]) => category === 'usage')?.[1]
  expect(census).toContain('"Storefront":"Shop service"')
  expect(census).toContain('"Visits":1')
  expect(census).not.toContain('lisbon')
  expect(usage).toContain('"Branch":"lisbon.shop.example"')
  expect(usage).not.toContain('Iberia')
  expect(candor.diagnostics()).toEqual({})
})
