import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DiskRoom } from './admission/disk.js'
import { createLog } from './operation/log.js'
import type { ServiceOptions } from './options.js'
import { createService, type Service } from './service.js'

const PLENTY: DiskRoom = { freeBytes: 1e12, totalBytes: 2e12 }

let folder = ''
let service: Service
let metricsUrl = ''
let disk = PLENTY
let nowMillis = Date.now()
const lines: string[] = []

const options = (dataFolder: string, more: Partial<ServiceOptions> = {}): ServiceOptions => ({
  dataFolder,
  port: 0,
  products: [{ practices: skypeTeams, keys: ['marked-key'] }],
  log: createLog({ level: 'debug', format: 'json', write: (line) => void lines.push(line), now: Date.now }),
  readDisk: async () => disk,
  now: () => nowMillis,
  ...more,
})

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-operation-'))
  service = await createService(options(folder))
  metricsUrl = `${service.url}/metrics`
})

afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

const send = (reports: number, key = 'marked-key') =>
  fetch(`${service.url}/v1/usage?key=${key}`, {
    method: 'POST',
    body: JSON.stringify({
      v: 1,
      practices: 'skype-teams@1',
      client: 'desktop',
      os: 'Windows',
      org: 'marked.example',
      reports: Array.from({ length: reports }, () => {
        const hour = `${new Date(nowMillis).toISOString().slice(0, 13)}:00:00Z`
        return { id: randomUUID(), from: hour, to: hour, data: { IMSent: 1 } }
      }),
    }),
  })

/** Asks with headers that fetch does not let be chosen. */
const ask = (url: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    httpRequest(url, { headers, agent: new Agent() }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

/** Lets what was answered lately be asked again: the disk is looked at once a second, readiness too. */
const aSecondLater = async (): Promise<Response> => {
  nowMillis += 1500
  await fetch(`${service.url}/readyz`)
  nowMillis += 1500
  return fetch(`${service.url}/readyz`)
}

describe('health', () => {
  test('a living service is alive and ready', async () => {
    expect(await (await fetch(`${service.url}/healthz`)).json()).toEqual({ status: 'alive' })
    const ready = await fetch(`${service.url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }])
  })

  test('asking whether it is ready counts no report', async () => {
    const before = await (await fetch(`${service.url}/api/conservation`)).text()
    await aSecondLater()
    expect(await (await fetch(`${service.url}/api/conservation`)).text()).toBe(before)
  })

  test('a full disk makes it unready, and says which part; room makes it ready again', async () => {
    disk = { freeBytes: 0, totalBytes: 1e12 }
    const full = await aSecondLater()
    const faults = [{ part: 'disk', code: 'CANDOR_SPOOL_FULL' }]
    expect([full.status, await full.json()]).toEqual([503, { status: 'unready', parts: ['disk'], faults }])
    expect(full.headers.get('retry-after')).toBe('5')
    expect((await send(1)).status).toBe(503)
    disk = PLENTY
    expect((await aSecondLater()).status).toBe(200)
  })
})

const figure = (text: string, name: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')
      .at(-1),
  )

const LABELS = 'product lane type code part route status le quantile step of'.split(' ')

describe('metrics', () => {
  test('count what came, what was stored and how it was answered', async () => {
    await send(3)
    await send(1, 'wrong')
    await service.settle()
    const response = await fetch(metricsUrl)
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const text = await response.text()
    const lane = '{product="skype-teams",lane="usage"}'
    expect(figure(text, `candor_reports_received_total${lane}`)).toBe(3)
    expect(figure(text, `candor_reports_stored_total${lane}`)).toBe(3)
    expect(figure(text, `candor_reports_pending${lane}`)).toBe(0)
    expect(figure(text, `candor_store_rows${lane}`)).toBe(3)
    expect(figure(text, `candor_store_bytes${lane}`)).toBeGreaterThan(0)
    expect(figure(text, 'candor_requests_total{route="ingest",status="200"}')).toBe(1)
    expect(figure(text, 'candor_requests_total{route="ingest",status="401"}')).toBe(1)
    expect(figure(text, 'candor_acknowledgement_seconds_count')).toBe(1)
    expect(figure(text, 'candor_loader_rows_total')).toBe(3)
    expect(figure(text, 'candor_loader_failing')).toBe(0)
    expect(figure(text, 'candor_spool_bytes')).toBeGreaterThan(0)
    expect(figure(text, 'candor_disk_free_bytes')).toBe(PLENTY.freeBytes)
    expect(figure(text, 'candor_upkeep_last_success_timestamp_seconds')).toBeGreaterThan(0)
    expect(figure(text, 'candor_part_unwell{part="loader"}')).toBe(0)
    expect(figure(text, 'candor_retention_failing')).toBe(0)
    expect(figure(text, `candor_store_oldest_day_timestamp_seconds${lane}`)).toBeGreaterThan(0)
    expect(figure(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e7)
  })

  test('have no labels but those of the service itself', async () => {
    const text = await (await fetch(metricsUrl)).text()
    const labels = new Set([...text.matchAll(/[{,]([a-z]+)="/g)].map(([, name]) => name))
    const known = new Set(LABELS)
    expect([...labels].filter((name) => !known.has(name ?? ''))).toEqual([])
    expect(text).not.toContain('marked')
  })

  test('are for programs of this machine and for operators', async () => {
    const authorization = `Bearer ${readFileSync(join(folder, 'operator-token'), 'utf8').trim()}`
    expect(await ask(metricsUrl, {})).toBe(200)
    expect(await ask(metricsUrl, { 'x-forwarded-for': '198.51.100.1' })).toBe(401)
    expect(await ask(metricsUrl, { host: 'rebound.example' })).toBe(401)
    expect(await ask(metricsUrl, { host: 'rebound.example', authorization })).toBe(200)
  })
})

test.each([
  ['tlsCert', { tls: { certPath: '/nowhere/cert.pem', keyPath: '/nowhere/key.pem' } }],
  ['tlsKey', { tls: { certPath: import.meta.filename, keyPath: '/nowhere/key.pem' } }],
  ['trustedProxies', { trustedProxies: ['10.0.0.0/99'] }],
])('a %s that cannot be used is refused before anything is opened', async (key, more) => {
  const never = join(folder, 'never')
  const refused = createService(options(never, more))
  await expect(refused).rejects.toMatchObject({ code: 'CANDOR_CONFIGURATION_INVALID', facts: { key } })
  expect(existsSync(never)).toBe(false)
})

test('the log has neither keys nor organisations nor queries, whatever was asked', async () => {
  await fetch(`${service.url}/nowhere/marked-path?marked=query`, { headers: { 'x-marked': 'header' } })
  expect(lines.join('')).toContain('"route":"/metrics"')
  expect(lines.join('')).not.toContain('marked')
  expect(lines.join('')).not.toContain('127.0.0.1')
})
