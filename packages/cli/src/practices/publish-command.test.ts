import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { skypeTeams } from '@candor/practices/skype-teams'
import { createService, type Service } from '@candor/server'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Surroundings } from '../surroundings.js'
import { addPracticesCommands } from './practices-commands.js'

let folder = ''
let service: Service
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-publish-'))
  service = await createService({
    dataFolder: join(folder, 'data'),
    port: 0,
    products: [{ practices: skypeTeams }],
  })
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

const publish = async (practices: object, ...words: readonly string[]): Promise<string> => {
  const file = join(folder, 'practices.json')
  writeFileSync(file, JSON.stringify(practices))
  const stdout = new PassThrough()
  const program = new Command('candor').exitOverride()
  addPracticesCommands(program, { env: {}, stdout, exitCode: 0 } as unknown as Surroundings)
  await program.parseAsync([
    'node',
    'candor',
    'practices',
    'publish',
    file,
    '--endpoint',
    service.url,
    ...words,
  ])
  return String(stdout.read() ?? '')
}

const withToken = (): readonly string[] => ['--token-file', join(folder, 'data', 'operator-token')]

const served = async (): Promise<unknown> => (await fetch(`${service.url}/practices.json`)).json()

test('a newer version is served at once; the same one again changes nothing', async () => {
  const next = { ...skypeTeams, version: 2 }
  expect(await publish(next, ...withToken())).toBe('skype-teams@2 is served.\n')
  expect(await served()).toMatchObject({ version: 2 })
  expect(await publish(next, ...withToken())).toBe('skype-teams@2 was served already.\n')
})

test('what the service refuses is told with its code', async () => {
  const other = { ...skypeTeams, remarks: [] }
  await expect(publish(other, ...withToken())).rejects.toMatchObject({
    code: 'CANDOR_PRACTICES_VERSION_TAKEN',
  })
  writeFileSync(join(folder, 'wrong-token'), 'wrong-token-of-nobody')
  await expect(publish(other, '--token-file', join(folder, 'wrong-token'))).rejects.toMatchObject({
    code: 'CANDOR_TOKEN_REFUSED',
  })
})
