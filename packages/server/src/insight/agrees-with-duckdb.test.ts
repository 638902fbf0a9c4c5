import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'

import type { AdmittedReport } from '../spool/spool-entry.js'
import { makeReport } from '../store/testing/entries.js'
import type { InsightQuestion, Series } from './insight.js'
import { DAY, idOf, nowMillis, openWorld, storeTwice } from './testing/insight-world.js'

const TODAY = Date.parse('2026-11-22T00:00:00Z')
const DEVICES = 400

/** A number from 0 below 1 that looks random and is the same in each run (mulberry32). */
const createRandom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const random = createRandom(20_261_122)

/** One of some, the first ones more often. */
const pick = (values: readonly string[]): string => values[Math.floor(values.length * random() ** 2)] ?? ''

/** Devices that report on about every third of 60 days, some of which change their version and their user meanwhile. */
const census = (): readonly AdmittedReport[] =>
  Array.from({ length: DEVICES }, (_, device) => {
    const fixed = {
      AppName: pick(['Teams', 'Skype', 'Launcher', 'Rare']),
      OSName: pick(['Windows', 'macOS', 'Linux']),
      UserLanguage: pick(['en-US', 'es-ES', 'de-DE', 'eu-ES', 'gl-ES']),
      DeviceID: idOf(1, device),
    }
    return Array.from({ length: 60 }, (__, daysAgo) =>
      random() < 0.35
        ? [
            makeReport(TODAY - daysAgo * DAY, {
              ...fixed,
              OSVersion: `${fixed.OSName} ${daysAgo > 20 + Math.floor(random() * 5) ? 1 : 2}`,
              UserID: idOf(2, Math.floor(device / (1 + (device % 3)))),
              SignInAttempts: Math.floor(random() * 4),
              SignInFailures: Number(random() < 0.1),
            }),
          ]
        : [],
    ).flat()
  }).flat()

const usage = (): readonly AdmittedReport[] =>
  Array.from({ length: 900 }, (_, at) => {
    const from = TODAY - (at % 40) * DAY + (at % 24) * 3_600_000
    const words = { [pick(['Whiteboard', 'Reactions', 'Recording'])]: 1 + Math.floor(random() * 3) }
    return makeReport(
      from,
      { IMSent: Math.floor(random() * 9), CallMinutes: 0.5, FeatureUse: words },
      { toMillis: from + 3_600_000 },
    )
  })

let world: Awaited<ReturnType<typeof openWorld>>
let duck: Awaited<ReturnType<DuckDBInstance['connect']>>

const rowsOf = async (sql: string): Promise<readonly Record<string, unknown>[]> =>
  (await duck.runAndReadAll(sql)).getRowObjectsJson()

/** Exports a lane as every operator can, and opens it in another engine. */
const open = async (lane: 'census' | 'usage'): Promise<void> => {
  const path = join(world.folder, `${lane}.parquet`)
  const file = createWriteStream(path)
  await world.store.export({ product: 'skype-teams', category: lane }, 'parquet', file)
  await duck.run(`CREATE VIEW ${lane} AS SELECT * FROM read_parquet('${path}')`)
}

beforeAll(async () => {
  world = await openWorld('empty')
  await storeTwice(world.store, 'census', census())
  await storeTwice(world.store, 'usage', usage())
  duck = await (await DuckDBInstance.create(':memory:')).connect()
  await open('census')
  await open('usage')
}, 60_000)

afterAll(async () => {
  duck.closeSync()
  await world.close()
})

const PERIODS = ['day', 'week', 'month'] as const

/** What is shown of each value, by `<first day> <value>`. */
const shownOf = (
  periods: readonly string[],
  groups: readonly { readonly value: string; readonly series: Series }[],
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    groups.flatMap(({ value, series }) =>
      periods.flatMap((first, at) => {
        const count = series[at] ?? null
        return count === null ? [] : [[`${first} ${value}`, count] as const]
      }),
    ),
  )

const truth = async (sql: string): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries(
    (await rowsOf(sql)).map((row) => [`${String(row['first'])} ${String(row['value'])}`, Number(row['n'])]),
  )

/** Each device of a period with what it reported last in it. */
const devicesOf = (period: string): string =>
  `SELECT strftime(date_trunc('${period}', CAST(covered_day AS DATE)), '%Y-%m-%d') AS first, DeviceID, ` +
  `arg_max(AppName, covered_day) AS AppName, arg_max(OSName, covered_day) AS OSName, arg_max(OSVersion, covered_day) AS OSVersion, ` +
  `arg_max(UserLanguage, covered_day) AS UserLanguage, sum(SignInAttempts) AS attempts FROM census GROUP BY ALL`

const QUESTIONS = PERIODS.flatMap((period) =>
  ['AppName', 'OSName', 'OSVersion', 'UserLanguage'].map((by) => [period, by] as const),
)

