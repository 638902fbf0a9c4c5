import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CandorError } from '@candor/practices'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openKeyring } from './keyring.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-keyring-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const opening = (path: string) => (): unknown => openKeyring(path, 'refuse')
const unusable = (path: string, fault: string) => new CandorError('CANDOR_KEYRING_UNUSABLE', { fault, path })

test('a new keyring is readable by its owner alone, and opens with the same keys again', () => {
  const path = join(folder, 'keyring.json')
  const made = openKeyring(path, 'create').current()
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const opened = openKeyring(path, 'refuse').current()
  expect(opened.censusPepper.equals(made.censusPepper)).toBe(true)
  expect(opened.censusPepper.equals(opened.errorPepper)).toBe(false)
})

test('a missing keyring beside data is refused', () => {
  expect(opening(join(folder, 'keyring.json'))).toThrow(unusable(join(folder, 'keyring.json'), 'missing'))
})

test('a keyring that others may read is refused', () => {
  const path = join(folder, 'keyring.json')
  openKeyring(path, 'create')
  chmodSync(path, 0o644)
  expect(opening(path)).toThrow(unusable(path, 'others may read it'))
})

test.each(['', '{}', '{"epochs":[]}', '{"epochs":[{"id":1,"censusPepper":"AA==","errorPepper":"AA=="}]}'])(
  'a damaged keyring is refused: %s',
  (text) => {
    const path = join(folder, 'keyring.json')
    writeFileSync(path, text, { mode: 0o600 })
    expect(opening(path)).toThrow(unusable(path, 'damaged'))
  },
)
