import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kill, startService, type StartedService } from '../bench/src/kill/processes.js'
import { runKillRounds } from '../bench/src/kill/run-kill-rounds.js'

const hour = `${new Date().toISOString().slice(0, 13)}:00:00Z`

const send = async ({ url }: StartedService, id: string, org = 'contoso.com'): Promise<unknown> => {
  const reports = [{ id, from: hour, to: hour, data: { IMSent: 1 } }]
  const body = JSON.stringify({
    v: 1,
    practices: 'skype-teams@1',
    client: 'desktop',
    os: 'Windows',
    org,
    reports,
  })
  const headers = { 'content-type': 'text/plain', connection: 'close' }
  return (await fetch(`${url}/v1/usage?key=bench`, { method: 'POST', body, headers })).json()
}

const inFolder = async (run: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-workers-'))
  try {
    await run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether a process runs, other than as one that ended and was not asked for yet. */
const runs = (pid: number): boolean => {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

const workersOf = ({ child: { pid = 0 } }: StartedService): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

test('collector processes share ids and settings, are started again, and end with the main one', async () =>
  inFolder(async (dataFolder) => {
    const service = await startService({ dataFolder, port: 0, workers: 2 })
    const id = randomUUID()
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(service, id)))
    const accepted = answers.map((answer) => (answer as { accepted: number }).accepted)
    expect(accepted.reduce((sum, count) => sum + count, 0)).toBe(1)

    const response = await fetch(`${service.url}/api/settings`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${readFileSync(join(dataFolder, 'operator-token'), 'utf8').trim()}`,
      },
      body: JSON.stringify({
        organisation: 'closed.com',
        control: 'DisableAutomaticSendTracing',
        scope: 'in-band',
        value: true,
      }),
    })
    expect(response.status).toBe(200)
    for (let request = 0; request < 4; request += 1)
      expect(await send(service, randomUUID(), 'closed.com')).toMatchObject({ accepted: 0 })

    const [first = 0] = workersOf(service)
    process.kill(first, 'SIGKILL')
    await expect
      .poll(() => workersOf(service).filter((pid) => pid !== first).length, { timeout: 10_000 })
      .toBe(2)
    expect(await send(service, randomUUID())).toMatchObject({ accepted: 1 })

    const workers = workersOf(service)
    await kill(service)
    await expect.poll(() => workers.filter(runs), { timeout: 10_000 }).toEqual([])
  }))

test('SIGTERM ends all of them with 0', async () =>
  inFolder(async (dataFolder) => {
    const service = await startService({ dataFolder, port: 0, workers: 2 })
    expect(await send(service, randomUUID())).toMatchObject({ accepted: 1 })
    const workers = workersOf(service)
    const ended = once(service.child, 'exit')
    service.child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect(workers.filter(runs)).toEqual([])
  }))

test('kill -9 of any of the processes loses and doubles nothing', { timeout: 120_000 }, async () =>
  inFolder(async (folder) => {
    const given = { folder, rounds: 4, withinMillis: 15_000, clients: 2, workers: 2, random: Math.random }
    const figures = await runKillRounds(given)
    expect(figures.reports).toBeGreaterThan(10)
    expect(figures).toMatchObject({ lost: 0, doubled: 0, altered: 0, unknown: 0 })
  }),
)
