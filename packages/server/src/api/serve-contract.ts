import { CandorError } from '@candor/practices'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import { isAway } from '../control-plane/away.js'
import type { ChangedBy } from '../control-plane/audit-log.js'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import type { RequestAddress } from '../http/request-address.js'
import type { People } from '../people/open-people.js'
import { actorOf, type Principal } from '../people/principal.js'
import { requireOwnOrganisation, seenRevision } from './authorise.js'
import type { Call, Handler } from './call.js'
import type { Contract, RouteDefinition } from './contract/route.js'
import { onlyOnce, type Answer } from './repetitions.js'
import { validators } from './validators.js'

/** What serving a contract needs. */
export interface ServeParts {
  readonly controlPlane: ControlPlane
  readonly addressOf: RequestAddress
  readonly now: () => number
  readonly people: Pick<People, 'fingerprint'>
  /** Who asks, as it was found out before the route was called. */
  readonly principalOf: (request: FastifyRequest) => Principal
}

type AnyHandler = Handler<RouteDefinition>

const BODY_LIMIT = 65_536
const NO_CONTENT = 204

const changedBy = (
  { addressOf, now }: ServeParts,
  principal: Principal,
  request: FastifyRequest,
): ChangedBy => {
  const address = addressOf(request)
  return { actor: actorOf(principal), address: address === '' ? null : address, nowMillis: now() }
}

const keyOf = (
  { method, writes }: RouteDefinition,
  principal: Principal,
  { headers }: FastifyRequest,
): string | undefined => {
  const key = headers['idempotency-key']
  const isHeeded = method !== 'GET' && writes !== 'nothing' && principal.kind !== 'nobody'
  return isHeeded && typeof key === 'string' ? key : undefined
}

const MOST_KEY = 200

const runOnce = (
  { controlPlane, now, people }: ServeParts,
  { principal, request }: Call,
  key: string,
  work: () => Promise<Answer>,
): Promise<Answer> => {
  if (key === '' || key.length > MOST_KEY)
    throw new CandorError('CANDOR_QUERY_REFUSED', {
      header: 'Idempotency-Key',
      expected: `1 to ${MOST_KEY} characters`,
    })
  const { kind, id } = actorOf(principal)
  const { method, url, body } = request
  const fingerprint = people.fingerprint(`${method} ${url} ${JSON.stringify(body ?? null)}`)
  return onlyOnce(controlPlane, { actor: `${kind} ${id ?? ''}`, key, fingerprint, nowMillis: now() }, work)
}

/** Says of a failure of the database that it is away, so that whoever asks tries again. */
const told = (error: unknown): unknown =>
  isAway(error) ? new CandorError('CANDOR_CONTROL_PLANE_AWAY', {}, { cause: error }) : error

const serve = (parts: ServeParts, route: RouteDefinition, handler: AnyHandler): RouteHandlerMethod => {
  const status = route.status ?? (route.answer === undefined ? NO_CONTENT : 200)
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const principal = parts.principalOf(request)
    requireOwnOrganisation(route.access, principal, request)
    const seen = route.revision === 'checked' ? seenRevision(principal, request) : undefined
    const { params, query, body } = request
    const by = changedBy(parts, principal, request)
    const call = { params, query, body, principal, by, seen, request, reply } as Call
    const work = async (): Promise<Answer> => ({ status, body: (await handler(call)) ?? null })
    const key = keyOf(route, principal, request)
    try {
      const answer = await (key === undefined ? work() : runOnce(parts, call, key, work))
      if (reply.sent || answer.body === reply) return await reply
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
      return await reply.code(answer.status).send(answer.status === NO_CONTENT ? undefined : answer.body)
    } catch (error) {
      throw told(error)
    }
  }
}

/** JSON that came as text/plain is JSON all the same, and a body that is not there is an empty one. */
const readBody = (request: FastifyRequest): void => {
  const { body } = request
  if (typeof body !== 'string') {
    request.body = body ?? {}
    return
  }
  try {
    request.body = body === '' ? {} : (JSON.parse(body) as unknown)
  } catch {
    throw new CandorError('CANDOR_QUERY_REFUSED', { body: 'not JSON' })
  }
}

/** Adds the routes of a contract: what they take is checked against it before their handler sees it. */
export const serveContract = (
  app: FastifyInstance,
  contract: Contract,
  handlers: Readonly<Record<string, unknown>>,
  parts: ServeParts,
): void => {
  for (const [name, route] of Object.entries(contract)) {
    const { method, path, access, params, query, body, bodyLimit = BODY_LIMIT } = route
    app.route({
      method,
      url: path,
      bodyLimit,
      config: { access },
      schema: {
        ...(params !== undefined && { params }),
        ...(query !== undefined && { querystring: query }),
        ...(body !== undefined && { body }),
      },
      ...(body !== undefined && { preValidation: async (request: FastifyRequest) => readBody(request) }),
      validatorCompiler: validators,
      handler: serve(parts, route, handlers[name] as AnyHandler),
    })
  }
}
