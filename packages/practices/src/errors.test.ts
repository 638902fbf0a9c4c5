import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CandorError, ERRORS } from './errors.js'

const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8')

test('docs/errors.md and the table agree both ways', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `CANDOR_'))
  const expected = Object.entries(ERRORS).map(
    ([code, { status, title, remedy }]) => `| \`${code}\` | ${status} | ${title.en} | ${remedy.en} |`,
  )
  expect(rows.toSorted()).toEqual(expected.toSorted())
})

test('every error has a title and a way out in both languages', () => {
  for (const [code, { title, remedy }] of Object.entries(ERRORS)) {
    for (const text of [title.en, title.es, remedy.en, remedy.es]) expect(text, code).not.toBe('')
    expect(title.en, code).not.toBe(title.es)
  }
})

test('an error tells its code’s title and its facts', () => {
  const error = new CandorError('CANDOR_CONFIGURATION_INVALID', { key: 'PORT' })
  expect(error).toMatchObject({
    code: 'CANDOR_CONFIGURATION_INVALID',
    message: 'The configuration has a value that cannot be used; key: PORT',
  })
})
