import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startMovedService } from './testing/moved-service.js'

// Written by the release before subject requests, epochs' rotation and retention: two census reports, two of usage, one error
// at 2026-11-20, and one of usage in the spool's last minute.
const FIXTURE = fileURLToPath(new URL('testing/fixtures/data-folder-of-0.1.0-first.tgz', import.meta.url))

const DAY = 86_400_000

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-earlier-'))
  execFileSync('tar', ['-xzf', FIXTURE, '-C', folder])
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a data folder of an earlier release is opened with all its data, and is looked after from then on', async () => {
  const service = await startMovedService({ ...skypeTeams, version: 2 }, folder)
  try {
    expect((await service.rows('census')).map((row) => row['SignInAttempts'])).toEqual([2, 3])
    expect(await service.send('usage', { IMSent: 2 })).toMatchObject({ accepted: 1 })
    expect(
      (await service.rows('usage')).map((row) => Number(row['IMSent'])).toSorted((a, b) => a - b),
    ).toEqual([0, 1, 2, 5])
    expect(await service.rows('error')).toMatchObject([{ ErrorCode: '0x80ef', IPAddress: '203.0.113.9' }])
    expect(await service.get('/api/conservation')).toMatchObject({
      census: { received: 2, stored: 2 },
      usage: { received: 4, stored: 4, expired: 0 },
      error: { received: 1, stored: 1 },
    })
    service.clock.millis += 30 * DAY
    await service.expire()
    expect(await service.rows('error')).toMatchObject([{ ErrorCode: '0x80ef', IPAddress: '', SIPURI: '' }])
  } finally {
    await service.close()
  }
})
