import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

import {
  compileLaneAtService,
  DATA_CATEGORIES,
  INGEST_PATHS,
  parseEnvelope,
  parseReport,
  type DataCategory,
  type ParsedEnvelope,
  type ParsedReport,
  type Policy,
} from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'

/** A report that arrived, with the envelope around it. */
export interface ArrivedReport extends ParsedReport {
  readonly category: DataCategory
  readonly envelope: ParsedEnvelope
}

/** A small service that admits what the practices allow and remembers it. */
export interface CheckingService {
  readonly endpoint: string
  readonly reports: readonly ArrivedReport[]
  /** What was not as it must be; empty where all is well. */
  readonly faults: readonly string[]
  /** Every request body as it came, by lane. */
  readonly bodies: Readonly<Record<DataCategory, readonly string[]>>
  close(): Promise<void>
}

const CHECKS = {
  census: compileLaneAtService(skypeTeams, 'census'),
  usage: compileLaneAtService(skypeTeams, 'usage'),
  error: compileLaneAtService(skypeTeams, 'error'),
} as const

const readText = async (request: IncomingMessage): Promise<string> => {
  const bytes = await buffer(request)
  return (request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8')
}

const readReports = (category: DataCategory, body: string): readonly (ArrivedReport | string)[] => {
  const envelope = parseEnvelope(category, JSON.parse(body))
  if (envelope.kind !== 'parsed') return [`${category}: ${JSON.stringify(envelope)}`]
  return envelope.value.reports.map((entry) => {
    const report = parseReport(category, entry)
    if (report.kind !== 'parsed') return `${category}: ${JSON.stringify(report)}`
    const fault = CHECKS[category](report.value.data)
    return fault === undefined
      ? { ...report.value, category, envelope: envelope.value }
      : `${category}: ${JSON.stringify(fault)}`
  })
}

const policyFor = (query: URLSearchParams): Policy => ({
  product: skypeTeams.product,
  org: query.get('org') ?? '',
  pool: query.get('pool') ?? '',
  revision: 1,
  settings: {},
})

/** Starts the service on a free port. */
export const startCheckingService = async (): Promise<CheckingService> => {
  const reports: ArrivedReport[] = []
  const faults: string[] = []
  const bodies: Record<DataCategory, string[]> = { census: [], usage: [], error: [] }
  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (path === '/v1/policy') return policyFor(searchParams)
    const category = DATA_CATEGORIES.find((known) => INGEST_PATHS[known] === path)
    if (category === undefined) return { refused: [] }
    const body = await readText(request)
    bodies[category].push(body)
    const read = readReports(category, body)
    for (const entry of read) {
      if (typeof entry === 'string') faults.push(entry)
      else reports.push(entry)
    }
    return { accepted: read.length, duplicate: 0, refused: [] }
  }
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(await answer(request)))
  }
  const server = createServer((request, response) => void respond(request, response))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  return {
    endpoint: `http://127.0.0.1:${port}`,
    reports,
    faults,
    bodies,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
