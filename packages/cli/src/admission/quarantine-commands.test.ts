import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { createService, type Service } from '@candor/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runLine } from '../testing/run-line.js'

let folder = ''
let service: Service

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-quarantine-commands-'))
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

test('shows what is wrong with refused reports, replays what is kept, and clears it', async () => {
  expect((await run('quarantine list')).out).toBe('Nothing is in quarantine.\n')
  const hour = `${new Date().toISOString().slice(0, 13)}:00:00Z`
  const reports = [{ id: randomUUID(), from: hour, to: hour, data: { PollsMade: 3, AppName: 'amos' } }]
  const envelope = { v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Windows', reports }
  await fetch(`${service.url}/v1/usage?key=demo`, { method: 'POST', body: JSON.stringify(envelope) })

  const { out } = await run('quarantine list')
  expect(out).toMatch(/^id +lane +code/)
  expect(out).toMatch(/usage +CANDOR_DATA_TYPE_UNKNOWN +PollsMade +1 +desktop +Windows +1 +1 /)
  const { groups } = JSON.parse((await run('quarantine list --json')).out) as {
    groups: readonly { readonly id: string }[]
  }
  const id = groups[0]?.id ?? ''
  const shown = await run(`quarantine show ${id} --lang es`)
  expect(shown.out).toContain('carril')
  expect(shown.out).toContain('  PollsMade: whole-number\n  AppName: text (4)\n')
  expect(shown.out).not.toContain('amos')
  expect((await run('quarantine show none')).err).toContain('CANDOR_NOT_FOUND')
  expect((await run('quarantine replay')).out).toContain(
    '0 admitted, 0 known already, 0 refused, 1 still waiting',
  )
  expect((await run(`quarantine clear --id ${id}`)).out).toContain('1 groups cleared')
  expect(JSON.parse((await run('quarantine list --json')).out)).toMatchObject({ groups: [] })
})
