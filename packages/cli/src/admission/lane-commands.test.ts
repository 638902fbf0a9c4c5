import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { createService, type Service } from '@candor/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runLine } from '../testing/run-line.js'

let folder = ''
let service: Service

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-lane-commands-'))
  service = await createService({
    dataFolder: folder,
    port: 0,
    products: [{ practices: skypeTeams, keys: ['demo'] }],
  })
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

const run = (line: string) =>
  runLine(line.split(' '), { env: { CANDOR_URL: service.url, CANDOR_DATA: folder, LANG: 'C' } })
const ask = async () => {
  const body = '{"v":1,"practices":"skype-teams@1","client":"desktop","os":"Windows","reports":[]}'
  const answer = await fetch(`${service.url}/v1/usage?key=demo`, { method: 'POST', body })
  return { status: answer.status, retryAfter: Number(answer.headers.get('retry-after')) }
}

describe('candor lane', () => {
  test('stops a lane for a time at once, shows it, and lets it go on', async () => {
    const stopped = await run('lane stop skype-teams usage --for 2h')
    expect(stopped).toMatchObject({ exitCode: 0, err: '' })
    expect(stopped.out).toMatch(/^skype-teams usage takes no reports until 2/)
    const { status, retryAfter } = await ask()
    expect(status).toBe(503)
    expect(retryAfter).toBeGreaterThan(7100)
    expect(retryAfter).toBeLessThanOrEqual(7200)
    const { stops } = JSON.parse((await run('lane list --json')).out) as { stops: readonly object[] }
    expect(stops).toMatchObject([{ product: 'skype-teams', category: 'usage' }])
    expect((await run('lane list --lang es')).out).toMatch(/^skype-teams usage hasta 2/)
    expect((await run('lane resume skype-teams usage')).out).toContain('takes reports')
    expect((await ask()).status).toBe(200)
    expect((await run('lane list')).out).toBe('No lane is stopped.\n')
  })

  test.each(['lane stop skype-teams everything', 'lane stop skype-teams usage --for soon', 'lane stop'])(
    '%s is refused',
    async (line) => {
      expect(await run(line)).toMatchObject({ exitCode: 2, out: '' })
    },
  )

  test('a product that is not served is refused', async () => {
    const { exitCode, err } = await run('lane stop none usage')
    expect(exitCode).toBe(1)
    expect(err).toContain('CANDOR_NOT_FOUND')
  })
})
