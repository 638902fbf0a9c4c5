import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { request as askSecurely, type RequestOptions } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { skypeTeams } from '@candor/practices/skype-teams'
import { createService } from '../packages/server/src/service.js'
import { hasOpenssl, makeTlsFiles } from '../packages/server/src/testing/tls-files.js'
import { openCommandWorld } from './command-world.js'

let world: ReturnType<typeof openCommandWorld>

beforeEach(() => {
  world = openCommandWorld()
})
afterEach(() => world.end())

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
  /** The name in the certificate that was shown; empty over plain HTTP. */
  readonly certificate: string
}

/** Asks over a connection of its own, which any of the processes may take. */
const fetchAnew = (url: string, options: RequestOptions = {}, body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = (url.startsWith('https:') ? askSecurely : ask)(
      url,
      { agent: false, rejectUnauthorized: false, timeout: 10_000, ...options },
      (response) => {
        const certificate = (response.socket as Partial<TLSSocket>).getPeerCertificate?.().subject.CN ?? ''
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => void parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
            certificate: String(certificate),
          }),
        )
      },
    )
    asked
      .on('timeout', () => asked.destroy(new Error('no answer')))
      .on('error', reject)
      .end(body)
  })

/** On a busy machine. */
const SOON = { timeout: 30_000 }

const DAY_MILLIS = 86_400_000

const dayOf = (millis: number): string => new Date(millis).toISOString().slice(0, 10)

/** The collector processes of a service. */
const collectorsOf = ({ pid }: ChildProcess): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

const send = async (url: string, reports = 1, day = dayOf(Date.now())): Promise<Answer> =>
  fetchAnew(
    `${url}/v1/census?key=demo`,
    { method: 'POST', headers: { 'content-type': 'text/plain' } },
    JSON.stringify({
      v: 1,
      practices: 'skype-teams@1',
      client: 'desktop',
      os: 'Windows',
      reports: Array.from({ length: reports }, () => ({
        id: randomUUID(),
        from: day,
        to: day,
        data: { SignInAttempts: 1 },
      })),
    }),
  )

const figure = (text: string, name: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')
      .at(-1),
  )

test('a quota holds for all collector processes together, and the figures are their sum', async () => {
  const { url, child } = await world.serve(['--workers', '2', '--product-reports-per-day', '10'])
  for (let at = 0; at < 10; at += 1) expect((await send(url)).status).toBe(200)
  const metrics = async (): Promise<string> => (await fetchAnew(`${url}/metrics`)).body
  await expect
    .poll(async () => figure(await metrics(), 'candor_requests_total{route="ingest",status="200"}'), SOON)
    .toBe(10)
  // Whichever process took them, the other knows of it by now.
  for (let at = 0; at < 2; at += 1) {
    const answer = await send(url)
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([429, { code: 'CANDOR_QUOTA_EXCEEDED' }])
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  }
  const refused = 'candor_requests_total{route="ingest",status="429"}'
  await expect.poll(async () => figure(await metrics(), refused), SOON).toBe(2)
  const [first = 0] = collectorsOf(child)
  process.kill(first, 'SIGKILL')
  // One that begins later goes on with the day, and what ended ones did is not forgotten.
  const restarts = async (): Promise<string> => {
    const text = await metrics()
    return [figure(text, 'candor_collector_restarts_total'), figure(text, 'candor_collectors')].join()
  }
  await expect.poll(restarts, SOON).toBe('1,2')
  for (let at = 0; at < 4; at += 1) expect((await send(url)).status).toBe(429)
  await expect.poll(async () => figure(await metrics(), refused), SOON).toBe(6)
  const text = await metrics()
  expect(figure(text, 'candor_requests_total{route="ingest",status="200"}')).toBe(10)
  expect(figure(text, 'candor_admission_passed_total{step="spool",of="request"}')).toBe(10)
  expect(figure(text, 'candor_acknowledgement_seconds_count')).toBe(10)
})

