import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  CandorError,
  DATA_CATEGORIES,
  INGEST_PATHS,
  type DataCategory,
  type ErrorCode,
  type IngestAnswer,
} from '@candor/practices'
import { admit, type Admission } from '../admission/admit.js'
import type { LatestClock } from '../admission/latest-clock.js'
import type { AdmissionStages } from '../admission/create-admission.js'
import type { RequestScope } from '../admission/request-steps.js'
import type { Checked, Fault } from '../admission/step.js'
import { noteRefused, type RefusedOrigin } from '../quarantine/note-refused.js'
import type { AppendOutcome } from '../spool/spool-entry.js'
import type { Spool } from '../spool/spool.js'
import type { LimitedAddress } from './limited-address.js'
import { answerProblem, problemOf } from './problem.js'
import type { BodyReader } from './read-body.js'

/** What the ingest endpoints need. */
export interface IngestParts extends RequestScope {
  readonly admission: AdmissionStages
  readonly spool: Spool
  readonly readBody: BodyReader
  readonly addressOf: LimitedAddress
  readonly now: () => number
  readonly clock: LatestClock
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
const wholeRefused = (origin: RefusedOrigin, { code }: Fault): Omit<Admission, 'refused'> => {
  const { product, category, envelope } = origin
  const { reports } = (envelope ?? {}) as { readonly reports?: unknown }
  const all: readonly unknown[] = Array.isArray(reports) ? reports : []
  const kept = { practicesVersion: 0, client: '', os: '', receivedMillis: 0, reports: [] }
  return {
    entry: { product, category, ...kept },
    tally: { received: all.length, refused: all.length === 0 ? {} : { [code]: all.length } },
    notes: noteRefused(
      origin,
      all.map((raw) => ({ raw, fault: { code } })),
    ),
  }
}

/** A spool that cannot append is a store that does not answer, for now. */
const codedFailure = (cause: unknown): CandorError =>
  cause instanceof CandorError ? cause : new CandorError('CANDOR_STORE_UNAVAILABLE', {}, { cause })

/** Appends to the spool, durably. */
const append = async (
  { entry, tally, notes }: Omit<Admission, 'refused'>,
  spool: Spool,
): Promise<readonly AppendOutcome[]> => {
  try {
    return await spool.append(entry, tally, notes)
  } catch (cause) {
    throw codedFailure(cause)
  }
}

const answerTo = (outcomes: readonly AppendOutcome[], { refused }: Admission): IngestAnswer => {
  let duplicate = 0
  for (const outcome of outcomes) if (outcome === 'duplicate') duplicate += 1
  return { accepted: outcomes.length - duplicate, duplicate, refused }
}

const appendAdmitted = async (
  admitted: Admission,
  { admission, spool }: IngestParts,
): Promise<Checked<IngestAnswer>> =>
  admission.spool.run(async () => ({
    kind: 'parsed',
    value: answerTo(await append(admitted, spool), admitted),
  }))

/** A request's way through admission, from its key to the spool. */
const take = async (
  { request, category, key }: Asked,
  parts: IngestParts,
): Promise<Checked<IngestAnswer>> => {
  const { admission, limits, readBody, addressOf, spool, now, clock } = parts
  const nowMillis = now()
  const asked = admission.request.run({ category, key, address: addressOf(request), nowMillis }, parts)
  if (asked.kind === 'refused') return asked
  const { product, versions } = asked.value
  const body = await admission.body.run(() => readBody(request))
  if (body.kind === 'refused') return body
  const scope = { versions, ...clock.look() }
  const admitted = admit(admission, category, body.value, scope)
  if (admitted.kind === 'refused') {
    const refused = wholeRefused({ ...scope, product, category, envelope: body.value }, admitted)
    limits.charge(key, product, refused.tally.received, nowMillis)
    await append(refused, spool)
    return admitted
  }
  limits.charge(key, product, admitted.value.tally.received, nowMillis)
  return appendAdmitted(admitted.value, parts)
}

const refuse = (
  response: ServerResponse,
  { code, field, retryAfterSeconds }: Pick<Fault, 'code' | 'field' | 'retryAfterSeconds'>,
): void => {
  for (const [name, value] of Object.entries(OPEN_TO_ALL)) response.setHeader(name, value)
  answerProblem(response, problemOf(code, field === undefined ? {} : { field }), retryAfterSeconds)
}

const codeOf = (error: unknown): ErrorCode => (error instanceof CandorError ? error.code : 'CANDOR_INTERNAL')

/** An answer with its length, so that head and body leave in one write. */
const answerOf = (taken: IngestAnswer) => {
  const text = JSON.stringify(taken)
  const headers = { ...ANSWER_HEADERS, 'content-length': String(Buffer.byteLength(text)) }
  return { text, headers: Object.entries(headers).flat() }
}

/** The answer to most requests, which hold one report. */
const ONE_ACCEPTED = answerOf({ accepted: 1, duplicate: 0, refused: [] })

const answerTaken = (response: ServerResponse, taken: IngestAnswer): void => {
  const { accepted, duplicate, refused } = taken
  const isOne = accepted === 1 && duplicate === 0 && refused.length === 0
  const { text, headers } = isOne ? ONE_ACCEPTED : answerOf(taken)
  response.writeHead(200, headers).end(text)
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
    refuse(response, taken)
  } catch (error) {
    if (request.destroyed && !request.complete) return
    parts.onFailure(codeOf(error), error)
    refuse(response, { code: codeOf(error) })
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
    // Devices put their clocks right by it, on any route.
    if (!parts.clock.isBelieved()) response.sendDate = false
    const category = CATEGORY_BY_PATH.get(path)
    if (category === undefined) return false
    if (request.method === 'POST') void answer({ request, response, category, key: keyIn(query) }, parts)
    else if (request.method === 'OPTIONS') response.writeHead(204, PREFLIGHT_HEADERS).end()
    else refuse(response.setHeader('allow', 'POST, OPTIONS'), { code: 'CANDOR_METHOD_NOT_ALLOWED' })
    return true
  }
