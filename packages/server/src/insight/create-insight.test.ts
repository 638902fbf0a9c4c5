import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Store } from '../store/store.js'
import { createInsight } from './create-insight.js'
import {
  DAY,
  DEVICE,
  fleet,
  idOf,
  label,
  LEAST,
  nowMillis,
  openWorld,
  practices,
  storeTwice,
  threeDays,
} from './testing/insight-world.js'

let world: Awaited<ReturnType<typeof openWorld>>

beforeAll(async () => {
  world = await openWorld()
})

afterAll(async () => world.close())

const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22']

describe('census', () => {
  test('counts devices by day and value; what few have is hidden, and more where the rest would tell of it', async () => {
    const answer = await world.insight.census(skypeTeams, threeDays)
    expect(answer).toMatchObject({
      product: 'skype-teams',
      category: 'census',
      period: 'day',
      periods: DAYS,
      asOf: '2026-11-22T09:30:00.000Z',
      groupMinimum: LEAST,
      by: { id: 'AppName', label: label('census', 'AppName') },
      where: [],
      moreGroups: 0,
      groups: [
        // Yesterday the three with Small would be the difference of all and of Big.
        {
          value: 'Big',
          devices: [null, null, 16],
          reports: [null, null, 16],
          counts: [
            [null, null, 32],
            [null, null, 0],
          ],
        },
        { value: 'Mid', devices: [null, null, 9] },
      ],
      notShown: { devices: [0, 13, 6] },
      totals: {
        // Six devices of one user are one person's.
        devices: [null, 13, 31],
        users: [null, 13, 31],
        reports: [null, 13, 31],
        counts: [
          { dataType: 'SignInAttempts', label: label('census', 'SignInAttempts'), values: [null, 26, 62] },
          { dataType: 'SignInFailures', values: [null, 0, 0] },
        ],
      },
      userEpochs: 1,
    })
    expect(answer.dimensions.map(({ id }) => id)).toEqual([
      'AppName',
      'DeviceModel',
      'OSName',
      'OSVersion',
      'UserLanguage',
      'client',
      'seen',
    ])
  })

  test('counts a device once in a week, and as new where it was not seen before', async () => {
    const answer = await world.insight.census(skypeTeams, { period: 'week', periods: 2, nowMillis })
    expect(answer).toMatchObject({
      periods: ['2026-11-09', '2026-11-16'],
      groups: [
        { value: 'Big', devices: [null, 22] },
        { value: 'Mid', devices: [null, 9] },
      ],
      notShown: { devices: [0, 6] },
      totals: { devices: [null, 37], newDevices: [null, 29], users: [null, 32], reports: [null, 50] },
    })
    expect(await world.insight.census(skypeTeams, { period: 'month', periods: 1, nowMillis })).toMatchObject({
      periods: ['2026-11-01'],
      totals: { devices: [37], reports: [58] },
    })
  })

  test('filters by what enough have in common', async () => {
    const answer = await world.insight.census(skypeTeams, { periods: 1, nowMillis, where: ['OSName:macOS'] })
    expect(answer).toMatchObject({
      where: [{ id: 'OSName', value: 'macOS' }],
      groups: [{ value: 'Big', devices: [6] }],
      notShown: { devices: [0] },
      totals: { devices: [6], users: [null], reports: [6] },
    })
    const none = await world.insight.census(skypeTeams, {
      periods: 1,
      nowMillis,
      where: ['OSName:iOS', 'client:web'],
    })
    expect(none).toMatchObject({ groups: [], totals: { devices: [null] } })
  })

  test.each([
    { by: 'DeviceID' },
    { by: 'nothing' },
    { where: ['UserID:x'] },
    { where: ['OSName'] },
    { periods: 0 },
    { periods: 401 },
    { period: 'week' as const, periods: 105 },
  ])('refuses %j', async (asked) => {
    await expect(world.insight.census(skypeTeams, { nowMillis, ...asked })).rejects.toMatchObject({
      code: 'CANDOR_QUERY_REFUSED',
    })
  })

  test('says nothing of fewer than the minimum', async () => {
    const strict = createInsight({
      store: world.store,
      folder: join(world.folder, 'strict'),
      groupMinimum: 38,
      now: () => nowMillis,
    })
    const answer = await strict.census(skypeTeams, threeDays)
    expect(answer).toMatchObject({
      groups: [],
      notShown: { devices: [0, 0, 0] },
      totals: { devices: [null, null, null], users: [null, null, null], reports: [null, null, null] },
    })
    expect(await strict.clients(skypeTeams, { periods: 28, nowMillis })).toContainEqual({
      client: 'desktop',
      devices: null,
    })
  })
})

describe('what was counted', () => {
  test('is kept over a restart, counted anew when reports come or go, and gone with them', async () => {
    const at = join(world.folder, 'kept')
    const reads: string[] = []
    const watched = {
      source: (...asked: Parameters<Store['source']>) => world.store.source(...asked),
      query: async (...asked: Parameters<Store['query']>) => {
        reads.push(asked[0])
        return world.store.query(...asked)
      },
    }
    const open = () =>
      createInsight({
        store: watched,
        folder: at,
        groupMinimum: LEAST,
        now: () => nowMillis,
        steadyNow: () => 0,
      })
    const oneDay = { periods: 1, nowMillis: nowMillis - 20 * DAY }
    const first = open()
    expect(await first.census(practices, oneDay)).toMatchObject({ totals: { devices: [null] } })
    await storeTwice(world.store, 'census', fleet({ app: 'Late', daysAgo: 20, from: 100, to: 107 }))
    expect(await first.census(practices, oneDay)).toMatchObject({ totals: { devices: [7] } })
    reads.length = 0
    expect(await open().census(practices, oneDay)).toMatchObject({ totals: { devices: [7] } })
    expect(reads).toHaveLength(1)
    await world.store.erase(
      { product: 'skype-teams', category: 'census' },
      { columns: ['DeviceID'], ids: Array.from({ length: 7 }, (_, device) => idOf(DEVICE, 100 + device)) },
    )
    expect(await open().census(practices, oneDay)).toMatchObject({ totals: { devices: [null] } })
    expect(readdirSync(join(at, 'skype-teams/census'))).toEqual([])
  })
})
