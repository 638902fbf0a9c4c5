import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'

import { DATA_CATEGORIES, INGEST_PATHS, type DataCategory } from '@candor/practices'

import { readArrivedReports, type ArrivedReport } from './arrived-report.js'
import { createTestPolicy, type TestPolicy } from './test-policy.js'

/** A request as it arrived. */
export interface Arrival {
  readonly category: DataCategory
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

/** How an ingest request is answered in place of being accepted. */
export type Verdict =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'hang-up'
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
  readonly close: () => Promise<void>
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

/** Starts a service on a free port, with the policies of a product. */
export const startTestService = async (product = 'skype-teams'): Promise<TestService> => {
  const arrivals: Arrival[] = []
  const acceptance = createAcceptance()
  const policy = createTestPolicy(product)
  const waiting = new Set<(arrival: Arrival) => void>()
  let judge: Judge = () => undefined
  let connections = 0
  const answer = (arrival: Arrival, response: ServerResponse): void => {
    arrivals.push(arrival)
    for (const resolve of waiting) resolve(arrival)
    waiting.clear()
    const verdict = judge(arrival)
    if (verdict === 'hang-up') response.destroy()
    else if (verdict === undefined) response.end(acceptance.accept(arrival))
    else if (verdict !== 'never') response.writeHead(verdict.status, verdict.headers).end(verdict.body)
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const category = DATA_CATEGORIES.find((known) => INGEST_PATHS[known] === url.pathname)
    if (category === undefined) return policy.answer(url, request, response)
    void textOf(request).then((text) => answer({ category, url, headers: request.headers, text }, response))
  })
  server.on('connection', () => {
    connections += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    policyRequests: policy.requests,
    setSettings: policy.setSettings,
    goBack: policy.goBack,
    policyKey: policy.policyKey,
    distort: policy.distort,
    connections: () => connections,
    accepted: acceptance.of,
    answerWith: (verdict) => {
      judge = typeof verdict === 'function' ? verdict : () => verdict
    },
    nextArrival: () => new Promise((resolve) => void waiting.add(resolve)),
    close: async () => {
      const closed = once(server.close(), 'close')
      server.closeAllConnections()
      await closed
    },
  }
}