test.each(QUESTIONS)(
  'devices by %s and %s are what another engine counts of the exported rows',
  async (period, by) => {
    const question: InsightQuestion = { period, periods: 9, by, nowMillis }
    const { periods, groups, totals, notShown } = await world.insight.census(skypeTeams, question)
    const devices = groups.map(({ value, devices: series }) => ({ value, series }))
    const attempts = groups.map(({ value, counts }) => ({ value, series: counts[0] ?? [] }))
    const shown = shownOf(periods, devices)
    const expected = await truth(
      `SELECT first, ${by} AS value, count(*) AS n FROM (${devicesOf(period)}) GROUP BY ALL`,
    )
    expect(Object.keys(shown).length).toBeGreaterThan(3)
    expect(expected).toMatchObject(shown)
    const tried = await truth(
      `SELECT first, ${by} AS value, sum(attempts) AS n FROM (${devicesOf(period)}) GROUP BY ALL`,
    )
    expect(tried).toMatchObject(shownOf(periods, attempts))
    const all = await truth(
      `SELECT first, 'all' AS value, count(*) AS n FROM (${devicesOf(period)}) GROUP BY ALL`,
    )
    expect(all).toMatchObject(shownOf(periods, [{ value: 'all', series: totals.devices }]))
    for (const [at, total] of totals.devices.entries()) {
      const parts = devices.reduce((sum, { series }) => sum + (series[at] ?? 0), notShown.devices[at] ?? 0)
      expect(parts).toBe(total ?? 0)
    }
  },
)

test.each(PERIODS)('new devices and users by %s are what another engine counts', async (period) => {
  const { periods, totals } = await world.insight.census(skypeTeams, { period, periods: 9, nowMillis })
  const firsts = `SELECT DeviceID, min(CAST(covered_day AS DATE)) AS day FROM census GROUP BY DeviceID`
  const fresh = await truth(
    `SELECT strftime(date_trunc('${period}', day), '%Y-%m-%d') AS first, 'new' AS value, count(*) AS n FROM (${firsts}) GROUP BY ALL`,
  )
  expect(fresh).toMatchObject(shownOf(periods, [{ value: 'new', series: totals.newDevices }]))
  const users = await truth(
    `SELECT strftime(date_trunc('${period}', CAST(covered_day AS DATE)), '%Y-%m-%d') AS first, 'users' AS value, ` +
      `count(DISTINCT UserID) AS n FROM census GROUP BY ALL`,
  )
  const shown = shownOf(periods, [{ value: 'users', series: totals.users }])
  expect(Object.keys(shown).length).toBeGreaterThan(1)
  expect(users).toMatchObject(shown)
})

test('with conditions nothing is shown that is more than another engine counts', async () => {
  const where = ['OSName:Windows', 'UserLanguage:en-US']
  const { periods, groups } = await world.insight.census(skypeTeams, {
    period: 'month',
    periods: 2,
    where,
    nowMillis,
  })
  const shown = shownOf(
    periods,
    groups.map(({ value, devices }) => ({ value, series: devices })),
  )
  const expected = await truth(
    `SELECT first, AppName AS value, count(*) AS n FROM (${devicesOf('month')}) ` +
      `WHERE OSName = 'Windows' AND UserLanguage = 'en-US' GROUP BY ALL`,
  )
  expect(Object.keys(shown).length).toBeGreaterThan(1)
  for (const [key, count] of Object.entries(shown)) {
    expect(count).toBeGreaterThanOrEqual(5)
    expect(count).toBeLessThanOrEqual(expected[key] ?? 0)
  }
})

test.each(PERIODS)('usage by %s is what another engine counts', async (period) => {
  const { periods, series, reports, features } = await world.insight.usage(skypeTeams, {
    period,
    periods: 9,
    nowMillis,
  })
  const first = `strftime(date_trunc('${period}', CAST(covered_day AS DATE)), '%Y-%m-%d')`
  const expected = await truth(
    `SELECT ${first} AS first, 'IMSent' AS value, sum(IMSent) AS n FROM usage GROUP BY ALL ` +
      `UNION ALL SELECT ${first}, 'CallMinutes', sum(CallMinutes) FROM usage GROUP BY ALL ` +
      `UNION ALL SELECT ${first}, 'reports', count(*) FROM usage GROUP BY ALL`,
  )
  const shown = shownOf(periods, [
    ...series
      .filter(({ dataType }) => ['IMSent', 'CallMinutes'].includes(dataType))
      .map(({ dataType, values }) => ({ value: dataType, series: values })),
    { value: 'reports', series: reports },
  ])
  expect(Object.keys(shown).length).toBeGreaterThan(5)
  expect(expected).toMatchObject(shown)
  const words = await truth(
    `SELECT ${first} AS first, entry.key AS value, sum(entry.value) AS n ` +
      `FROM (SELECT covered_day, unnest(map_entries(FeatureUse)) AS entry FROM usage) GROUP BY ALL`,
  )
  const shownWords = shownOf(
    periods,
    (features[0]?.values ?? []).map(({ value, counts }) => ({ value, series: counts })),
  )
  expect(Object.keys(shownWords).length).toBeGreaterThan(3)
  expect(words).toMatchObject(shownWords)
})