test('metrics tell a program of this machine from others, through the collector processes too', async () => {
  const { url } = await world.serve(['--workers', '1'])
  expect((await fetchAnew(`${url}/metrics`)).status).toBe(200)
  expect((await fetchAnew(`${url}/metrics`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(
    401,
  )
})

// Certificates are made by openssl; where there is none, nothing can be shown here.
test.runIf(hasOpenssl())('collector processes speak HTTPS, and show a new certificate', async () => {
  const tls = join(world.folder, 'tls')
  const [files, next] = [makeTlsFiles(tls, 'first'), makeTlsFiles(tls, 'second')]
  const service = await world.serve([], {
    CANDOR_WORKERS: '2',
    CANDOR_TLS_CERT: files.certPath,
    CANDOR_TLS_KEY: files.keyPath,
  })
  expect(service.url).toMatch(/^https:/)
  for (const asked of [send(service.url), fetchAnew(`${service.url}/practices`)]) {
    const { status, headers, certificate } = await asked
    expect([status, certificate]).toEqual([200, 'first'])
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
  }
  copyFileSync(next.certPath, files.certPath)
  copyFileSync(next.keyPath, files.keyPath)
  service.child.kill('SIGHUP')
  const shown = async (): Promise<string> => (await fetchAnew(`${service.url}/healthz`)).certificate
  await expect.poll(async () => [await shown(), await shown()], SOON).toEqual(['second', 'second'])
  service.child.kill('SIGTERM')
  expect(await service.ended).toBe(0)
})

test('what keeps a collector process from serving is told with the way out', async () => {
  const { url } = await world.serve([])
  const { port } = new URL(url)
  const second = world.run(['serve', '--workers', '2', '--port', port], {
    CANDOR_DATA: join(world.folder, 'other'),
  })
  expect(await second.ended).toBe(1)
  expect(second.written()).toContain(
    'CANDOR_ADDRESS_UNUSABLE: The service cannot listen at its address; host: 127.0.0.1',
  )
})

test('a clock that leapt ahead is doubted by collector processes too, also by one that begins later, until a person confirms it', async () => {
  const dataFolder = join(world.folder, 'data')
  const longAgo = Date.now() - 60 * DAY_MILLIS
  const before = await createService({
    dataFolder,
    port: 0,
    products: [{ practices: skypeTeams, keys: ['demo'] }],
    now: () => longAgo,
  })
  const operator = {
    authorization: `Bearer ${readFileSync(join(dataFolder, 'operator-token'), 'utf8').trim()}`,
  }
  expect((await fetch(`${before.url}/api/retention`, { method: 'POST', headers: operator })).status).toBe(200)
  await before.close()

  const { url, child } = await world.serve(['--workers', '1'])
  // By the machine's clock this report is too old, by the one that is believed it is of today.
  const asThen = async () => JSON.parse((await send(url, 1, dayOf(longAgo))).body) as unknown
  expect((await send(url)).headers).not.toHaveProperty('date')
  expect(await asThen()).toMatchObject({ accepted: 1 })
  const [first = 0] = collectorsOf(child)
  process.kill(first, 'SIGKILL')
  await expect.poll(() => collectorsOf(child).filter((id) => id !== first).length, SOON).toBe(1)
  await expect.poll(async () => (await send(url).catch(() => undefined))?.status, SOON).toBe(200)
  expect((await send(url)).headers).not.toHaveProperty('date')
  expect(await asThen()).toMatchObject({ accepted: 1 })

  const confirm = await fetchAnew(`${url}/api/retention`, { method: 'POST', headers: operator })
  expect(confirm.status).toBe(200)
  await expect.poll(async () => (await send(url)).headers['date'], SOON).toBeDefined()
  expect(await asThen()).toMatchObject({ accepted: 0, refused: [{ code: 'CANDOR_REPORT_TOO_OLD' }] })
})
