import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { definePractices, type DataCategory } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AdmittedReport } from '../spool/spool-entry.js'
import { openEmbeddedStore } from '../store/embedded-store.js'
import type { Store } from '../store/store.js'
import { makeEntry, makeReport } from '../store/testing/entries.js'
import { createInsight } from './create-insight.js'
import type { Insight } from './insight.js'

const DAY = 86_400_000
const HOUR = 3_600_000
const nowMillis = Date.parse('2026-11-22T09:30:00Z')
const today = Date.parse('2026-11-22T00:00:00Z')
const threeDays = { periods: 3, nowMillis }
const label = (category: 'census' | 'usage', name: string) => {
  const types: Readonly<Record<string, { readonly label?: unknown }>> = skypeTeams.dataTypes[category]
  return types[name]?.label
}

/** The built-in practices with a distribution, which once had a bound more. */
const practices = definePractices({
  ...skypeTeams,
  dataTypes: {
    ...skypeTeams.dataTypes,
    usage: {
      ...skypeTeams.dataTypes.usage,
      Loads: { kind: 'distribution', unit: 'ms', bounds: [0, 100, 1000], example: '0: 1' },
    },
  },
})

let folder = ''
let store: Store
let insight: Insight

/** Stores reports twice, and once more as a block that is stored again: as where every check before failed. */
const storeTwice = async (category: DataCategory, reports: readonly AdmittedReport[]): Promise<void> => {
  const entry = makeEntry('skype-teams', category, reports)
  for (const attempt of ['new', 'new', 'repeated'] as const) {
    await store.insert({ lane: entry, token: randomUUID(), attempt, entries: [entry] })
  }
}

const LEAST = 5

/** The id of a device or a user: the same in each run. */
const idOf = (kind: number, at: number): string =>
  `${String(at).padStart(8, '0')}-0000-4000-8000-${String(kind).padStart(12, '0')}`
const DEVICE = 1
const USER = 2

interface Fleet {
  readonly app: string
  readonly daysAgo: number
  /** Numbers of its devices. */
  readonly from: number
  readonly to: number
  readonly os?: string
  /** Default: each device has its own. */
  readonly user?: number
}

const fleet = ({ app, daysAgo, from, to, os = 'Windows', user }: Fleet): readonly AdmittedReport[] =>
  Array.from({ length: to - from }, (_, at) =>
    makeReport(today - daysAgo * DAY, {
      AppName: app,
      OSName: os,
      OSVersion: `${os} ${(from + at) % 2}`,
      DeviceID: idOf(DEVICE, from + at),
      UserID: idOf(USER, user ?? from + at),
      SignInAttempts: 2,
    }),
  )

/**
 * Today (a Sunday): 16 with Big, of which 6 on macOS, 9 with Mid, 3 with Small, 3 with Tiny. Yesterday: 10 with Big, 3 with Small.
 * The day before: 6 devices of one user. Two weeks ago: 8 of those with Big.
 */
const census = (): readonly AdmittedReport[] => [
  ...fleet({ app: 'Big', daysAgo: 0, from: 0, to: 10 }),
  ...fleet({ app: 'Big', daysAgo: 0, from: 10, to: 16, os: 'macOS' }),
  ...fleet({ app: 'Mid', daysAgo: 0, from: 20, to: 29 }),
  ...fleet({ app: 'Small', daysAgo: 0, from: 30, to: 33 }),
  ...fleet({ app: 'Tiny', daysAgo: 0, from: 40, to: 43 }),
  ...fleet({ app: 'Big', daysAgo: 1, from: 0, to: 10 }),
  ...fleet({ app: 'Small', daysAgo: 1, from: 30, to: 33 }),
  ...fleet({ app: 'Big', daysAgo: 2, from: 50, to: 56, user: 50 }),
  ...fleet({ app: 'Big', daysAgo: 14, from: 0, to: 8 }),
]

const usage = (): readonly AdmittedReport[] =>
  Array.from({ length: 30 }, (_, at) => {
    const from = today + 23 * HOUR - at * HOUR
    return makeReport(
      from,
      {
        IMSent: at,
        CallMinutes: 0.5,
        FeatureUse: { Whiteboard: 1 },
        Loads: { '0': 2, '100': at % 2, '50': 1 },
      },
      { toMillis: from + HOUR },
    )
  })

const stack = 'TypeError: secret\n    at join (https://contoso.com/meeting.js?user=amos:12:7)'

/** 12 users meet E1 today, the first of them yesterday too; 3 meet E2; one report has neither exception nor code. */
const errors = (): readonly AdmittedReport[] => {
  const of = (at: number, ErrorCode: string, daysAgo = 0) =>
    makeReport(nowMillis - daysAgo * DAY, {
      UserID: idOf(USER, at),
      ErrorCode,
      Exception: { type: 'TypeError', message: 'secret', stack },
    })
  return [
    ...Array.from({ length: 12 }, (_, at) => of(at, 'E1')),
    of(0, 'E1', 1),
    ...[0, 1, 2].map((at) => of(at, 'E2')),
    makeReport(nowMillis, { UserID: idOf(USER, 0), Performance: { heapBytes: 1 } }),
  ]
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-insight-'))
  store = await openEmbeddedStore({ folder: join(folder, 'store') })
  await store.prepare([practices])
  insight = createInsight({
    store,
    folder: join(folder, 'insights'),
    groupMinimum: LEAST,
    now: () => nowMillis,
  })
  await storeTwice('census', census())
  await storeTwice('usage', usage())
  await storeTwice('error', errors())
})

afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22']

describe('census', () => {
  test('counts devices by day and value; what few have is hidden, and more where the rest would tell of it', async () => {
    const answer = await insight.census(skypeTeams, threeDays)
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
    const answer = await insight.census(skypeTeams, { period: 'week', periods: 2, nowMillis })
    expect(answer).toMatchObject({
      periods: ['2026-11-09', '2026-11-16'],
      groups: [
        { value: 'Big', devices: [null, 22] },
        { value: 'Mid', devices: [null, 9] },
      ],
      notShown: { devices: [0, 6] },
      totals: { devices: [null, 37], newDevices: [null, 29], users: [null, 32], reports: [null, 50] },
    })
    expect(await insight.census(skypeTeams, { period: 'month', periods: 1, nowMillis })).toMatchObject({
      periods: ['2026-11-01'],
      totals: { devices: [37], reports: [58] },
    })
  })

  test('filters by what enough have in common', async () => {
    const answer = await insight.census(skypeTeams, { periods: 1, nowMillis, where: ['OSName:macOS'] })
    expect(answer).toMatchObject({
      where: [{ id: 'OSName', value: 'macOS' }],
      groups: [{ value: 'Big', devices: [6] }],
      notShown: { devices: [0] },
      totals: { devices: [6], users: [null], reports: [6] },
    })
    const none = await insight.census(skypeTeams, {
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
    await expect(insight.census(skypeTeams, { nowMillis, ...asked })).rejects.toMatchObject({
      code: 'CANDOR_QUERY_REFUSED',
    })
  })

  test('says nothing of fewer than the minimum', async () => {
    const strict = createInsight({
      store,
      folder: join(folder, 'strict'),
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
    const at = join(folder, 'kept')
    const reads: string[] = []
    const watched = {
      source: store.source,
      query: async (...asked: Parameters<Store['query']>) => {
        reads.push(asked[0])
        return store.query(...asked)
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
    await storeTwice('census', fleet({ app: 'Late', daysAgo: 20, from: 100, to: 107 }))
    expect(await first.census(practices, oneDay)).toMatchObject({ totals: { devices: [7] } })
    reads.length = 0
    expect(await open().census(practices, oneDay)).toMatchObject({ totals: { devices: [7] } })
    expect(reads).toHaveLength(1)
    await store.erase(
      { product: 'skype-teams', category: 'census' },
      { columns: ['DeviceID'], ids: Array.from({ length: 7 }, (_, device) => idOf(DEVICE, 100 + device)) },
    )
    expect(await open().census(practices, oneDay)).toMatchObject({ totals: { devices: [null] } })
    expect(readdirSync(join(at, 'skype-teams/census'))).toEqual([])
  })
})

test('usage counts what was done, by client and day', async () => {
  const answer = await insight.usage(skypeTeams, threeDays)
  expect(answer).toMatchObject({
    product: 'skype-teams',
    category: 'usage',
    periods: DAYS,
    by: { id: 'client' },
    reports: [null, 6, 24],
    groups: [{ value: 'desktop', reports: [null, 6, 24] }],
    notShown: { reports: [0, 0, 0] },
    features: [{ dataType: 'FeatureUse', values: [{ value: 'Whiteboard', counts: [null, 6, 24] }] }],
  })
  expect(answer.series[0]).toEqual({
    dataType: 'IMSent',
    label: label('usage', 'IMSent'),
    unit: '',
    values: [null, 159, 276],
  })
  expect(answer.series.find(({ dataType }) => dataType === 'CallMinutes')).toMatchObject({
    unit: 'minute',
    values: [null, 3, 12],
  })
})

test('a distribution counts what fell into each bucket, also of bounds that it no longer has', async () => {
  const { distributions } = await insight.usage(practices, threeDays)
  expect(distributions).toEqual([
    {
      dataType: 'Loads',
      label: { en: 'Loads', es: 'Loads' },
      unit: 'ms',
      buckets: [
        { from: 0, count: 90 },
        { from: 100, count: 15 },
        { from: 1000, count: 0 },
      ],
      total: 105,
    },
  ])
  expect((await insight.usage(skypeTeams, threeDays)).distributions).toEqual([])
  const later = { periods: 3, nowMillis: nowMillis + 90 * DAY }
  expect((await insight.usage(practices, later)).distributions[0]?.total).toBe(0)
})

describe('errors', () => {
  test('are grouped by their cause; what few users met is not shown', async () => {
    const answer = await insight.error(skypeTeams, threeDays)
    expect(answer).toMatchObject({
      category: 'error',
      periods: DAYS,
      by: { id: 'fingerprint' },
      groups: [
        {
          value: expect.stringMatching(/^1:[0-9a-f]{16}$/) as string,
          type: 'TypeError',
          place: 'join (meeting.js:12)',
          code: 'E1',
          affectedUsers: 12,
          firstDay: '2026-11-21',
          lastDay: '2026-11-22',
          // The others of today, of four users, would be the difference of all and of this group.
          reports: [null, null, null],
        },
      ],
      moreGroups: 0,
      userEpochs: 1,
      reports: [null, null, 16],
    })
    expect(JSON.stringify(answer)).not.toMatch(/secret|contoso|amos/)
  })

  test('are counted by client', async () => {
    expect(await insight.error(skypeTeams, { ...threeDays, by: 'client' })).toMatchObject({
      groups: [
        { value: 'desktop', type: '', affectedUsers: null, firstDay: null, reports: [null, null, 16] },
      ],
    })
  })
})
