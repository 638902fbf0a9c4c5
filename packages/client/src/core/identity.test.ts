import { readFileSync } from 'node:fs'

import { skypeTeams } from '@candor/practices/skype-teams'
import { normaliseUserId } from '@candor/practices'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { firstHash as browserFirstHash } from '../browser/first-hash.js'
import { firstHash as nodeFirstHash } from '../node/first-hash.js'
import { createClientWorld, DAY_MILLIS, type ClientWorld } from '../testing/client-world.js'

let world: ClientWorld

beforeEach(async () => {
  world = await createClientWorld()
})
afterEach(() => world.close())

const census = () => world.service.accepted('census').map(({ data }) => data)

const VECTORS = [
  ...readFileSync(new URL('../../../../docs/test-vectors.md', import.meta.url), 'utf8').matchAll(
    /^\| `(.+)` \| `(.+)` \| `(.{43})` \|$/gm,
  ),
]

test('the published first hashes are those of every platform', async () => {
  expect(VECTORS).toHaveLength(3)
  for (const [, userId = '', normalised, expected] of VECTORS) {
    expect(normaliseUserId(userId)).toBe(normalised)
    for (const firstHash of [browserFirstHash, nodeFirstHash]) {
      expect(await firstHash(normaliseUserId(userId), skypeTeams.censusSalt)).toBe(expected)
    }
  }
})

test('census carries the first hash of the user and the id of the device, each always the same', async () => {
  const first = world.start()
  first.setUser('AmosMarble')
  await first.flush()
  await first.close()
  world.pass(DAY_MILLIS)
  const second = world.start()
  second.setUser('amosmarble')
  await second.flush()
  const [one, two] = census()
  expect(one?.['UserID']).toMatch(/^[\w-]{43}$/)
  expect(one?.['DeviceID']).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/)
  expect(two).toEqual(one)
})

test('no raw user id is in the storage or in census and usage, also after errors were sent', async () => {
  const candor = world.start()
  candor.setUser('Amos.Marble@contoso.com')
  candor.consent.set('granted')
  candor.error.report({ ErrorCode: '0x1' })
  candor.usage.IMSent.add()
  candor.census.SignInAttempts.add()
  await candor.flush()
  await candor.close()
  expect(await world.kept()).not.toMatch(/marble/i)
  const bodies = world.service.arrivals.filter(({ category }) => category !== 'error')
  expect(bodies.map(({ category }) => category).toSorted()).toEqual(['census', 'usage'])
  for (const { text } of bodies) expect(text).not.toMatch(/marble/i)
  expect(bodies.find(({ category }) => category === 'usage')?.text).not.toMatch(/UserID|DeviceID/)
})

test('sign-in counters before the sign-in are of the same report, and another user begins another one', async () => {
  const candor = world.start()
  candor.census.SignInAttempts.add()
  candor.setUser('amosmarble')
  candor.setUser(undefined)
  candor.census.SignInAttempts.add(2)
  candor.setUser('bellaross')
  candor.census.SignInAttempts.add(4)
  await candor.flush()
  const [amos, bella, ...others] = census()
  expect(others).toEqual([])
  expect([amos?.['SignInAttempts'], bella?.['SignInAttempts']]).toEqual([3, 4])
  expect(amos?.['UserID']).not.toBe(bella?.['UserID'])
  expect(amos?.['DeviceID']).toBe(bella?.['DeviceID'])
})

test('a user id that is none is counted, and nobody is signed in', () => {
  const candor = world.start()
  candor.setUser('')
  candor.setUser('x'.repeat(400))
  expect(candor.consent.get()).toBe('undecided')
  expect(candor.diagnostics()).toMatchObject({ 'user-refused': 2 })
})
