import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { SecureContextOptions } from 'node:tls'
import { CandorError, pickLanguage, type ErrorCode, type ErrorFacts } from '@candor/practices'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Log } from '../operation/log.js'
import { routeClassOf, type RequestFigures } from '../operation/request-figures.js'
import { Stale } from '../control-plane/stale.js'
import { allowedMethods } from './allowed-methods.js'
import { answerClientError } from './answer-client-error.js'
import { createHttpServer, type Handle } from './create-http-server.js'
import { problemHeaders, problemOf } from './problem.js'

/** Told of each failure that is Candor's own, so that it is logged. */
export type OnFailure = (code: ErrorCode, error: unknown) => void

/** Takes a request if it is one of its own; says whether it was. */
export type FirstHandler = (request: IncomingMessage, response: ServerResponse) => boolean

/** What an application is made with. */
export interface AppParts {
  readonly first: FirstHandler
  readonly onFailure: OnFailure
  readonly requests: RequestFigures
  readonly log: Log
  /** undefined: plain HTTP. */
  readonly tls: SecureContextOptions | undefined
  /** Default: no bound. */
  readonly maxConnections?: number
}

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
} as const

const PAGE_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

/** What the framework itself refuses. */
const CODE_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  413: 'CANDOR_ENVELOPE_TOO_LARGE',
  415: 'CANDOR_ENCODING_UNSUPPORTED',
}

const codeOf = (error: unknown): ErrorCode => {
  if (error instanceof CandorError) return error.code
  const { statusCode = 500 } = error as { readonly statusCode?: number }
  const known = CODE_BY_STATUS[statusCode]
  return known ?? (statusCode < 500 ? 'CANDOR_QUERY_REFUSED' : 'CANDOR_INTERNAL')
}

interface Refusal {
  readonly validation?: readonly { readonly instancePath?: string; readonly message?: string }[]
  readonly validationContext?: string
}

/** What may be told of an error: where a request differs from its contract, never the value that stood there. */
const factsOf = (error: unknown): ErrorFacts => {
  if (error instanceof CandorError) return error.facts
  const { validation, validationContext = 'request' } = error as Refusal
  const [first] = validation ?? []
  if (first === undefined) return {}
  return { [validationContext]: `${first.instancePath ?? ''} ${first.message ?? ''}`.trim() }
}

const answer = (
  request: FastifyRequest,
  reply: FastifyReply,
  code: ErrorCode,
  facts: ErrorFacts = {},
  current?: unknown,
): FastifyReply => {
  const problem = problemOf(code, facts, pickLanguage(request.headers['accept-language']))
  const told = current === undefined ? problem : { ...problem, current }
  // Who limits attempts says how long to wait.
  const retryAfter = reply.getHeader('retry-after')
  const headers = {
    ...problemHeaders(problem),
    ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
  }
  return reply.code(problem.status).headers(headers).send(JSON.stringify(told))
}

/** Counts each request, and logs its method, its route's pattern, the status and the time it took; nothing else of it. */
const watchRequests = (app: FastifyInstance, { requests, log }: AppParts): void => {
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    const route = routeOptions.url ?? '(none)'
    requests.other(routeClassOf(route), statusCode)
    const facts = { method, route, status: statusCode, milliseconds: Math.round(elapsedTime) }
    log.debug({ message: 'request', facts })
  })
}

/**
 * The parameters of an address. Of one that is given twice the last one counts, so that it is always one text; conditions
 * (`where`) are a list of all that are given.
 */
const parseQuery = (text: string): Readonly<Record<string, unknown>> => {
  const parameters = new URLSearchParams(text)
  const where = parameters.getAll('where')
  return { ...Object.fromEntries(parameters), ...(where.length > 0 && { where }) }
}

/**
 * The service's HTTP application: the first handler sees every request before the framework does, since reports must
 * not pay for routing that they do not need.
 */
export const createApp = (parts: AppParts): FastifyInstance => {
  const { first, onFailure, requests } = parts
  const serverFactory = (handler: Handle): Server => {
    const onDrop = (): void => {
      requests.dropped()
      onFailure('CANDOR_CONNECTIONS_FULL', undefined)
    }
    const server = createHttpServer({ ...parts, onDrop }, (request, response) => {
      // Once it closes, a connection that is busy all the time ends with its next answer too.
      if (!server.listening) response.shouldKeepAlive = false
      const startedAt = performance.now()
      if (!first(request, response)) return handler(request, response)
      response.once('finish', () => requests.ingest(response.statusCode, performance.now() - startedAt))
    })
    return server
  }
  const app = fastify({
    serverFactory,
    forceCloseConnections: 'idle',
    clientErrorHandler: answerClientError,
    routerOptions: { querystringParser: parseQuery },
    frameworkErrors: (_error, request, reply) => void answer(request, reply, 'CANDOR_QUERY_REFUSED'),
  })
  app.addHook('onSend', async ({ routeOptions }, reply) => {
    reply.headers(SECURITY_HEADERS)
    // What the API answers is of this moment, and some of it for operators alone.
    const isOfApi = routeOptions.url?.startsWith('/api/') === true
    if (isOfApi && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', PAGE_POLICY)
  })
  watchRequests(app, parts)
  app.setErrorHandler(async (error, request, reply) => {
    const code = codeOf(error)
    if (code === 'CANDOR_INTERNAL' || code === 'CANDOR_STORE_UNAVAILABLE') onFailure(code, error)
    const current = error instanceof Stale ? error.current : undefined
    return answer(request, reply, code, factsOf(error), current)
  })
  const allowed = allowedMethods(app)
  app.setNotFoundHandler(async (request, reply) => {
    const methods = allowed(request.url)
    if (methods.length === 0 || methods.includes(request.method))
      return answer(request, reply, 'CANDOR_NOT_FOUND')
    return answer(request, reply.header('allow', methods.join(', ')), 'CANDOR_METHOD_NOT_ALLOWED')
  })
  return app
}
