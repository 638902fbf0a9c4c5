import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { practicesId, type DataType, type Practices } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCandor, startCandor, type CandorProcess } from './candor-process.js'

// From a request that has not arrived to one that was answered: columns, memory, doors and replay lie between.
const KILLS_AFTER_MILLIS = [0, 40, 65, 75, 85, 95, 110, 150]

const hour = `${new Date().toISOString().slice(0, 13)}:00:00Z`

let candor: CandorProcess

const nameOf = (version: number): string => `Reactions${version}`

const addedIn = (version: number): DataType => ({
  kind: 'count',
  label: { en: `Reactions ${version}`, es: `Reacciones ${version}` },
  example: '3',
  since: version,
})

/** The practices, with one more usage data type in each version after the first. */
const grown = (version: number): Practices => {
  const versions = Array.from({ length: version - 1 }, (_, at) => at + 2)
  const added = Object.fromEntries(versions.map((each) => [nameOf(each), addedIn(each)]))
  const { dataTypes } = skypeTeams
  return { ...skypeTeams, version, dataTypes: { ...dataTypes, usage: { ...dataTypes.usage, ...added } } }
}

const asOperator = async (method: string, path: string, body?: object): Promise<unknown> => {
  const token = readFileSync(join(candor.dataFolder, 'operator-token'), 'utf8').trim()
  const answer = await fetch(`${candor.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  return answer.json()
}

const publish = (version: number): Promise<unknown> =>
  asOperator('PUT', '/api/practices/versions', grown(version))

/** Sends one report under a version, with the count that is new in it. */
const send = async (version: number): Promise<Record<string, unknown>> => {
  const reports = [{ id: randomUUID(), from: hour, to: hour, data: { [nameOf(version)]: version } }]
  const envelope = { v: 1, practices: practicesId(grown(version)), client: 'desktop', os: 'Windows', reports }
  const answer = await fetch(`${candor.url}/v1/usage?key=demo`, {
    method: 'POST',
    body: JSON.stringify(envelope),
  })
  return (await answer.json()) as Record<string, unknown>
}

const served = async (): Promise<unknown> =>
  ((await (await fetch(`${candor.url}/practices.json`)).json()) as Record<string, unknown>)['version']

beforeAll(async () => {
  candor = await startCandor()
}, 60_000)
afterAll(async () => {
  await candor.stop()
  rmSync(candor.dataFolder, { recursive: true, force: true })
}, 30_000)

test.each(KILLS_AFTER_MILLIS.map((millis, at) => [millis, at + 2]))(
  'a publication that is killed after %i ms is there at the next start or it is not, and can be asked for again',
  { timeout: 60_000 },
  async (afterMillis, version) => {
    const answered = publish(version).catch(() => undefined)
    await setTimeout(afterMillis)
    const ended = once(candor.child, 'exit')
    candor.child.kill('SIGKILL')
    await ended
    const answer = (await answered) as { readonly state: string } | undefined
    candor = await startCandor({ CANDOR_DATA: candor.dataFolder })

    const now = await served()
    // What was answered stays.
    expect(['published', undefined]).toContain(answer?.state)
    expect(answer === undefined ? [version - 1, version] : [version]).toContain(now)
    const outcome = now === version ? { accepted: 1 } : { code: 'CANDOR_PRACTICES_UNKNOWN' }
    expect(await send(version)).toMatchObject(outcome)
    expect(await publish(version)).toMatchObject({ state: now === version ? 'unchanged' : 'published' })
    expect(await served()).toBe(version)
    expect(await send(version)).toMatchObject({ accepted: 1 })
  },
)

test('every report is stored with its count, and each version was published once by the audit log', async () => {
  const env = { CANDOR_DATA: candor.dataFolder }
  const stored = async (): Promise<readonly number[]> => {
    const text = await runCandor(['export', 'usage', '--url', candor.url], env)
    const rows = text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    return KILLS_AFTER_MILLIS.map((_, at) => rows.filter((row) => row[nameOf(at + 2)] === at + 2).length)
  }
  // What was refused while a version was unknown is admitted once it is there.
  await expect.poll(stored, { timeout: 30_000, interval: 500 }).toEqual(KILLS_AFTER_MILLIS.map(() => 2))
  const told = await asOperator('GET', '/api/audit-log?action=practices.publish')
  const { entries } = told as {
    readonly entries: readonly { readonly after: { readonly version: number } }[]
  }
  const versions = entries.map(({ after }) => after.version).toSorted((a, b) => a - b)
  expect(versions).toEqual(KILLS_AFTER_MILLIS.map((_, at) => at + 2))
  expect(await asOperator('POST', '/api/audit-log/verification', {})).toMatchObject({ kind: 'intact' })
})
