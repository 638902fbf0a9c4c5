import { once } from 'node:events'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { DATA_CATEGORIES, INGEST_PATHS, parseEnvelope, type DataCategory } from '@candor/practices'

type Data = Readonly<Record<string, unknown>>

/** A service that takes what an example sends, and serves its page. */
export interface DocsService {
  readonly endpoint: string
  /** The data of each report of a lane. */
  readonly reports: (category: DataCategory) => readonly Data[]
  /** The sum of a count, or of all labels of a labelled one. */
  readonly total: (category: DataCategory, name: string) => number
  /** What was not as it must be. */
  readonly faults: readonly string[]
  readonly setAnswering: (answering: 'always' | 'never') => void
  /** Serves the files of a folder. */
  readonly serve: (folder: string) => void
  readonly close: () => Promise<void>
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

const sendFile = (path: string, response: ServerResponse): void => {
  if (!existsSync(path) || !statSync(path).isFile()) return void response.writeHead(404).end()
  response.setHeader('content-type', TYPES[extname(path)] ?? 'text/plain')
  createReadStream(path).pipe(response)
}

const sumOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, each) => sum + Number(each), 0)
    : Number(value ?? 0)

const sendJson = (body: object, response: ServerResponse): void => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(body))
}

/** Takes the reports of a request body, each once by its id. */
const createTaken = (faults: string[]) => {
  const taken = new Map<string, { readonly category: DataCategory; readonly data: Data }>()
  const take = (category: DataCategory, body: string): object => {
    const parsed = parseEnvelope(category, JSON.parse(body))
    if (parsed.kind === 'refused') faults.push(`${parsed.code} ${parsed.field}`)
    const { reports } = JSON.parse(body) as { readonly reports: readonly { id: string; data: Data }[] }
    for (const { id, data } of reports) taken.set(id, { category, data })
    return { accepted: reports.length, duplicate: 0, refused: [] }
  }
  const of = (category: DataCategory): readonly Data[] =>
    [...taken.values()].filter((report) => report.category === category).map(({ data }) => data)
  return { take, of }
}

/** Starts it on a free port, with a product's policy that sets nothing. */
export const startDocsService = async (product = 'skype-teams'): Promise<DocsService> => {
  const faults: string[] = []
  const { take, of } = createTaken(faults)
  let answering: 'always' | 'never' = 'always'
  let folder = ''
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const category = DATA_CATEGORIES.find((known) => INGEST_PATHS[known] === pathname)
    if (category === undefined && pathname !== '/v1/policy') return sendFile(join(folder, pathname), response)
    if (answering === 'never') return
    if (category !== undefined) return sendJson(take(category, await text(request)), response)
    const [org, pool] = ['org', 'pool'].map((name) => searchParams.get(name) ?? '')
    sendJson({ product, revision: 1, org, pool, settings: {} }, response)
  }
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reports: of,
    total: (category, name) => of(category).reduce((sum, data) => sum + sumOf(data[name]), 0),
    faults,
    setAnswering: (next) => {
      answering = next
    },
    serve: (next) => {
      folder = next
    },
    close: async () => {
      const closed = once(server.close(), 'close')
      server.closeAllConnections()
      await closed
    },
  }
}
