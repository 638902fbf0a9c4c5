import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { ROOT } from './lib/root.mjs'
import { listFiles } from './lib/source-files.mjs'

const MAX_LINES = 300
const MAX_MEDIAN_LINES = 80
const SOURCE = /\.(tsx?|[cm]?js|css|html)$/

const FILES = ['packages', 'examples', 'bench', 'e2e', 'scripts']
  .flatMap((folder) => listFiles(ROOT, folder))
  .filter((path) => SOURCE.test(path) && !path.includes('/generated/'))
  .map((path) => ({ path, lines: readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n').length }))

test(`no source is longer than ${MAX_LINES} lines, styles and pages included`, () => {
  expect(FILES.length).toBeGreaterThan(0)
  expect(FILES.filter(({ lines }) => lines > MAX_LINES)).toEqual([])
})

test(`half of the sources have at most ${MAX_MEDIAN_LINES} lines`, () => {
  const lengths = FILES.filter(({ path }) => !path.includes('.test')).map(({ lines }) => lines)
  const median = lengths.toSorted((one, other) => one - other)[Math.floor(lengths.length / 2)]
  expect(median).toBeLessThanOrEqual(MAX_MEDIAN_LINES)
})
