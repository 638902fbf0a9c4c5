import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'

import type { DataCategory } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { createSurroundings } from './surroundings.js'
import {
  followErasure,
  laneByLane,
  requestAccess,
  requestErasure,
  type CandorOfSubject,
  type SubjectSurroundings,
} from './index.js'

const IDS = ['0f8fad5b-d9cb-469f-a165-70867728950e', '7c9e6679-7425-40de-944b-e07fc1f90ae7'] as const
const DEVICE = '5E872200-F546-4CCD-8F23-AF5F507AA2DD'

interface Arrival {
  readonly method: string | undefined
  readonly path: string
  readonly key: string | null
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

type Answer = { readonly status?: number; readonly body?: unknown } | 'hang-up'

let arrivals: Arrival[] = []
let answers: (arrival: Arrival) => Answer = () => ({})
let pauses: number[] = []
let endpoint = ''
const server = createServer((request, response) => {
  void textOf(request).then((body) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const arrival = {
      method: request.method,
      path: url.pathname,
      key: url.searchParams.get('key'),
      headers: request.headers,
      body,
    }
    arrivals.push(arrival)
    const answer = answers(arrival)
    if (answer === 'hang-up') return response.destroy()
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
    return response.end(JSON.stringify(answer.body ?? {}))
  })
})

const surroundings: SubjectSurroundings = {
  ...createSurroundings(),
  random: () => 0.5,
  pause: (millis) => {
    pauses.push(millis)
    return Promise.resolve()
  },
}

const candorWith = (more: Partial<CandorOfSubject> = {}): CandorOfSubject => ({
  practices: skypeTeams,
  connection: { endpoint: `${endpoint}/`, key: 'demo key' },
  waiting: () => [],
  sent: () => [],
  reportIds: () => IDS,
  ...more,
})

const censusBody = JSON.stringify({ v: 1, reports: [{ id: IDS[0], data: { DeviceID: DEVICE } }] })
const receiptOf = (category: DataCategory, erased: number) => ({
  v: 1,
  kind: 'erasure',
  category,
  erased,
  remaining: 0,
  signature: 'c2ln',
})

beforeEach(async () => {
  arrivals = []
  pauses = []
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  const closed = once(server.close(), 'close')
  server.closeAllConnections()
  await closed
})

test('asks for one lane by the ids of its reports, in a form that needs no preflight and names nobody', async () => {
  answers = () => ({ body: { product: 'skype-teams', category: 'usage', rows: [{ IMSent: 12 }] } })
  expect(await requestAccess(candorWith(), 'usage', { surroundings })).toStrictEqual({
    kind: 'held',
    rows: [{ IMSent: 12 }],
  })
  expect(arrivals).toHaveLength(1)
  expect(arrivals[0]).toMatchObject({ method: 'POST', path: '/v1/subject/access', key: 'demo key' })
  expect(JSON.parse(arrivals[0]?.body ?? '')).toStrictEqual({ v: 1, category: 'usage', reports: IDS })
  expect(arrivals[0]?.headers['content-type']).toMatch(/^text\/plain/)
  expect(arrivals[0]?.headers).not.toHaveProperty('cookie')
  expect(arrivals[0]?.headers).not.toHaveProperty('referer')
})

test.each(['waiting', 'sent'] as const)(
  'asks for census by the device id too, from what is %s',
  async (from) => {
    answers = () => ({ body: { rows: [{ id: IDS[0], AppName: 'Desk' }] } })
    const kept = { category: 'census', id: IDS[0], state: 'waiting', body: censusBody } as const
    const sent = { category: 'census', atMillis: 0, body: censusBody, status: 200, answer: '' } as const
    const candor = candorWith(from === 'waiting' ? { waiting: () => [kept] } : { sent: () => [sent] })
    const outcome = await requestAccess(candor, 'census', { surroundings })
    expect(arrivals.map(({ body }) => JSON.parse(body) as unknown)).toStrictEqual([
      { v: 1, category: 'census', device: DEVICE },
      { v: 1, category: 'census', reports: IDS },
    ])
    expect(outcome).toStrictEqual({ kind: 'held', rows: [{ id: IDS[0], AppName: 'Desk' }] })
    arrivals = []
    await requestAccess(candor, 'usage', { surroundings })
    expect(arrivals.map(({ body }) => body).join()).not.toContain(DEVICE)
  },
)

