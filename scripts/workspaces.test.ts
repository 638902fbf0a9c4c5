import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { readJson } from './lib/read-json.mjs'
import { ROOT } from './lib/root.mjs'
import { createTemporaryTree } from './lib/temporary-tree.mjs'
import { listWorkspaces, withDependencies } from './lib/workspaces.mjs'

test('lists the workspaces, and what one is built from at any distance', () => {
  const { root, remove } = createTemporaryTree({
    'package.json': `{ "workspaces": ["packages/*", "bench"] }`,
    'packages/a/package.json': `{ "name": "a" }`,
    'packages/b/package.json': `{ "name": "b", "dependencies": { "a": "1.0.0", "elsewhere": "1.0.0" } }`,
    'packages/empty/notes.txt': '',
    'bench/package.json': `{ "name": "bench", "devDependencies": { "b": "1.0.0" } }`,
  })
  const all = listWorkspaces(root)
  remove()
  expect(all.map(({ folder }) => folder)).toEqual(['packages/a', 'packages/b', 'bench'])
  const bench = all[2]
  if (bench === undefined) throw new Error('bench is missing')
  expect(withDependencies(bench, all).map(({ folder }) => folder)).toEqual([
    'bench',
    'packages/b',
    'packages/a',
  ])
})

test('every workspace that is compiled is referenced by the tsconfig.json of the root', () => {
  const { references } = readJson(join(ROOT, 'tsconfig.json')) as { references: { path: string }[] }
  const compiled = listWorkspaces(ROOT)
    .map(({ folder }) => folder)
    .filter((folder) => existsSync(join(ROOT, folder, 'tsconfig.json')))
  expect(references.map(({ path }) => path)).toEqual(expect.arrayContaining(compiled))
})
