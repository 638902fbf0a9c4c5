import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CandorError } from '@candor/practices'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openFileKeySource, type FileKeySourceOptions, type KeySource } from './file-key-source.js'

const NOW = Date.parse('2026-11-22T12:00:00Z')

let folder = ''
let path = ''
const opened: KeySource[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-keyring-'))
  path = join(folder, 'keyring.json')
})
afterEach(() => {
  for (const keys of opened.splice(0)) keys.close()
  rmSync(folder, { recursive: true })
})

const open = async (more: Partial<FileKeySourceOptions> = {}): Promise<KeySource> => {
  const keys = await openFileKeySource({ path, whenMissing: 'create', nowMillis: NOW, ...more })
  opened.push(keys)
  return keys
}
const unusable = (fault: string) => new CandorError('CANDOR_KEYRING_UNUSABLE', { fault, path })
const pepper = (byte: number): string => Buffer.alloc(32, byte).toString('base64')

describe('opening', () => {
  test('a new keyring is readable by its owner alone, and opens with the same keys again', async () => {
    const made = (await open()).current()
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const again = (await open({ whenMissing: 'refuse' })).current()
    expect(again.censusPepper.equals(made.censusPepper)).toBe(true)
    expect(again.censusPepper.equals(again.errorPepper)).toBe(false)
  })

  test('a missing keyring beside data is refused', async () => {
    await expect(open({ whenMissing: 'refuse' })).rejects.toThrow(unusable('missing'))
  })

  test('a keyring that others may read is refused', async () => {
    await open()
    chmodSync(path, 0o644)
    await expect(open()).rejects.toThrow(unusable('others may read it'))
  })

  const good = { id: 1, census: pepper(1), error: pepper(2) }
  test.each([
    '',
    '{}',
    '{"epochs":[]}',
    '{"epochs":[{"id":1,"censusPepper":"AA==","errorPepper":"AA=="}]}',
    JSON.stringify({ epochs: [good, good], current: 1 }),
    JSON.stringify({ epochs: [good], current: 2 }),
    JSON.stringify({ epochs: [{ id: 1, destroyedAt: '2026-11-22T12:00:00Z' }], current: 1 }),
  ])('a damaged keyring is refused: %s', async (text) => {
    writeFileSync(path, text, { mode: 0o600 })
    await expect(open()).rejects.toThrow(unusable('damaged'))
  })

  test('a keyring from before epochs could be rotated is read: its last epoch is the current one', async () => {
    const old = (id: number) => ({ id, censusPepper: pepper(id), errorPepper: pepper(10 + id) })
    writeFileSync(path, JSON.stringify({ epochs: [old(1), old(2)] }), { mode: 0o600 })
    const keys = await open()
    expect(keys.current().censusPepper.export()).toEqual(Buffer.alloc(32, 2))
    expect(keys.epochs()).toEqual([
      { id: 1, state: 'living' },
      { id: 2, state: 'current' },
    ])
    expect(await keys.rotate(NOW)).toEqual({ id: 3, state: 'current', createdMillis: NOW })
    expect(keys.living().map(({ errorPepper }) => errorPepper.export()[0])).toContain(12)
  })
})

describe('rotation and destruction', () => {
  test('a new epoch is current; the earlier one lives on with its keys', async () => {
    const keys = await open()
    const first = keys.current()
    expect(await keys.rotate(NOW + 1000)).toEqual({ id: 2, state: 'current', createdMillis: NOW + 1000 })
    expect(keys.current().censusPepper.equals(first.censusPepper)).toBe(false)
    expect(keys.living().map(({ id }) => id)).toEqual([2, 1])
    const again = await open()
    expect(again.living()[1]?.errorPepper.equals(first.errorPepper)).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['keyring.json'])
  })

  test('a destroyed epoch is told of, and its keys are gone from the file and from the bytes it had before', async () => {
    const keys = await open()
    const first = keys.current()
    await keys.rotate(NOW)
    const before = openSync(path, 'r')
    const secrets = [first.censusPepper, first.errorPepper].map((key) => key.export().toString('base64'))
    expect(secrets.every((secret) => readFileSync(path, 'utf8').includes(secret))).toBe(true)
    const facts = { id: 1, state: 'destroyed', createdMillis: NOW, destroyedMillis: NOW + 5 }
    expect(await keys.destroy(1, NOW + 5)).toEqual(facts)
    const former = Buffer.alloc(4096)
    readSync(before, former, 0, former.length, 0)
    closeSync(before)
    for (const secret of secrets) {
      expect(readFileSync(path, 'utf8')).not.toContain(secret)
      expect(former.toString('latin1')).not.toContain(secret)
    }
    const again = await open()
    expect(again.living().map(({ id }) => id)).toEqual([2])
    expect(again.epochs()[0]).toEqual(facts)
  })

  test.each([
    [2, 'it is the current one; rotate first'],
    [1, 'it is destroyed already'],
    [9, 'there is no such epoch'],
  ])('epoch %i cannot be destroyed: %s', async (epoch, fault) => {
    const keys = await open()
    await keys.rotate(NOW)
    await keys.destroy(1, NOW)
    const text = readFileSync(path, 'utf8')
    await expect(keys.destroy(epoch, NOW)).rejects.toThrow(
      new CandorError('CANDOR_EPOCH_REFUSED', { epoch, fault }),
    )
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  test('rotations at once each make an epoch', async () => {
    const [one, other] = [await open(), await open()]
    await Promise.all([one.rotate(NOW), other.rotate(NOW), one.rotate(NOW)])
    expect((await open()).epochs().map(({ id }) => id)).toEqual([1, 2, 3, 4])
  })

  test('another process follows within seconds, and keeps its keys while the file is unusable', async () => {
    const failures: string[] = []
    const following = await open({ onFailure: (code) => failures.push(code) })
    const first = following.current()
    await (await open()).rotate(NOW)
    await vi.waitFor(() => expect(following.current().id).toBe(2), { timeout: 5000, interval: 50 })
    await (await open()).destroy(1, NOW)
    await vi.waitFor(() => expect(following.living()).toHaveLength(1), { timeout: 5000, interval: 50 })
    expect(following.current().censusPepper.equals(first.censusPepper)).toBe(false)
    chmodSync(path, 0o640)
    await vi.waitFor(() => expect(failures).toEqual(['CANDOR_KEYRING_UNUSABLE']), {
      timeout: 5000,
      interval: 50,
    })
    expect(following.current().id).toBe(2)
  })
})

test('what another process changed is read at once where that is asked for', async () => {
  const [keys, other] = [await open(), await open()]
  await other.rotate(NOW)
  expect(keys.current().id).toBe(1)
  keys.reload()
  expect([keys.current().id, keys.living().length]).toEqual([2, 2])
})
