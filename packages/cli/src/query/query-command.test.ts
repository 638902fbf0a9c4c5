import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveLines, type ServedLines } from '../testing/serve-lines.js'
import { answerQuery } from './answer-query.js'
import type { Insight } from './figures.js'

let lines: ServedLines

const day = new Date().toISOString().slice(0, 10)

const CENSUS = ['query', 'census', '--periods', '2', '--by', 'OSName']

const send = async (systems: readonly string[]): Promise<void> => {
  const reports = systems.map((system) => ({
    id: randomUUID(),
    from: day,
    to: day,
    data: {
      DeviceID: randomUUID().toUpperCase(),
      OSName: system,
      SignInAttempts: 2,
    },
  }))
  const answer = await fetch(`${lines.service.url}/v1/census?key=demo`, {
    method: 'POST',
    body: JSON.stringify({ v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Windows', reports }),
  })
  expect(await answer.json()).toMatchObject({ accepted: systems.length })
}

beforeAll(async () => {
  lines = await serveLines()
  const systems = (name: string, count: number) => Array.from({ length: count }, () => name)
  await send([...systems('Windows', 12), ...systems('macOS, new', 11), ...systems('Rare', 10)])
  await lines.service.settle()
}, 30_000)
afterAll(() => lines.close())

test('no spreadsheet takes a text of CSV for a formula', () => {
  const by = { id: 'OSName', label: { en: 'System', es: 'Sistema' } }
  const groups = [{ value: '=1+"1"', reports: [1] }]
  const insight = { category: 'error', periods: ['2026-12-01'], by, reports: [1], groups, moreGroups: 0 }
  const { text } = answerQuery(insight as unknown as Insight, undefined, 'csv')
  expect(text.en).toContain(`,OSName,"'=1+""1""",reports,1`)
})

describe('candor query', () => {
  test('shows the figures of the insights as a table: groups beside each other, a period a line', async () => {
    // Counts are made beside the questions.
    const all = async () =>
      ((await lines.data(CENSUS)) as { totals: { devices: number[] } }).totals.devices.at(-1)
    await expect.poll(all, { timeout: 15_000 }).toBe(33)
    const { out, err, exitCode } = await lines.run(CENSUS)
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 })
    const [head, columns, , last] = out.split('\n')
    expect(head).toMatch(/^census: devices, by /)
    expect(columns).toMatch(/^Period +All +Windows +macOS, new +Rare$/)
    expect(last).toMatch(new RegExp(`^${day} +33 +12 +11 +10$`))
  })

  test('asks for a count of the practices, under a condition, in words of another language', async () => {
    const words = [...CENSUS, '--measure', 'SignInAttempts', '--where', 'OSName:Windows', '--lang', 'es']
    const { out } = await lines.run(words)
    expect(out).toMatch(/^census: SignInAttempts, por /)
    expect(out).toMatch(new RegExp(`${day} +24 +24\n$`))
  })

  test('gives one value a line as CSV, and as JSON Lines', async () => {
    const csv = (await lines.run([...CENSUS, '--format', 'csv'])).out.split('\r\n')
    expect(csv[0]).toBe('lane,period,by,group,measure,value')
    expect(csv).toContain(`census,${day},OSName,,devices,33`)
    expect(csv).toContain(`census,${day},OSName,"macOS, new",devices,11`)
    const rows = (await lines.run([...CENSUS, '--format', 'jsonl'])).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
    expect(rows).toContainEqual({
      lane: 'census',
      period: day,
      by: 'OSName',
      group: 'Rare',
      measure: 'devices',
      value: 10,
    })
    expect(await lines.data(CENSUS)).toMatchObject({ category: 'census', by: { id: 'OSName' } })
  })

  test('a figure, a dimension or a lane that there is not is told with those that there are', async () => {
    const measure = await lines.run([...CENSUS, '--measure', 'Nothing'])
    expect(measure).toMatchObject({ exitCode: 2, out: '' })
    expect(measure.err).toContain('Choose one of: devices, reports, new-devices, users, SignInAttempts')
    const by = await lines.run(['query', 'usage', '--by', 'Nothing'])
    expect(by).toMatchObject({ exitCode: 1, out: '' })
    expect(by.err).toMatch(/CANDOR_QUERY_REFUSED.*known: .*client, os/)
    for (const words of [
      ['query', 'all'],
      ['query', 'census', '--where', 'Windows'],
      ['query', 'census', '--periods', '0'],
    ])
      expect(await lines.run(words)).toMatchObject({ exitCode: 2, out: '' })
  })
})
