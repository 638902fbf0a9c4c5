import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveLines, type ServedLines } from '../testing/serve-lines.js'

let lines: ServedLines

beforeAll(async () => {
  lines = await serveLines()
})
afterAll(() => lines.close())

const today = new Date().toISOString().slice(0, 10)

test('releases are noted, moved, listed and forgotten, and the insights have those of their periods', async () => {
  expect((await lines.run(['release', 'list'])).out).toBe('No release is noted.\n')
  expect((await lines.run(['release', 'note', '8.1.0'])).out).toBe(`8.1.0 came out on ${today}.\n`)
  await lines.run(['release', 'note', '8.0.0', '--on', '2026-01-31'])
  await lines.run(['release', 'note', '8.0.0', '--on', '2026-02-01'])
  const { out } = await lines.run(['release', 'list', '--lang', 'es'])
  expect(out).toBe(`Versión  Día\n8.0.0    2026-02-01\n8.1.0    ${today}\n`)
  for (const lane of ['census', 'usage', 'error'])
    expect(await lines.data(['query', lane])).toMatchObject({ releases: [{ version: '8.1.0', day: today }] })
  expect(await lines.run(['release', 'forget', '8.1.0'])).toMatchObject({ exitCode: 0 })
  expect(await lines.data(['release', 'list'])).toMatchObject({ releases: [{ version: '8.0.0' }] })
})

test.each([
  [['release', 'note', 'a version'], 'CANDOR_QUERY_REFUSED'],
  [['release', 'note', '1.0', '--on', 'yesterday'], 'CANDOR_QUERY_REFUSED'],
  [['release', 'note', '1.0', '--on', '2026-02-30'], 'CANDOR_QUERY_REFUSED'],
  [['release', 'note', '1.0', '--product', 'none'], 'CANDOR_NOT_FOUND'],
  [['release', 'forget', '9.9'], 'CANDOR_NOT_FOUND'],
])('%j is refused with %s', async (words, code) => {
  const { exitCode, err } = await lines.run(words)
  expect({ exitCode, code: err.split(':')[0] }).toEqual({ exitCode: 1, code })
})
