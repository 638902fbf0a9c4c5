import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveLines, type ServedLines } from '../testing/serve-lines.js'

let lines: ServedLines

beforeAll(async () => {
  lines = await serveLines()
})
afterAll(() => lines.close())

const run = (line: string) => lines.run(line.split(' '))

describe('candor organisation', () => {
  test('registers, changes what is named alone, and removes', async () => {
    expect((await run('organisation list')).out).toBe('No organization is registered.\n')
    expect(await run('organisation add Contoso.com --label Contoso --hosting on-premises')).toEqual({
      exitCode: 0,
      err: '',
      out: 'contoso.com is registered: Contoso, worldwide, on premises.\n',
    })
    expect((await run('organization change contoso.com --label Contoso-Ltd --lang es')).out).toBe(
      'contoso.com es ahora: Contoso-Ltd, worldwide, local.\n',
    )
    expect((await run('organisation list')).out).toMatch(
      /^NAME .*\ncontoso\.com +Contoso-Ltd +worldwide +on premises +0 +0 +0\n$/,
    )
    expect((await run('organisation remove contoso.com')).out).toBe(
      'contoso.com is not registered any more.\n',
    )
    expect(await lines.data(['organisation', 'list'])).toEqual({ organisations: [] })
  })

  test('a hostile name of one does not steer the terminal', async () => {
    const label = 'Evil\u202e\u200f<script>\u009b31m'
    await lines.run(['organisation', 'add', 'evil.example', '--label', label])
    const { out } = await run('organisation list')
    expect(out).toContain('Evil\ufffd\ufffd<script>\ufffd31m')
    expect(out).not.toMatch(/[\u202e\u200f\u009b]/)
    expect(await lines.data(['organisation', 'list'])).toMatchObject({ organisations: [{ label }] })
    await lines.run(['organisation', 'change', 'evil.example', '--label', 'a'.repeat(200)])
    expect((await run('organisation list')).out).toContain(` ${'a'.repeat(63)}… `)
  })

  test('one that is not empty stays', async () => {
    await run('organisation add full.example')
    await run('policy set DisableAutomaticSendTracing true --organisation full.example')
    const { exitCode, err } = await run('organisation remove full.example')
    expect(exitCode).toBe(1)
    expect(err).toContain('CANDOR_')
    expect(await lines.data(['organisation', 'list'])).toMatchObject({
      organisations: [{}, { name: 'full.example', settings: 1 }],
    })
  })

  test.each([
    ['organisation add', 2],
    ['organisation add x.example --hosting nowhere', 2],
    ['organisation add x.example --cloud nowhere', 1],
    ['organisation add no_name', 1],
    ['organisation change none.example --label None', 1],
    ['organisation remove none.example', 1],
  ])('%s ends with %i', async (line, exitCode) => {
    expect(await run(line)).toMatchObject({ exitCode, out: '' })
  })
})
