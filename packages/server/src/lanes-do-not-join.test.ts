import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DATA_CATEGORIES, formatTime, INGEST_PATHS, type DataCategory } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createService } from './service.js'
import { openEmbeddedEngine } from './store/embedded-engine.js'
import { tableOf } from './store/identifiers.js'
import { attackByJoins, type WatchedRow } from './testing/join-attack.js'

// What this proves: of people who differ in nothing but their ids, their counts and when they were there, and who each send
// a report of all three lanes at one moment, neither a column of a real table (the engine's own included: part and place in
// the part), nor two of them together, lead from a row of one lane to the person's row in another more often than guesses
// do. A shared id, time or order would find everybody. What people themselves write into two lanes (a rare device model in
// census and in an error's configuration) is not what it is about; nor are the times of files that are not merged yet.

const PEOPLE = 60

/** Of so many people a few are always found by chance: counts are equal by accident. An id finds 1. */
const MOST_FOUND_BY_ONE = 0.15
const MOST_FOUND_BY_TWO = 0.3

const HOUR_MILLIS = 3_600_000
const NOW = Date.parse('2026-11-22T12:20:00Z')

let folder = ''
const lanes = new Map<DataCategory, readonly WatchedRow[]>()
const owners = new Map<string, number>()

/** Numbers that look random and are the same in each run (Park and Miller). */
const createDice = (seed: number): ((sides: number) => number) => {
  let state = seed
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647
    return state % sides
  }
}

const dice = createDice(20_261_122)

const dataOf = (category: DataCategory, person: number): object => {
  const user = `person${person}@contoso.com`
  switch (category) {
    case 'census':
      return {
        AppName: 'Teams',
        OSVersion: '10.0',
        UserLanguage: 'en-US',
        DeviceID: randomUUID().toUpperCase(),
        // Stands for the first hash, which is different for each person too.
        UserID: Buffer.from(user.padEnd(32, '.')).toString('base64url'),
        SignInAttempts: 1 + dice(20),
      }
    case 'usage':
      return {
        IMSent: dice(30),
        CallsMade: 1 + dice(10),
        CallMinutes: dice(500) / 2,
        FeatureUse: { Chat: 1 + dice(9) },
      }
    case 'error':
      return {
        UserID: user,
        ErrorCode: `0x${dice(5)}`,
        Exception: {
          type: 'TypeError',
          message: `no seat for ${user}`,
          stack: `TypeError\n    at a (b.js:${dice(9)}:2)`,
        },
        Performance: { heapBytes: dice(1_000_000) },
      }
    default:
      return category satisfies never
  }
}

const readRows = async (category: DataCategory): Promise<readonly WatchedRow[]> => {
  const engine = openEmbeddedEngine(join(folder, 'store'))
  try {
    const table = tableOf({ product: 'skype-teams', category })
    // As they are once the engine has merged the month; who has the files sooner sees which rows came within one second.
    await engine.command(`OPTIMIZE TABLE ${table} FINAL`)
    const rows = await engine.rows(
      `SELECT *, _part, _part_offset, rowNumberInAllBlocks() AS place FROM ${table}`,
      {},
    )
    return rows.map((columns) => ({ person: owners.get(String(columns['report_id'])) ?? -1, columns }))
  } finally {
    await engine.close()
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-lanes-'))
  let clock = NOW
  const products = [{ practices: skypeTeams, keys: ['demo'] }]
  const service = await createService({ dataFolder: folder, port: 0, products, now: () => clock })
  const send = async (category: DataCategory, person: number): Promise<void> => {
    const id = randomUUID()
    owners.set(id, person)
    const [from, to] = category === 'error' ? [clock, clock] : [clock - HOUR_MILLIS, clock]
    const report = {
      id,
      from: formatTime(category, from),
      to: formatTime(category, to),
      data: dataOf(category, person),
    }
    const origin = category === 'census' ? {} : { org: 'contoso.com' }
    const body = {
      v: 1,
      practices: 'skype-teams@1',
      client: 'desktop',
      os: 'Windows',
      ...origin,
      reports: [report],
    }
    const url = `${service.url}${INGEST_PATHS[category]}?key=demo`
    const answer: unknown = await (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).json()
    expect(answer).toEqual({ accepted: 1, duplicate: 0, refused: [] })
  }
  for (let person = 0; person < PEOPLE; person += 1) {
    clock += 1000 + dice(20_000)
    for (const category of DATA_CATEGORIES) await send(category, person)
  }
  await service.settle()
  await service.close()
  for (const category of DATA_CATEGORIES) lanes.set(category, await readRows(category))
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true }))

const rowsOf = (category: DataCategory): readonly WatchedRow[] => lanes.get(category) ?? []

describe('no row of one lane leads to the same person’s row in another', () => {
  test('everybody is in every lane once', () => {
    for (const category of DATA_CATEGORIES)
      expect(
        rowsOf(category)
          .map(({ person }) => person)
          .toSorted((a, b) => a - b),
      ).toEqual(Array.from({ length: PEOPLE }, (_, person) => person))
  })

  test.each([
    ['census', 'usage'],
    ['census', 'error'],
    ['usage', 'error'],
  ] as const)('%s and %s', (one, other) => {
    const { single, double } = attackByJoins(rowsOf(one), rowsOf(other), PEOPLE)
    expect(single.length).toBeGreaterThan(300)
    expect(single.filter(({ found }) => found > MOST_FOUND_BY_ONE)).toEqual([])
    expect(double.filter(({ found }) => found > MOST_FOUND_BY_TWO)).toEqual([])
  })

  test('the attack works on these very rows: with one column of the other lane it finds everybody', () => {
    const told = rowsOf('usage').map(({ person, columns }) => {
      const census = rowsOf('census').find((row) => row.person === person)
      return { person, columns: { ...columns, leaked: census?.columns['DeviceID'] } }
    })
    expect(attackByJoins(rowsOf('census'), told, PEOPLE).single[0]).toEqual({
      by: 'DeviceID=leaked',
      found: 1,
    })
  })

  test('rows stand in the order of random ids, not of arrival', () => {
    for (const category of DATA_CATEGORIES) {
      const order = rowsOf(category).toSorted(
        (a, b) => Number(a.columns['place']) - Number(b.columns['place']),
      )
      const inOrder = order.filter(({ person }, at) => person === (order[at - 1]?.person ?? -1) + 1)
      expect(inOrder.length).toBeLessThan(PEOPLE / 6)
    }
  })

  test('what is stored of arrival is the day in census, the hour in usage, the instant in errors', () => {
    const arrivals = DATA_CATEGORIES.map((category) =>
      rowsOf(category).map(({ columns }) => String(columns['received_at'])),
    )
    const [census = [], usage = [], error = []] = arrivals
    expect(new Set(census)).toEqual(new Set(['2026-11-22']))
    expect(usage.every((time) => /^2026-11-22 1\d:00:00$/.test(time))).toBe(true)
    expect(new Set(error).size).toBe(PEOPLE)
  })
})
