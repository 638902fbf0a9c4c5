import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

import { DATA_CATEGORIES, INGEST_PATHS, POLICY_SIGNATURE_HEADER, type DataCategory } from '@candor/practices'

import { readArrivedReports, type ArrivedReport } from './arrived-report.js'
import { createTestPolicy, type TestPolicy } from './test-policy.js'

/** A request as it arrived. */
export interface Arrival {
  readonly category: DataCategory
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  /** The body after decompression. */
  readonly text: string
}

/** How an ingest request is answered in place of being accepted. */
export type Verdict =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'hang-up'
  /** The reports are accepted, and then the connection is torn. */
  | 'accept-and-hang-up'
  | 'never'

type Judge = (arrival: Arrival) => Verdict | undefined

/** A service over real HTTP, which accepts everything unless it is told otherwise. */
export interface TestService extends Pick<TestPolicy, 'setSettings' | 'goBack' | 'policyKey' | 'distort'> {
  readonly endpoint: string
  /** Every ingest request, also those that were not accepted. */
  readonly arrivals: readonly Arrival[]
  readonly policyRequests: TestPolicy['requests']
  /** TCP connections so far. */
  readonly connections: () => number
  /** The reports of a lane that were accepted, each once. */
  readonly accepted: (category: DataCategory) => readonly ArrivedReport[]
  /** Answers ingest requests so from now on; undefined accepts again. */
  readonly answerWith: (verdict: Verdict | undefined | Judge) => void
  /** Resolves when the next ingest request has arrived. */
  readonly nextArrival: () => Promise<Arrival>
  /** The service's clock, which answers tell in Date; undefined (the beginning): they tell none. */
  readonly tellDate: (now: (() => number) | undefined) => void
  /** How a browser's question (CORS) about the ingest endpoints is answered: as the real service does, or not at all. */
  readonly setPreflight: (way: 'allowed' | 'refused') => void
  readonly close: () => Promise<void>
}

/** As the real service answers any origin. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type, content-encoding, if-none-match',
  'access-control-expose-headers': `date, etag, retry-after, ${POLICY_SIGNATURE_HEADER}`,
}

const readText = async (request: IncomingMessage): Promise<string> => {
  const bytes = await buffer(request)
  return (request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString()
}

/** Accepts reports once by their id, as the service does. */
const createAcceptance = () => {
  const accepted = new Map<string, ArrivedReport & { readonly category: DataCategory }>()
  return {
    of: (category: DataCategory) => [...accepted.values()].filter((report) => report.category === category),
    accept: ({ category, text }: Arrival): string => {
      const reports = readArrivedReports(category, text)
      const fresh = reports.filter(({ id }) => !accepted.has(id))
      for (const report of fresh) accepted.set(report.id, { ...report, category })
      return JSON.stringify({ accepted: fresh.length, duplicate: reports.length - fresh.length, refused: [] })
    },
  }
}

/** Answers ingest requests as it is told. */
const createIngest = () => {
  const arrivals: Arrival[] = []
  const acceptance = createAcceptance()
  const waiting = new Set<(arrival: Arrival) => void>()
  let judge: Judge = () => undefined
  return {
    arrivals,
    accepted: acceptance.of,
    answerWith: (verdict: Verdict | undefined | Judge): void => {
      judge = typeof verdict === 'function' ? verdict : () => verdict
    },
    nextArrival: (): Promise<Arrival> => new Promise((resolve) => void waiting.add(resolve)),
    answer: (arrival: Arrival, response: ServerResponse): void => {
      arrivals.push(arrival)
      for (const resolve of waiting) resolve(arrival)
      waiting.clear()
      const verdict = judge(arrival)
      if (verdict === undefined) return void response.end(acceptance.accept(arrival))
      if (verdict === 'accept-and-hang-up') acceptance.accept(arrival)
      if (verdict === 'hang-up' || verdict === 'accept-and-hang-up') response.destroy()
      else if (verdict !== 'never') response.writeHead(verdict.status, verdict.headers).end(verdict.body)
    },
  }
}

/** The headers of every answer, and the answers to a browser's questions (CORS). */
const createManners = () => {
  let now: (() => number) | undefined
  let preflight: 'allowed' | 'refused' = 'allowed'
  return {
    tellDate: (next: (() => number) | undefined): void => {
      now = next
    },
    setPreflight: (way: 'allowed' | 'refused'): void => {
      preflight = way
    },
    greet: (response: ServerResponse): void => {
      response.sendDate = false
      if (now) response.setHeader('date', new Date(now()).toUTCString())
      response.setHeaders(new Map(Object.entries({ ...CORS, 'content-type': 'application/json' })))
    },
    answerPreflight: (path: string, response: ServerResponse): void => {
      response.writeHead(path !== '/v1/policy' && preflight === 'refused' ? 403 : 204).end()
    },
  }
}

/** Starts a service on a free port, with the policies of a product. */
export const startTestService = async (product = 'skype-teams'): Promise<TestService> => {
  const { answer, ...ingest } = createIngest()
  const { greet, answerPreflight, ...manners } = createManners()
  const policy = createTestPolicy(product)
  let connections = 0
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const category = DATA_CATEGORIES.find((known) => INGEST_PATHS[known] === url.pathname)
    greet(response)
    if (request.method === 'OPTIONS') return answerPreflight(url.pathname, response)
    if (category === undefined) return policy.answer(url, request, response)
    const text = await readText(request)
    answer({ category, url, headers: request.headers, text }, response)
  }
  // A body that a client breaks off has nobody to answer to.
  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy())
  })
  server.on('connection', () => {
    connections += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...ingest,
    ...manners,
    policyRequests: policy.requests,
    setSettings: policy.setSettings,
    goBack: policy.goBack,
    policyKey: policy.policyKey,
    distort: policy.distort,
    connections: () => connections,
    close: async () => {
      const closed = once(server.close(), 'close')
      server.closeAllConnections()
      await closed
    },
  }
}
