import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createService, type Service } from './service.js'

const DAY = 86_400_000

let folder = ''
let nowMillis = 0
let service: Service | undefined
const told: string[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-faults-'))
  nowMillis = Date.now()
  told.length = 0
})

const stop = async (): Promise<void> => {
  await service?.close()
  service = undefined
}

afterEach(async () => {
  await stop()
  rmSync(folder, { recursive: true })
})

const start = async (): Promise<Service> => {
  service = await createService({
    dataFolder: folder,
    port: 0,
    products: [{ practices: skypeTeams, keys: ['demo'] }],
    now: () => nowMillis,
    onFailure: (code) => told.push(code),
  })
  return service
}

const usage = (id: string, atMillis: number) => {
  const hour = `${new Date(atMillis).toISOString().slice(0, 13)}:00:00Z`
  return { id, from: hour, to: hour, data: { IMSent: 1 } }
}

const send = async ({ url }: Service, reports: readonly object[], lane = 'usage'): Promise<unknown> => {
  const body = JSON.stringify({ v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Windows', reports })
  const headers = { 'content-type': 'text/plain' }
  return (await fetch(`${url}/v1/${lane}?key=demo`, { method: 'POST', body, headers })).json()
}

test('a clock that goes back by a day refuses nothing, forgets no id and stops no loader', async () => {
  const realMillis = nowMillis
  const first = usage(randomUUID(), realMillis)
  let running = await start()
  expect(running.health().clock).toEqual({ kind: 'well' })
  expect(await send(running, [first])).toMatchObject({ accepted: 1 })
  nowMillis -= DAY
  expect(await send(running, [first])).toMatchObject({ duplicate: 1 })
  const instant = new Date(realMillis).toISOString()
  const error = { id: randomUUID(), from: instant, to: instant, data: { ErrorCode: '0x80070005' } }
  expect(await send(running, [error], 'errors')).toMatchObject({ accepted: 1 })
  expect(await send(running, [usage(randomUUID(), realMillis)])).toMatchObject({ accepted: 1 })
  await running.settle()
  expect(running.health()).toMatchObject({
    clock: { kind: 'went-back' },
    pending: { usage: 0, error: 0 },
    loader: { kind: 'well' },
  })

  await stop()
  running = await start()
  expect(await send(running, [first])).toMatchObject({ duplicate: 1 })
  expect(running.health().clock).toMatchObject({ kind: 'went-back' })
})

test('a store whose tables are gone is refused, and begins anew once its folder was moved away', async () => {
  let running = await start()
  await send(running, [usage(randomUUID(), nowMillis)])
  await running.settle()
  await stop()
  const engine = join(folder, 'store', 'engine')
  cpSync(engine, join(folder, 'copy'), { recursive: true })
  rmSync(join(engine, 'metadata', 'candor.sql'))
  await expect(start()).rejects.toMatchObject({
    code: 'CANDOR_STORE_DAMAGED',
    facts: { lanes: 'skype-teams/usage' },
  })

  rmSync(join(folder, 'store'), { recursive: true })
  running = await start()
  expect(await send(running, [usage(randomUUID(), nowMillis)])).toMatchObject({ accepted: 1 })
  await running.settle()
  expect(running.health()).toMatchObject({ brokenParts: 0, pending: { usage: 0 } })
})

test('parts of tables that cannot be read are told, and the rest goes on', async () => {
  await send(await start(), [usage(randomUUID(), nowMillis)])
  await service?.settle()
  await stop()
  const names = readdirSync(join(folder, 'store'), { recursive: true, encoding: 'utf8' })
  const columns = names.find((name) => /\d{6}_\d+_\d+_\d+\/columns\.txt$/.test(name)) ?? ''
  rmSync(join(folder, 'store', columns))
  const data = names.find((name) => /\d{6}_\d+_\d+_\d+\/data\.bin$/.test(name)) ?? ''
  rmSync(join(folder, 'store', data))
  const running = await start()
  expect(running.health().brokenParts).toBe(1)
  expect(told).toEqual(['CANDOR_STORE_DAMAGED'])
  expect(await send(running, [usage(randomUUID(), nowMillis)])).toMatchObject({ accepted: 1 })
})
