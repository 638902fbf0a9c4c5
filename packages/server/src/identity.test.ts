import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openFileKeySource } from './pseudonym/file-key-source.js'
import { createService, type Service } from './service.js'

const NOW = Date.parse('2026-11-22T12:20:00Z')
const USER = 'amosmarble'
const FIRST_HASH = '0J2m9RN4iu9PKeDzHS5Ka09OSkMAEnQqH9De2dEVCOc'

let folder = ''
let service: Service

const start = (): Promise<Service> =>
  createService({
    dataFolder: folder,
    port: 0,
    products: [{ practices: skypeTeams, keys: ['demo'] }],
    insights: 'open',
    now: () => NOW,
  })

const send = async (path: string, at: string, data: object): Promise<void> => {
  const reports = [{ id: randomUUID(), from: at, to: at, data }]
  const body = JSON.stringify({ v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Windows', reports })
  const answer = await fetch(`${service.url}${path}?key=demo`, { method: 'POST', body })
  expect(await answer.json()).toMatchObject({ accepted: 1 })
}

const sendBoth = async (): Promise<void> => {
  await send('/v1/census', '2026-11-22', { UserID: FIRST_HASH, DeviceID: randomUUID() })
  await send('/v1/errors', '2026-11-22T12:00:00Z', { UserID: USER, ErrorCode: '0x1' })
}

const exported = async (lane: string): Promise<readonly Record<string, unknown>[]> => {
  await service.settle()
  const authorization = `Bearer ${readFileSync(join(folder, 'operator-token'), 'utf8').trim()}`
  const answer = await fetch(`${service.url}/api/export/${lane}`, { headers: { authorization } })
  return (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

const openKeys = () =>
  openFileKeySource({ path: join(folder, 'keyring.json'), whenMissing: 'refuse', nowMillis: NOW })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-identity-'))
  service = await start()
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

describe('a rotation while the service runs', () => {
  test('new pseudonyms are of the new epoch within seconds, and rows say which they are of', async () => {
    await sendBoth()
    const keys = await openKeys()
    await keys.rotate(NOW)
    keys.close()
    await vi.waitFor(
      async () => {
        await sendBoth()
        // The keyring may be read again between the two.
        for (const lane of ['census', 'error'])
          expect(new Set((await exported(lane)).map((row) => row['key_epoch']))).toEqual(new Set([1, 2]))
      },
      { timeout: 10_000, interval: 250 },
    )
    for (const lane of ['census', 'error']) {
      const rows = await exported(lane)
      const pseudonyms = [1, 2].map(
        (epoch) => new Set(rows.filter((row) => row['key_epoch'] === epoch).map((row) => row['UserID'])),
      )
      expect(pseudonyms.map(({ size }) => size)).toEqual([1, 1])
      expect(pseudonyms[0]).not.toEqual(pseudonyms[1])
    }
    const census = new Set((await exported('census')).map((row) => row['UserID']))
    for (const row of await exported('error')) expect(census.has(row['UserID'])).toBe(false)
  })

  test('usage has no epoch, since it has no pseudonyms', async () => {
    await send('/v1/usage', '2026-11-22T12:00:00Z', { IMSent: 1 })
    expect((await exported('usage'))[0]).not.toHaveProperty('key_epoch')
  })

  test('insights say that users were counted in two epochs', async () => {
    const answer = await fetch(`${service.url}/api/insights/census?periods=1`)
    expect(await answer.json()).toMatchObject({ userEpochs: 2 })
  })
})

describe('a service that has data', () => {
  test('does not start without its keyring, nor with one that others may read', async () => {
    await service.close()
    const path = join(folder, 'keyring.json')
    const text = readFileSync(path)
    chmodSync(path, 0o604)
    await expect(start()).rejects.toMatchObject({
      code: 'CANDOR_KEYRING_UNUSABLE',
      facts: { fault: 'others may read it', path },
    })
    rmSync(path)
    await expect(start()).rejects.toMatchObject({
      code: 'CANDOR_KEYRING_UNUSABLE',
      facts: { fault: 'missing', path },
    })
    writeFileSync(path, text, { mode: 0o600 })
    service = await start()
    expect(await exported('census')).not.toEqual([])
  })

  test('does not start with an older keyring or another one, until what is missing is noted as destroyed', async () => {
    await service.close()
    const path = join(folder, 'keyring.json')
    const newer = readFileSync(path, 'utf8')
    const { epochs } = JSON.parse(newer) as { readonly epochs: readonly object[] }
    const write = (keyring: object): void => writeFileSync(path, JSON.stringify(keyring), { mode: 0o600 })
    const refusedFor = async (fault: string): Promise<void> =>
      expect(start()).rejects.toMatchObject({ code: 'CANDOR_KEYRING_UNUSABLE', facts: { fault, path } })

    write({ epochs: epochs.slice(0, 1), current: 1 })
    await refusedFor('older than the data: no epoch 2')
    const pepper = Buffer.alloc(32, 7).toString('base64')
    write({ epochs: [epochs[0], { id: 2, census: pepper, error: pepper }], current: 2 })
    await refusedFor('the keys of epoch 2 are not those of the data')
    write({ epochs: [epochs[0], { id: 2, destroyedAt: '2026-11-22T12:00:00Z' }], current: 1 })
    service = await start()
    await service.close()
    writeFileSync(path, newer, { mode: 0o600 })
    service = await start()
  })
})
