import { expect, test } from 'vitest'

import { chooseBenches, listBenches, splitArguments } from './lib/benches.mjs'
import { createTemporaryTree } from './lib/temporary-tree.mjs'

const BENCHES = [
  { name: 'collector', path: 'bench/dist/collector.bench.js' },
  { name: 'decide', path: 'bench/src/decide.bench.mjs' },
]

test('finds the benches, those in TypeScript where they are compiled to', () => {
  const { root, remove } = createTemporaryTree({
    'bench/src/collector.bench.ts': '',
    'bench/src/decide.bench.mjs': '',
    'bench/src/lib/table.ts': '',
  })
  expect(listBenches(root)).toEqual(BENCHES)
  remove()
})

test('runs all without a name, and the named ones', () => {
  expect(chooseBenches(BENCHES, [])).toBe(BENCHES)
  expect(chooseBenches(BENCHES, ['decide'])).toEqual([BENCHES[1]])
})

test('refuses a name that no bench has, and a folder without any', () => {
  expect(() => chooseBenches(BENCHES, ['decide', 'other'])).toThrow('collector, decide')
  expect(() => chooseBenches([], [])).toThrow('none yet')
})

test('options after the names are for the bench', () => {
  expect(splitArguments(['peers', '--only', 'candor'])).toEqual({
    names: ['peers'],
    options: ['--only', 'candor'],
  })
  expect(splitArguments(['decide'])).toEqual({ names: ['decide'], options: [] })
})
