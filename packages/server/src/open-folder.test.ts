import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFolder } from './open-folder.js'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'candor-folder-'))
})
afterAll(() => rmSync(root, { recursive: true }))

test('a folder is made with those above it, for its owner alone', () => {
  const at = openFolder(join(root, 'a', 'b'))
  expect(at('keyring.json')).toBe(join(root, 'a', 'b', 'keyring.json'))
  expect(statSync(join(root, 'a', 'b')).mode & 0o777).toBe(0o700)
})

const refusal = { code: 'CANDOR_CONFIGURATION_INVALID', facts: { key: 'dataFolder' } }

test('a file where the folder should be is refused', () => {
  writeFileSync(join(root, 'file'), '')
  expect(() => openFolder(join(root, 'file'))).toThrow(expect.objectContaining({ code: refusal.code }))
  expect(() => openFolder(join(root, 'file', 'below'))).toThrow(
    expect.objectContaining({ code: refusal.code }),
  )
})

// Making all folders at once never ends there on Node 20.
test.runIf(process.platform === 'linux')('a place that takes no folders is refused, and soon', () => {
  expect(() => openFolder('/proc/candor/data')).toThrow(/key: dataFolder.*fault: E[A-Z]+/)
})
