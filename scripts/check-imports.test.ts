import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

import { cruise } from 'dependency-cruiser'
import { afterEach, expect, test } from 'vitest'

import { checkImports } from './lib/check-imports.mjs'
import { createTemporaryTree } from './lib/temporary-tree.mjs'

const removals: (() => void)[] = []

afterEach(() => {
  for (const remove of removals.splice(0)) remove()
})

function tree(files: Readonly<Record<string, string>>): string {
  const { root, remove } = createTemporaryTree(files)
  removals.push(remove)
  return root
}

const PRACTICES = { 'packages/practices/src/index.ts': `export const one = 1\n` }
const SERVER = { 'packages/server/src/index.ts': `export const store = 1\n` }

test('passes a tree whose imports go upwards', async () => {
  const root = tree({
    ...PRACTICES,
    'packages/client/src/index.ts': `export { one } from '../../practices/src/index.js'\n`,
  })
  expect(await checkImports(root)).toEqual({ moduleCount: 2, faults: [] })
})

test('names the rule and both files when the client imports the server', async () => {
  const root = tree({
    ...SERVER,
    'packages/client/src/index.ts': `export { store } from '../../server/src/index.js'\n`,
  })
  expect((await checkImports(root)).faults).toEqual([
    'only-upwards-from-client: packages/client/src/index.ts -> packages/server/src/index.ts',
  ])
})

test('sees an import by package name, types included', async () => {
  const manifest = `{ "name": "@candor/server", "exports": { ".": { "candor-source": "./src/index.ts" } } }`
  const root = tree({
    'packages/server/package.json': manifest,
    'packages/server/src/index.ts': `export interface Store { readonly rows: number }\n`,
    'packages/elements/src/index.ts': `export type { Store } from '@candor/server'\n`,
  })
  mkdirSync(join(root, 'node_modules/@candor'), { recursive: true })
  symlinkSync(join(root, 'packages/server'), join(root, 'node_modules/@candor/server'))
  expect((await checkImports(root)).faults).toEqual([
    'only-upwards-from-elements: packages/elements/src/index.ts -> packages/server/src/index.ts',
  ])
})

test.each([
  ['examples/conference', 'conference-without-server'],
  ['packages/web', 'web-without-server'],
])('keeps %s away from the server', async (room, rule) => {
  const root = tree({
    ...SERVER,
    [`${room}/src/index.ts`]: `import '../../../packages/server/src/index.js'\n`,
  })
  const { faults } = await checkImports(root)
  expect(faults).toEqual([`${rule}: ${room}/src/index.ts -> packages/server/src/index.ts`])
})

test('lets packages/practices import nothing but itself', async () => {
  const root = tree({
    'packages/practices/src/index.ts': `import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n`,
    'packages/practices/src/index.test.ts': `import 'node:fs'\n`,
  })
  expect((await checkImports(root)).faults).toEqual([
    'practices-is-alone: packages/practices/src/index.ts -> fs',
  ])
})

test('finds a cycle, an orphan and an import that leads nowhere', async () => {
  const root = tree({
    'packages/server/src/one.ts': `import './two.js'\n`,
    'packages/server/src/two.ts': `import './one.js'\n`,
    'packages/server/src/index.ts': `import './missing.js'\n`,
    'packages/server/src/left-over.ts': `export const unused = 1\n`,
  })
  const rules = (await checkImports(root)).faults.map((fault) => fault.split(':')[0])
  expect(new Set(rules)).toEqual(new Set(['no-cycle', 'no-orphan', 'found']))
})

test('fails on a tree without sources', async () => {
  const { moduleCount, faults } = await checkImports(tree({ 'packages/client/package.json': '{}' }))
  expect(moduleCount).toBe(0)
  expect(faults).toHaveLength(1)
})

test('fails when the modules of a room were not read', async () => {
  const root = tree({ ...PRACTICES, ...SERVER })
  const readOnlyPractices: typeof cruise = (folders, ...rest) =>
    cruise(
      folders.filter((folder) => folder === 'packages/practices'),
      ...rest,
    )
  expect((await checkImports(root, readOnlyPractices)).faults).toEqual([
    'not-read: 1 of 1 sources of packages/server, packages/server/src/index.ts among them',
  ])
})