test('names at most 10 000 ids a request', async () => {
  answers = () => ({ body: { rows: [] } })
  await requestAccess(candorWith({ reportIds: () => Array.from({ length: 10_001 }, String) }), 'error', {
    surroundings,
  })
  const named = arrivals.map(({ body }) => (JSON.parse(body) as { reports: unknown[] }).reports.length)
  expect(named).toStrictEqual([10_000, 1])
})

test('asks for an erasure, looks again after longer and longer, and gives the receipt', async () => {
  let looks = 0
  answers = ({ method }) => {
    if (method === 'POST') return { status: 202, body: { request: 'r/1', state: 'accepted' } }
    looks += 1
    if (looks === 1) return { status: 503 }
    if (looks === 2) return 'hang-up'
    return looks < 4
      ? { body: { request: 'r/1', state: 'accepted' } }
      : { body: { request: 'r/1', state: 'done', receipt: receiptOf('usage', 2) } }
  }
  expect(await requestErasure(candorWith(), 'usage', { surroundings })).toStrictEqual({
    kind: 'erased',
    erased: 2,
    receipts: [receiptOf('usage', 2)],
  })
  expect(arrivals[1]).toMatchObject({ method: 'GET', path: '/v1/subject/erasure/r%2F1', key: 'demo key' })
  expect(pauses).toStrictEqual([750, 1500, 3000, 6000])
})

test('leaves an erasure that takes long under way, and follows it later', async () => {
  answers = ({ method }) => ({
    status: method === 'POST' ? 202 : 200,
    body: { request: 'r', state: 'accepted' },
  })
  const outcome = await requestErasure(candorWith(), 'usage', { surroundings })
  expect(outcome).toStrictEqual({ kind: 'under-way', requests: ['r'], receipts: [] })
  expect(Math.max(...pauses)).toBeLessThanOrEqual(30_000)
  answers = () => ({ body: { request: 'r', state: 'done', receipt: receiptOf('usage', 0) } })
  expect(await followErasure(candorWith(), ['r'], { surroundings })).toMatchObject({
    kind: 'erased',
    erased: 0,
  })
})

test('opens no socket without an endpoint, nor where nothing is known', async () => {
  const unconnected = candorWith({ connection: { endpoint: '', key: 'demo' } })
  for (const ask of [requestAccess, requestErasure]) {
    expect(await ask(unconnected, 'usage', { surroundings })).toStrictEqual({ kind: 'no-service' })
    expect(await ask(candorWith({ reportIds: () => [] }), 'usage', { surroundings })).toStrictEqual({
      kind: 'nothing-known',
    })
  }
  expect(arrivals).toStrictEqual([])
})

test('says why it failed: a coded refusal, no answer, or an answer that cannot be read', async () => {
  const code = 'CANDOR_KEY_UNKNOWN'
  for (const ask of [requestAccess, requestErasure]) {
    answers = () => ({ status: 401, body: { code } })
    const declined = { kind: 'declined', status: 401, code }
    expect(await ask(candorWith(), 'usage', { surroundings })).toMatchObject({
      kind: 'failed',
      fault: declined,
    })
    answers = () => 'hang-up'
    const unreachable = { kind: 'failed', fault: { kind: 'unreachable' } }
    expect(await ask(candorWith(), 'usage', { surroundings })).toMatchObject(unreachable)
    answers = () => ({ body: ['?'] })
    const unreadable = { kind: 'failed', fault: { kind: 'unreadable' } }
    expect(await ask(candorWith(), 'usage', { surroundings })).toMatchObject(unreadable)
  }
})

test('takes no receipt that has no signature', async () => {
  const { signature: _, ...unsigned } = receiptOf('usage', 2)
  answers = () => ({ body: { request: 'r', state: 'done', receipt: unsigned } })
  expect(await followErasure(candorWith(), ['r'], { surroundings })).toMatchObject({
    kind: 'failed',
    fault: { kind: 'unreadable' },
    requests: ['r'],
  })
})

test('goes lane by lane in an order of chance, with a pause between two, until it is aborted', async () => {
  const order: string[] = []
  const chances = [0.9, 0.1, 0.5, 0, 1]
  const by = { ...surroundings, random: () => chances.shift() ?? 0 }
  const run = (category: DataCategory): Promise<void> => Promise.resolve(void order.push(category))
  await laneByLane(['census', 'usage', 'error'], run, { surroundings: by })
  expect(order).toStrictEqual(['usage', 'error', 'census'])
  expect(pauses).toStrictEqual([2000, 12_000])
  const abort = new AbortController()
  abort.abort()
  await laneByLane(['census'], run, { surroundings, signal: abort.signal })
  expect(order).toHaveLength(3)
})
