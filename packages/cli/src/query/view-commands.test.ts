import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveLines, type ServedLines } from '../testing/serve-lines.js'

const WEEKLY = { name: 'Adoption / week', address: '/insights/census?period=week&by=AppVersion' }
const ERRORS = { name: 'Errors', address: '/insights/errors' }

let lines: ServedLines
let folder = ''

beforeAll(async () => {
  lines = await serveLines()
  folder = mkdtempSync(join(tmpdir(), 'candor-views-'))
})
afterAll(async () => {
  await lines.close()
  rmSync(folder, { recursive: true })
})

const fileOf = (content: unknown): string => {
  const path = join(folder, 'views.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

test('views of a file are saved, compared, changed, pruned and pulled', async () => {
  const file = fileOf({ views: [WEEKLY, ERRORS] })
  expect(await lines.run(['view', 'diff', file])).toMatchObject({ exitCode: 1 })
  expect((await lines.run(['view', 'push', file])).out).toBe(
    `+ ${WEEKLY.name}  ${WEEKLY.address}\n+ Errors  /insights/errors\n`,
  )
  expect(await lines.run(['view', 'diff', file])).toMatchObject({
    exitCode: 0,
    out: 'The views are the same.\n',
  })
  const moved = { ...WEEKLY, address: '/insights/census?period=month' }
  const changed = fileOf({ views: [moved] })
  expect((await lines.run(['view', 'push', changed])).out).toBe(
    `+ ${moved.name}  ${moved.address}\n? Errors\n`,
  )
  expect((await lines.run(['view', 'push', changed, '--prune'])).out).toBe('- Errors\n')
  expect(JSON.parse((await lines.run(['view', 'pull'])).out)).toEqual({ views: [moved] })
})

test.each([
  ['nothing', 2, 'CANDOR_COMMAND_REFUSED'],
  [{ views: [{ name: 'A' }] }, 2, 'CANDOR_COMMAND_REFUSED'],
  [{ views: [{ name: 'A', address: 'https://elsewhere.example/' }] }, 1, 'CANDOR_QUERY_REFUSED'],
  [{ views: [{ name: 'A', address: '/admin/people' }] }, 1, 'CANDOR_QUERY_REFUSED'],
])('%j is refused with %i and %s', async (content, exitCode, code) => {
  const answer = await lines.run(['view', 'push', fileOf(content)])
  expect({ exitCode: answer.exitCode, code: answer.err.split(':')[0] }).toEqual({ exitCode, code })
})
