import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  CandorError,
  DATA_CATEGORIES,
  INGEST_PATHS,
  type DataCategory,
  type ErrorCode,
  type ErrorFacts,
  type IngestAnswer,
  type Parsed,
} from '@candor/practices'
import { admit, type AdmissionScope } from '../admission/admit.js'
import type { RoomCheck } from '../admission/room-check.js'
import type { ProductKeys } from '../control-plane/product-keys.js'
import type { AppendOutcome, Lane, SpoolEntry, Tally } from '../spool/spool-entry.js'
import type { Spool } from '../spool/spool.js'
import { answerProblem, problemOf } from './problem.js'
import { createBodyReader, type BodyReader } from './read-body.js'

/** What the ingest endpoints need. */
export interface IngestParts {
  /** The versions of each product that reports may be made under. */
  readonly products: ReadonlyMap<string, AdmissionScope['versions']>
  readonly keys: ProductKeys
  readonly spool: Spool
  readonly hasRoom: RoomCheck
  readonly readBody: BodyReader
  readonly now: () => number
  readonly onFailure: (code: ErrorCode, error: unknown) => void
}

const CATEGORY_BY_PATH = new Map<string, DataCategory>(
  DATA_CATEGORIES.map((category) => [INGEST_PATHS[category], category]),
)

/** What every answer says, so that pages of any origin may read it. */
const OPEN_TO_ALL = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after, date',
} as const

const PREFLIGHT_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': 'content-type, content-encoding',
  'access-control-max-age': '86400',
} as const

const ANSWER_HEADERS = {
  ...OPEN_TO_ALL,
  'content-type': 'application/json',
  'cache-control': 'no-store',
} as const

/** A request for one of the endpoints. */
interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly category: DataCategory
  readonly key: string
}

/** An envelope that is refused as a whole still gives each of its reports an outcome. */
const wholeRefused = (lane: Lane, body: unknown, code: ErrorCode): [SpoolEntry, Tally] => {
  const { reports } = (body ?? {}) as { readonly reports?: unknown }
  const received = Array.isArray(reports) ? reports.length : 0
  const entry = { ...lane, practicesVersion: 0, client: '', os: '', receivedMillis: 0, reports: [] }
  return [entry, { received, refused: received === 0 ? {} : { [code]: received } }]
}

/** Appends to the spool; a spool that cannot is a store that does not answer, for now. */
const append = async (spool: Spool, entry: SpoolEntry, tally: Tally): Promise<readonly AppendOutcome[]> => {
  try {
    return await spool.append(entry, tally)
  } catch (cause) {
    throw cause instanceof CandorError ? cause : new CandorError('CANDOR_STORE_UNAVAILABLE', {}, { cause })
  }
}

const take = async ({ request, category, key }: Asked, parts: IngestParts): Promise<Parsed<IngestAnswer>> => {
  const { spool, products, keys, hasRoom, readBody, now } = parts
  const product = keys.productOf(key)
  const versions = product === undefined ? undefined : products.get(product)
  if (product === undefined || versions === undefined) return { kind: 'refused', code: 'CANDOR_KEY_UNKNOWN' }
  if (!hasRoom(category)) return { kind: 'refused', code: 'CANDOR_SPOOL_FULL' }
  const body = await readBody(request)
  if (body.kind === 'refused') return body
  const admission = admit(category, body.value, { versions, nowMillis: now() })
  if (admission.kind === 'refused') {
    await append(spool, ...wholeRefused({ product, category }, body.value, admission.code))
    return admission
  }
  const { entry, tally, refused } = admission.value
  const outcomes = await append(spool, entry, tally)
  const duplicate = outcomes.filter((outcome) => outcome === 'duplicate').length
  return { kind: 'parsed', value: { accepted: outcomes.length - duplicate, duplicate, refused } }
}

const refuse = (response: ServerResponse, code: ErrorCode, facts: ErrorFacts = {}): void => {
  for (const [name, value] of Object.entries(OPEN_TO_ALL)) response.setHeader(name, value)
  answerProblem(response, problemOf(code, facts))
}

const codeOf = (error: unknown): ErrorCode => (error instanceof CandorError ? error.code : 'CANDOR_INTERNAL')

/** Answers with a length, so that head and body leave in one write. */
const answerTaken = (response: ServerResponse, taken: IngestAnswer): void => {
  const text = JSON.stringify(taken)
  response.writeHead(200, { ...ANSWER_HEADERS, 'content-length': Buffer.byteLength(text) }).end(text)
}

/** The key in a query string; that of nearly every request is `key=` and a plain word. */
const keyIn = (query: string): string =>
  /^key=[\w-]*$/.test(query) ? query.slice(4) : (new URLSearchParams(query).get('key') ?? '')

const answer = async (asked: Asked, parts: IngestParts): Promise<void> => {
  const { request, response } = asked
  try {
    const taken = await take(asked, parts)
    if (taken.kind === 'parsed') return answerTaken(response, taken.value)
    // What is refused unread is read to its end, so that the answer reaches the client.
    request.resume()
    refuse(response, taken.code, taken.field === undefined ? {} : { field: taken.field })
  } catch (error) {
    if (request.destroyed && !request.complete) return
    parts.onFailure(codeOf(error), error)
    refuse(response, codeOf(error))
  }
}

/**
 * The three ingest endpoints, on bare node:http since every report passes here. Says whether the request was one of
 * theirs. An answer of 200 means that what was accepted is durable.
 */
export const createIngest = (given: Omit<IngestParts, 'readBody'>) => {
  const parts = { ...given, readBody: createBodyReader() }
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2)
    const category = CATEGORY_BY_PATH.get(path)
    if (category === undefined) return false
    if (request.method === 'POST') void answer({ request, response, category, key: keyIn(query) }, parts)
    else if (request.method === 'OPTIONS') response.writeHead(204, PREFLIGHT_HEADERS).end()
    else refuse(response.setHeader('allow', 'POST, OPTIONS'), 'CANDOR_METHOD_NOT_ALLOWED')
    return true
  }
}
