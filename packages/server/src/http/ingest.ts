import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  DATA_CATEGORIES,
  INGEST_PATHS,
  type DataCategory,
  type ErrorCode,
  type IngestAnswer,
  type Parsed,
} from '@candor/practices'
import { admit } from '../admission/admit.js'
import type { Permissions } from '../admission/permissions.js'
import type { Product } from '../admission/product.js'
import type { ProductKeys } from '../control-plane/product-keys.js'
import type { SpoolEntry, Tally } from '../spool/spool-entry.js'
import type { Spool } from '../spool/spool.js'
import { answerProblem, problemOf } from './problem.js'
import { readBody } from './read-body.js'

/** A product that reports are taken for, and what may be collected for it. */
export interface Collected {
  readonly product: Product
  readonly permissions: Permissions
}

/** What the ingest endpoints need. */
export interface IngestParts {
  readonly products: ReadonlyMap<string, Collected>
  readonly keys: ProductKeys
  readonly spool: Spool
  readonly now: () => number
  readonly onFailure: (code: ErrorCode, error: unknown) => void
}

const CATEGORY_BY_PATH = new Map<string, DataCategory>(
  DATA_CATEGORIES.map((category) => [INGEST_PATHS[category], category]),
)

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': 'content-type, content-encoding',
  'access-control-max-age': '86400',
} as const

const ANSWER_HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' } as const

/** An envelope that is refused as a whole still gives each of its reports an outcome. */
const wholeRefused = (
  category: DataCategory,
  { practices }: Product,
  body: unknown,
  code: ErrorCode,
): [SpoolEntry, Tally] => {
  const { reports } = (body ?? {}) as { readonly reports?: unknown }
  const received = Array.isArray(reports) ? reports.length : 0
  const { product, version } = practices
  const entry = {
    product,
    category,
    practicesVersion: version,
    client: '',
    os: '',
    receivedMillis: 0,
    reports: [],
  }
  return [entry, { received, refused: received === 0 ? {} : { [code]: received } }]
}

const take = async (
  request: IncomingMessage,
  category: DataCategory,
  key: string,
  parts: IngestParts,
): Promise<Parsed<IngestAnswer>> => {
  const body = await readBody(request)
  if (body.kind === 'refused') return body
  const collected = parts.products.get(parts.keys.productOf(key) ?? '')
  if (collected === undefined) return { kind: 'refused', code: 'CANDOR_KEY_UNKNOWN' }
  const admission = admit(category, body.value, { ...collected, nowMillis: parts.now() })
  if (admission.kind === 'refused') {
    await parts.spool.append(...wholeRefused(category, collected.product, body.value, admission.code))
    return admission
  }
  const { entry, tally, refused } = admission.value
  const outcomes = await parts.spool.append(entry, tally)
  const duplicate = outcomes.filter((outcome) => outcome === 'duplicate').length
  return { kind: 'parsed', value: { accepted: outcomes.length - duplicate, duplicate, refused } }
}

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  category: DataCategory,
  key: string,
  parts: IngestParts,
) => {
  try {
    const taken = await take(request, category, key, parts)
    if (taken.kind === 'refused')
      return answerProblem(
        response,
        problemOf(taken.code, taken.field === undefined ? {} : { field: taken.field }),
      )
    response.writeHead(200, ANSWER_HEADERS).end(JSON.stringify(taken.value))
  } catch (error) {
    if (request.destroyed && !request.complete) return
    parts.onFailure('CANDOR_STORE_UNAVAILABLE', error)
    answerProblem(response, problemOf('CANDOR_STORE_UNAVAILABLE'))
  }
}

/**
 * The three ingest endpoints, on bare node:http since every report passes here. Says whether the request was one of
 * theirs. An answer of 200 means that what was accepted is durable.
 */
export const createIngest =
  (parts: IngestParts) =>
  (request: IncomingMessage, response: ServerResponse): boolean => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2)
    const category = CATEGORY_BY_PATH.get(path)
    if (category === undefined) return false
    for (const name in CORS) response.setHeader(name, CORS[name as keyof typeof CORS])
    if (request.method === 'OPTIONS') response.writeHead(204).end()
    else if (request.method === 'POST')
      void answer(request, response, category, new URLSearchParams(query).get('key') ?? '', parts)
    else response.writeHead(405, { allow: 'POST, OPTIONS' }).end()
    return true
  }
