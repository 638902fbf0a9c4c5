import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readOperatorToken } from './operator.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-token-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a new token is its owner’s alone, and the same the next time', () => {
  const path = join(folder, 'operator-token')
  const token = readOperatorToken(path)
  expect(token.length).toBeGreaterThan(30)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readOperatorToken(path)).toBe(token)
})

test.each(['', '\n', 'short'])('a token file that holds %j opens nothing', (text) => {
  const path = join(folder, 'operator-token')
  writeFileSync(path, text, { mode: 0o600 })
  expect(() => readOperatorToken(path)).toThrow('damaged')
})

test('a token that others may read is refused', () => {
  const path = join(folder, 'operator-token')
  readOperatorToken(path)
  chmodSync(path, 0o644)
  expect(() => readOperatorToken(path)).toThrow('others may read it')
})
