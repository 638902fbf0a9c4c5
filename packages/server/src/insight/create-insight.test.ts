import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
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
const question = { days: 3, nowMillis }
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

const ids = Array.from({ length: 40 }, () => randomUUID().toUpperCase())

/** 40 devices, each on every second day: 25 with app Big, 12 with Mid and 3 with Small; two devices a user. */
const census = (): readonly AdmittedReport[] =>
  [0, 1, 2, 3].flatMap((daysAgo) =>
    ids.flatMap((id, at) => {
      if ((at + daysAgo) % 2 === 0) return []
      const AppName = ['Big', 'Mid', 'Small'][Number(at >= 25) + Number(at >= 37)]
      const day = today - daysAgo * DAY
      return [makeReport(day, { AppName, DeviceID: id, UserID: ids[at >> 1], SignInAttempts: 2 })]
    }),
  )

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
      UserID: ids[at],
      ErrorCode,
      Exception: { type: 'TypeError', message: 'secret', stack },
    })
  return [
    ...Array.from({ length: 12 }, (_, at) => of(at, 'E1')),
    of(0, 'E1', 1),
    ...[0, 1, 2].map((at) => of(at, 'E2')),
    makeReport(nowMillis, { UserID: ids[0], Performance: { heapBytes: 1 } }),
  ]
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-insight-'))
  store = await openEmbeddedStore({ folder })
  await store.prepare([practices])
  insight = createInsight({ store, groupMinimum: 10 })
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
  test('counts reports once, devices and users distinct, and leaves small groups out', async () => {
    expect(await insight.census(skypeTeams, question)).toEqual({
      product: 'skype-teams',
      category: 'census',
      days: DAYS,
      groupMinimum: 10,
      by: { dataType: 'AppName', label: label('census', 'AppName') },
      groups: [
        { value: 'Big', reports: [12, 13, 12], devices: [12, 13, 12], totalReports: 37, totalDevices: 25 },
        // Six of its devices a day are too few to show.
        {
          value: 'Mid',
          reports: [null, null, null],
          devices: [null, null, null],
          totalReports: 18,
          totalDevices: 12,
        },
      ],
      suppressedGroups: 1,
      totals: {
        reports: 60,
        devices: 40,
        users: 20,
        userEpochs: 1,
        counts: [
          { dataType: 'SignInAttempts', label: label('census', 'SignInAttempts'), total: 120 },
          { dataType: 'SignInFailures', label: label('census', 'SignInFailures'), total: 0 },
        ],
      },
    })
  })

  test('looks back over many days', async () => {
    const { days, groups, totals } = await insight.census(skypeTeams, { days: 200, nowMillis })
    expect(days).toHaveLength(200)
    expect(groups[0]?.devices.slice(-5)).toEqual([null, 13, 12, 13, 12])
    expect(totals).toMatchObject({ reports: 80, devices: 40 })
  })

  test('says nothing where all are few', async () => {
    const strict = createInsight({ store, groupMinimum: 41 })
    const { groups, suppressedGroups, totals } = await strict.census(skypeTeams, question)
    expect({ groups, suppressedGroups }).toEqual({ groups: [], suppressedGroups: 3 })
    expect(totals).toMatchObject({ reports: null, devices: null, users: null })
    expect(totals.counts.map(({ total }) => total)).toEqual([null, null])
  })

  test('without reports there is nothing to show', async () => {
    const answer = await insight.census(skypeTeams, { days: 3, nowMillis: nowMillis + 90 * DAY })
    expect(answer).toMatchObject({ groups: [], suppressedGroups: 0, totals: { reports: null, users: null } })
  })
})

test('usage adds up each day’s counts and durations, each report once', async () => {
  const answer = await insight.usage(skypeTeams, question)
  expect(answer).toMatchObject({ product: 'skype-teams', category: 'usage', days: DAYS, reports: [0, 6, 24] })
  expect(answer.series[0]).toEqual({
    dataType: 'IMSent',
    label: label('usage', 'IMSent'),
    unit: '',
    values: [0, 159, 276],
    total: 435,
  })
  expect(answer.series.find(({ dataType }) => dataType === 'CallMinutes')).toMatchObject({
    unit: 'minute',
    values: [0, 3, 12],
    total: 15,
  })
})

test('usage adds up the buckets of distributions; counts under a former bound go where that bound is now', async () => {
  const { distributions } = await insight.usage(practices, question)
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
  expect((await insight.usage(skypeTeams, question)).distributions).toEqual([])
  const later = { days: 3, nowMillis: nowMillis + 90 * DAY }
  expect((await insight.usage(practices, later)).distributions[0]?.total).toBe(0)
})

test('errors are grouped by cause, with the users they affected, and small groups are left out', async () => {
  const answer = await insight.error(skypeTeams, question)
  expect(answer).toEqual({
    product: 'skype-teams',
    category: 'error',
    days: DAYS,
    groupMinimum: 10,
    groups: [
      {
        fingerprint: expect.stringMatching(/^1:[0-9a-f]{16}$/) as string,
        type: 'TypeError',
        place: 'join (meeting.js:12)',
        code: 'E1',
        reports: 13,
        affectedUsers: 12,
        firstDay: '2026-11-21',
        lastDay: '2026-11-22',
        values: [null, null, 12],
      },
    ],
    suppressedGroups: 1,
    userEpochs: 1,
    reports: [0, 1, 16],
  })
  expect(JSON.stringify(answer)).not.toMatch(/secret|contoso|amos/)
})
