import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

const SOURCES = import.meta.dirname
const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('.test'))
  .map((name) => readFileSync(join(SOURCES, name), 'utf8'))
  .join('\n')
const documented = new Set(
  readFileSync(join(SOURCES, '../../../docs/elements.md'), 'utf8').match(/(?<=`)[a-z-]+(?=`)/g),
)

const namesIn = (form: RegExp): readonly string[] =>
  [...sources.matchAll(form)].flatMap(({ groups }) => groups?.['name'] ?? [])

test('documents every CSS part that the elements have', () => {
  const made = [
    ...namesIn(/\bmake\('[a-z0-9]+', '(?<name>[a-z-]+)'/g),
    ...namesIn(/\bmakeButton\('(?<name>[a-z-]+)'/g),
    ...namesIn(/\bpart\.(?:add|toggle)\('(?<name>[a-z-]+)'/g),
  ]
  expect(made.length).toBeGreaterThan(80)
  expect(made.filter((name) => !documented.has(name))).toStrictEqual([])
})

test('gives a look only to parts that there are', () => {
  const styled = namesIn(/\[part~='(?<name>[a-z-]+)'\]/g)
  expect(styled.length).toBeGreaterThan(60)
  expect(styled.filter((name) => !documented.has(name))).toStrictEqual([])
})
