import { isAbsolute, sep } from 'node:path'

import { expect, test } from 'vitest'

import { webFolder } from './index.js'

test('names the folder that the pages are built into, wherever the package lies', () => {
  expect(isAbsolute(webFolder)).toBe(true)
  expect(webFolder.split(sep).slice(-4)).toEqual(['packages', 'web', 'dist', 'app'])
})
