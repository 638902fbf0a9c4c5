import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { definePractices } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEmbeddedStore } from './embedded-store.js'
import type { Store } from './store.js'
import { makeEntry, makeReport } from './testing/entries.js'

const DAY = 86_400_000
const AT = Date.parse('2026-11-22T00:00:00Z')
const CENSUS = { product: 'skype-teams', category: 'census' } as const

let folder = ''
let store: Store

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-store-'))
  store = await openEmbeddedStore({ folder: join(folder, 'data') })
  await store.prepare([skypeTeams])
})

afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const columnsOf = async (table: string): Promise<Record<string, unknown>> => {
  const rows = await store.query(
    "SELECT name, type FROM system.columns WHERE database = 'candor' AND table = {table:String}",
    {
      table,
    },
  )
  return Object.fromEntries(rows.map(({ name, type }) => [String(name), type]))
}

const countOf = async (os: string): Promise<unknown> => {
  const sql = 'SELECT count() AS reports FROM candor.skype_teams_census WHERE client_os = {os:String}'
  return (await store.query(sql, { os }))[0]?.['reports']
}

describe('tables', () => {
  test('census can hold no organisation, no pool, no decision, and no time more precise than a day', async () => {
    const columns = await columnsOf('skype_teams_census')
    expect(Object.keys(columns).filter((name) => /^(?:origin|decision)/.test(name))).toEqual([])
    expect(Object.values(columns).filter((type) => String(type).startsWith('DateTime'))).toEqual([])
    expect(columns).toMatchObject({
      report_id: 'UUID',
      received_at: 'Date',
      DeviceID: 'UUID',
      SignInAttempts: 'UInt64',
    })
  })

  test('usage holds hours and its organisation, and no user or device', async () => {
    const columns = await columnsOf('skype_teams_usage')
    expect(columns).toMatchObject({ origin_org: 'LowCardinality(String)', covers_to: "DateTime('UTC')" })
    expect(Object.entries(columns).filter(([, type]) => type === 'UUID')).toEqual([['report_id', 'UUID']])
  })

  test('a new version adds columns, an old one loses none, and reports of both are kept', async () => {
    const grown = definePractices({
      ...skypeTeams,
      version: 2,
      dataTypes: {
        ...skypeTeams.dataTypes,
        census: {
          AppName: skypeTeams.dataTypes.census.AppName,
          Restarts: { kind: 'count', example: '2' },
        },
      },
    })
    await store.prepare([skypeTeams, grown])
    const entry = makeEntry('skype-teams', 'census', [
      makeReport(AT, { AppName: 'old', SignInAttempts: 4 }),
      makeReport(AT, { AppName: 'new', Restarts: 2 }),
    ])
    await store.insert({ lane: CENSUS, token: 'grown', attempt: 'new', entries: [{ ...entry, os: 'grown' }] })
    const sql = `SELECT AppName, SignInAttempts, Restarts FROM candor.skype_teams_census WHERE client_os = 'grown' ORDER BY AppName`
    expect(await store.query(sql)).toEqual([
      { AppName: 'new', SignInAttempts: 0, Restarts: 2 },
      { AppName: 'old', SignInAttempts: 4, Restarts: 0 },
    ])
  })

  test('a data type cannot change its kind', async () => {
    const retyped = {
      ...skypeTeams,
      version: 3,
      dataTypes: { ...skypeTeams.dataTypes, census: { AppName: { kind: 'count', example: '1' } } },
    } as const
    await expect(store.prepare([skypeTeams, retyped])).rejects.toMatchObject({
      code: 'CANDOR_PRACTICES_INVALID',
    })
  })
})

describe('inserting', () => {
  const block = (os: string, days: readonly number[]) =>
    makeEntry(
      'skype-teams',
      'census',
      days.map((day) => makeReport(AT - day * DAY, { AppName: 'a' })),
      { os },
    )

  test('a block that comes twice under one token counts once, over months too', async () => {
    const entry = block('twice', [0, 1, 40, 80])
    await store.insert({ lane: CENSUS, token: 'twice', attempt: 'new', entries: [entry] })
    await store.insert({ lane: CENSUS, token: 'twice', attempt: 'new', entries: [entry] })
    expect(await countOf('twice')).toBe(4)
  })

  test('an insert after another token is not held back by it', async () => {
    await store.insert({ lane: CENSUS, token: 'one', attempt: 'new', entries: [block('leak', [0])] })
    await store.insert({ lane: CENSUS, token: 'two', attempt: 'new', entries: [block('leak', [0])] })
    expect(await countOf('leak')).toBe(2)
  })

  test('of a repeated block only what is missing is stored', async () => {
    const [first, second] = [block('repeated', [0, 40]), block('repeated', [0, 41, 80])]
    await store.insert({ lane: CENSUS, token: 'part', attempt: 'new', entries: [first] })
    const whole = { lane: CENSUS, token: 'whole', attempt: 'repeated', entries: [first, second] } as const
    await store.insert(whole)
    await store.insert(whole)
    expect(await countOf('repeated')).toBe(5)
  })

  test('values that cannot be stored are told from an engine that fails', async () => {
    const broken = makeEntry('skype-teams', 'error', [makeReport(AT, { ErrorLog: 7 })])
    const insert = store.insert({ lane: broken, token: 'broken', attempt: 'new', entries: [broken] })
    await expect(insert).rejects.toMatchObject({ code: 'CANDOR_VALUE_REFUSED' })
  })

  test('a product that was not prepared is refused', async () => {
    const lane = { product: 'nobody', category: 'census' } as const
    const insert = store.insert({ lane, token: 'x', attempt: 'new', entries: [] })
    await expect(insert).rejects.toMatchObject({ code: 'CANDOR_PRACTICES_UNKNOWN' })
  })

  test('nothing is left in the transfer folder, which is its owner’s alone', () => {
    const transfer = join(folder, 'data', 'transfer')
    expect(readdirSync(transfer)).toEqual([])
    expect(statSync(transfer).mode & 0o777).toBe(0o700)
  })
})

describe('reading', () => {
  test('values are bound and never read as SQL', async () => {
    const odd = "'; DROP TABLE candor.skype_teams_census; --\n\t\\"
    expect(await store.query('SELECT {odd:String} AS odd', { odd })).toEqual([{ odd }])
  })

  test('what the engine refuses has a code, and says nothing of the query', async () => {
    const failure = store.query('SELECT secret_word FROM nowhere')
    await expect(failure).rejects.toMatchObject({ code: 'CANDOR_STORE_UNAVAILABLE' })
    await expect(failure).rejects.not.toThrow('secret_word')
  })

  test('an insert does not wait behind a slow read', async () => {
    const slow = store.query('SELECT sum(sleepEachRow(0.2)) AS slept FROM numbers(4)')
    const entry = makeEntry('skype-teams', 'census', [makeReport(AT, {})], { os: 'beside' })
    const inserted = store.insert({ lane: CENSUS, token: 'beside', attempt: 'new', entries: [entry] })
    const first = await Promise.race([slow.then(() => 'read'), inserted.then(() => 'insert')])
    expect(first).toBe('insert')
    await slow
  })
})
