import { CandorError, LIMITS, type Parsed, type Practices } from '@candor/practices'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Pace } from '../admission/token-bucket.js'
import { change, type AuditFact } from '../control-plane/audit-log.js'
import { isAway } from '../control-plane/away.js'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import type { PracticesVersions } from '../control-plane/practices-versions.js'
import type { ProductKeys } from '../control-plane/keys-in-force.js'
import type { Signer } from '../signer.js'
import type { Subjects } from '../subject/create-subjects.js'
import { parseDeviceQuestion } from '../subject/parse-request.js'
import { readableRows } from '../subject/readable-rows.js'
import { createAddressLimit, type AddressLimit } from './address-limit.js'
import { languageOf } from './document-language.js'
import { createGate } from './gate.js'
import type { RequestAddress } from './request-address.js'

/** What the routes of subject requests need. */
export interface SubjectRouteParts {
  readonly products: readonly Practices[]
  readonly keys: ProductKeys
  readonly versions: PracticesVersions
  readonly subjects: Subjects
  readonly controlPlane: ControlPlane
  readonly receiptSigner: Signer
  readonly addressOf: RequestAddress
  readonly now: () => number
}

interface KeyQuery {
  readonly key?: string
  readonly lang?: string
}

const MOST_AT_ONCE = 4

/**
 * Ids to erase: one a second, 20 000 at once, which is two whole requests. Each is remembered until no report under it can
 * arrive any more, so that nobody may fill the room for them with ids that no report has.
 */
const IDS: Pace = { perSecond: 1, burstSeconds: 20_000 }
/** Questions: one a second, 300 at once. Each has an entry in the audit log, which nobody may fill. */
const QUESTIONS: Pace = { perSecond: 1, burstSeconds: 300 }

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': 'content-type',
  'access-control-expose-headers': 'retry-after',
  'access-control-max-age': '86400',
} as const

/** The value of a parsed body. Throws its refusal. */
export const acceptBody = <T>(parsed: Parsed<T>): T => {
  if (parsed.kind === 'parsed') return parsed.value
  throw new CandorError(parsed.code, parsed.field === undefined ? {} : { field: parsed.field })
}

const openToAll = async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  reply.headers({ ...CORS, 'cache-control': 'no-store' })
}

/** A device is nobody that is known, and its address would say who uses it: neither is in the log. */
const DEVICE = { actor: { kind: 'nobody', id: null, name: 'a device' }, address: null } as const

/** Says of a failure of the control plane's database that it is away, so that the device asks again. */
const orAway = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    throw isAway(error) ? new CandorError('CANDOR_CONTROL_PLANE_AWAY', {}, { cause: error }) : error
  }
}

/** Notes a device's request in the audit log; none is answered without its entry. */
const createNote =
  ({ controlPlane, now }: SubjectRouteParts) =>
  (fact: AuditFact): Promise<void> =>
    orAway(change(controlPlane, { ...DEVICE, nowMillis: now() }, async () => ({ result: undefined, fact })))

type Keep = (limit: AddressLimit, cost: number, request: FastifyRequest, reply: FastifyReply) => void

/** Refuses with the time to wait where an address is over a limit. */
const createKeep =
  ({ addressOf, now }: SubjectRouteParts): Keep =>
  (limit, cost, request, reply) => {
    const waitSeconds = limit(addressOf(request), cost, now())
    if (waitSeconds === 0) return
    reply.header('retry-after', waitSeconds)
    throw new CandorError('CANDOR_RATE_LIMITED')
  }

/**
 * `/v1/subject/*`: access and erasure for a device itself, without an account. The random ids that only it knows are the
 * proof; ids that nobody has find nothing, in an answer of the same form.
 */
export const addSubjectRoutes = (app: FastifyInstance, parts: SubjectRouteParts): void => {
  const { keys, versions, subjects, receiptSigner } = parts
  const idLimit = createAddressLimit(IDS)
  const questionLimit = createAddressLimit(QUESTIONS)
  const gate = createGate(MOST_AT_ONCE)
  const note = createNote(parts)
  const options = { onRequest: openToAll, bodyLimit: LIMITS.maxEnvelopeBytes }
  const keepTo = createKeep(parts)
  const productOf = ({ key = '' }: KeyQuery): string => {
    const product = keys.productOf(key)
    if (product === undefined) throw new CandorError('CANDOR_KEY_UNKNOWN')
    return product
  }
  app.post<{ Querystring: KeyQuery }>('/v1/subject/access', options, async (request, reply) => {
    const product = productOf(request.query)
    const { category, subject } = acceptBody(parseDeviceQuestion(request.body))
    keepTo(questionLimit, 1, request, reply)
    await note({ action: 'subject.access', target: product, after: { by: subject.by, category } })
    const rows = await gate(() => subjects.access({ product, category }, subject))
    const served = versions.of(product).map(({ practices }) => practices)
    return { product, category, rows, readable: readableRows(served, category, rows, languageOf(request)) }
  })
  app.post<{ Querystring: KeyQuery }>('/v1/subject/erasure', options, async (request, reply) => {
    const product = productOf(request.query)
    const { category, subject } = acceptBody(parseDeviceQuestion(request.body))
    keepTo(questionLimit, 1, request, reply)
    keepTo(idLimit, subject.ids.length, request, reply)
    const id = await orAway(gate(() => subjects.erase({ product, category }, { subject })))
    const requests = [{ request: id, category }]
    await note({ action: 'subject.erasure', target: product, after: { by: subject.by, requests } })
    return reply.code(202).send({ request: id, state: 'accepted' })
  })
  app.get<{ Querystring: KeyQuery; Params: { readonly request: string } }>(
    '/v1/subject/erasure/:request',
    options,
    async ({ query, params }) => {
      const found = await subjects.state(params.request)
      if (found?.product !== productOf(query)) throw new CandorError('CANDOR_NOT_FOUND')
      const { request, state, receipt } = found
      return { request, state, ...(receipt !== undefined && { receipt }) }
    },
  )
  for (const path of ['/v1/subject/access', '/v1/subject/erasure', '/v1/subject/erasure/:request'])
    app.options(path, options, async (_request, reply) => reply.code(204).send())
  app.get('/v1/receipt-key', options, async () => ({
    algorithm: 'Ed25519',
    publicKey: receiptSigner.publicKey,
  }))
}
