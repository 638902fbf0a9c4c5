import {
  createWriteStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
  mkdirSync,
  readdirSync,
  existsSync,
  cpSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFileKeySource } from '../pseudonym/file-key-source.js'
import { startMovedService } from '../testing/moved-service.js'
import { restoreBackup } from './restore-backup.js'

type Moved = Awaited<ReturnType<typeof startMovedService>>

const KEYS = ['keyring.json', 'subject-secret', 'policy-signing-key.pem', 'receipt-signing-key.pem']

let folder = ''
let services: Moved[] = []
const start = async (data?: string): Promise<Moved> => {
  const service = await startMovedService(skypeTeams, data)
  services.push(service)
  return service
}
const stop = async (service: Moved): Promise<void> => {
  services = services.filter((each) => each !== service)
  await service.close()
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-backup-'))
})
afterEach(async () => {
  for (const service of services) await service.close()
  services = []
  rmSync(folder, { recursive: true })
})

const backUp = async (service: Moved, query = ''): Promise<string> => {
  const token = readFileSync(join(service.folder, 'operator-token'), 'utf8').trim()
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${service.url()}/api/backup${query}`, { method: 'POST', headers })
  expect(response.status).toBe(200)
  const path = join(folder, 'backup.tar')
  if (response.body !== null)
    await pipeline(
      Readable.from(response.body as unknown as AsyncIterable<Uint8Array>),
      createWriteStream(path),
    )
  return path
}

const idsOf = async (service: Moved): Promise<readonly unknown[]> =>
  (await Promise.all((['census', 'usage', 'error'] as const).map((lane) => service.rows(lane))))
    .flat()
    .map((row) => row['report_id'])

describe('a backup', () => {
  test('under load holds a moment: what is restored counts as it did, and what comes again counts once', async () => {
    const service = await start()
    await service.send('census', { SignInAttempts: 2 })
    await service.send('error', { ErrorCode: '0x1', UserID: 'ana@example.com' })
    await service.settle()
    const stopped = new AbortController()
    const write = async (): Promise<void> => {
      while (!stopped.signal.aborted) await service.send('usage', { IMSent: 1 })
    }
    const writers = [write(), write(), write()]
    await service.send('usage', { IMSent: 1 })
    const backup = await backUp(service)
    stopped.abort()
    await Promise.all(writers)
    expect(readdirSync(service.folder)).not.toContain('backup')
    expect(readdirSync(join(service.folder, 'store', 'engine', 'shadow'))).not.toContain('backup')

    const data = join(folder, 'restored')
    const all = await idsOf(service)
    const keys = KEYS.map((name) => [name, readFileSync(join(service.folder, name))] as const)
    await stop(service)
    const { missingKeys } = await restoreBackup({ backup, dataFolder: data })
    expect(missingKeys.toSorted()).toEqual(KEYS.toSorted())
    for (const [name, bytes] of keys) writeFileSync(join(data, name), bytes, { mode: 0o600 })
    const restored = await start(data)
    const ids = await idsOf(restored)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !all.includes(id))).toEqual([])
    const balances = (await restored.get('/api/conservation')) as Record<string, Record<string, number>>
    const stored = ['census', 'usage', 'error'].map((lane) => balances[lane]?.['stored'])
    expect(stored.reduce((sum: number, count) => sum + (count ?? 0), 0)).toBe(ids.length)
    expect(stored[0]).toBe(1)
    expect(await restored.send('usage', { IMSent: 3 })).toMatchObject({ accepted: 1 })
    expect(await idsOf(restored)).toHaveLength(ids.length + 1)
  }, 60_000)

  test('holds the keys only where it is asked to', async () => {
    const service = await start()
    const secret = readFileSync(join(service.folder, 'keyring.json'), 'utf8')
    const without = execFileSync('tar', ['-tf', await backUp(service)]).toString()
    expect(without).toContain('manifest.json')
    expect(without).not.toMatch(/keyring|\.pem|secret|token/)
    const tar = await backUp(service, '?keys=included')
    expect(execFileSync('tar', ['-xOf', tar, 'keyring.json']).toString()).toBe(secret)
    await stop(service)
    const { missingKeys } = await restoreBackup({ backup: tar, dataFolder: join(folder, 'whole') })
    expect(missingKeys).toEqual([])
  }, 30_000)
})

test('a backup beside a keyring from before its newest epoch does not start, and beside its own it does', async () => {
  const service = await start()
  const path = join(service.folder, 'keyring.json')
  const keys = await openFileKeySource({ path, whenMissing: 'refuse', nowMillis: service.clock.millis })
  const first = readFileSync(path)
  await keys.rotate(service.clock.millis)
  const second = readFileSync(path)
  const send = () => service.send('error', { ErrorCode: '0x1', UserID: 'ana@example.com' })
  const epochs = async () => (await service.rows('error')).map((row) => row['key_epoch'])
  const epochsAfterOneMore = async () => {
    await send()
    return epochs()
  }
  await expect.poll(epochsAfterOneMore, { timeout: 10_000 }).toContain(2)
  // Sooner than the service looks at the file by itself.
  await keys.rotate(service.clock.millis)
  keys.close()
  const kept = KEYS.map((name) => [name, readFileSync(join(service.folder, name))] as const)
  const backup = await backUp(service)
  await stop(service)

  const dataFolder = join(folder, 'restored')
  await restoreBackup({ backup, dataFolder })
  for (const [name, bytes] of kept) writeFileSync(join(dataFolder, name), bytes, { mode: 0o600 })
  for (const [older, missing] of [[first, 2] as const, [second, 3] as const]) {
    writeFileSync(join(dataFolder, 'keyring.json'), older)
    await expect(startMovedService(skypeTeams, dataFolder)).rejects.toMatchObject({
      code: 'CANDOR_KEYRING_UNUSABLE',
      facts: { fault: `older than the data: no epoch ${missing}` },
    })
  }
  for (const [name, bytes] of kept) writeFileSync(join(dataFolder, name), bytes)
  const restored = await start(dataFolder)
  expect((await restored.rows('error')).map((row) => row['key_epoch'])).toContain(2)
}, 60_000)

describe('a restore', () => {
  let whole = ''
  beforeEach(async () => {
    const service = await start()
    await service.send('usage', { IMSent: 1 })
    await service.settle()
    const tar = await backUp(service)
    await stop(service)
    whole = join(folder, 'whole')
    mkdirSync(whole)
    execFileSync('tar', ['-xf', tar, '-C', whole])
  })

  test('of a folder works as one of an archive', async () => {
    expect(await restoreBackup({ backup: whole, dataFolder: join(folder, 'data') })).toMatchObject({
      rows: 1,
    })
  })

  test('leaves a folder that is not empty as it is', async () => {
    const dataFolder = join(folder, 'data')
    mkdirSync(dataFolder)
    writeFileSync(join(dataFolder, 'mine'), 'mine')
    await expect(restoreBackup({ backup: whole, dataFolder })).rejects.toMatchObject({
      code: 'CANDOR_BACKUP_UNUSABLE',
    })
    expect(readdirSync(dataFolder)).toEqual(['mine'])
  })

  test.each<[string, (at: string) => void]>([
    [
      'a changed byte',
      (at) => {
        const bytes = readFileSync(join(at, 'control-plane.db'))
        bytes[5000] = (bytes[5000] ?? 0) ^ 1
        writeFileSync(join(at, 'control-plane.db'), bytes)
      },
    ],
    ['a missing file', (at) => rmSync(join(at, 'spool', 'data.mdb'))],
    ['no manifest', (at) => rmSync(join(at, 'manifest.json'))],
    [
      'a manifest that leads elsewhere',
      (at) => {
        const manifest = readFileSync(join(at, 'manifest.json'), 'utf8')
        writeFileSync(join(at, 'manifest.json'), manifest.replace('"control-plane.db"', '"../elsewhere.db"'))
      },
    ],
  ])('of a backup with %s is refused, and leaves nothing behind', async (_what, spoil) => {
    const damaged = join(folder, 'damaged')
    cpSync(whole, damaged, { recursive: true })
    spoil(damaged)
    const dataFolder = join(folder, 'data')
    await expect(restoreBackup({ backup: damaged, dataFolder })).rejects.toMatchObject({
      code: 'CANDOR_BACKUP_UNUSABLE',
    })
    expect([existsSync(dataFolder), existsSync(`${dataFolder}.restoring`)]).toEqual([false, false])
  })

  test('of an archive that is cut off is refused', async () => {
    const tar = readFileSync(join(folder, 'backup.tar'))
    const backup = join(folder, 'cut.tar')
    for (const bytes of [0, 700, tar.length >> 1, tar.length - 3000]) {
      writeFileSync(backup, tar.subarray(0, bytes))
      await expect(restoreBackup({ backup, dataFolder: join(folder, 'data') })).rejects.toMatchObject({
        code: 'CANDOR_BACKUP_UNUSABLE',
      })
    }
  })
})
