import { CandorError } from '@candor/practices'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { PartFault } from '../health/part-faults.js'
import { METRICS_TYPE, metricsText, type MetricSource } from '../operation/metrics-text.js'
import { readMetrics } from '../operation/service-metrics.js'
import type { ReadinessProbe } from '../operation/readiness.js'
import { EVERYBODY, type Access } from '../api/contract/access.js'

/** Who may read the metrics: everybody who reaches the address, or this machine's programs and operators. */
export type MetricsAccess =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'operators'
      /** proxy: what comes from this machine may be anybody's, so that everybody needs the token. */
      readonly front: 'none' | 'proxy'
      /** The address of the other end of a request's connection. */
      readonly peerOf: (request: FastifyRequest) => string
      /** Throws where no operator asks. */
      readonly requireOperator: (request: FastifyRequest) => Promise<void>
    }

/** What the routes of operation need. */
export interface OperationParts {
  readonly readiness: ReadinessProbe
  readonly metricSources: readonly MetricSource[]
  readonly metricsAccess: MetricsAccess
}

const METRICS: Access = { kind: 'metrics', roles: ['operator'] }

const UNREADY = 503
const RETRY_AFTER_SECONDS = '5'

const LOOPBACK_PEER = /^(?:::ffff:)?127\.|^::1$/
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/

/** Whether a program of this machine asks, for itself: neither a proxy for another one, nor a page under another name. */
const isLocal = ({ headers }: FastifyRequest, peer: string): boolean =>
  LOOPBACK_PEER.test(peer) &&
  LOOPBACK_HOST.test(headers.host ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers['forwarded'] === undefined

const requireAccess = async (access: MetricsAccess, request: FastifyRequest): Promise<void> => {
  switch (access.kind) {
    case 'everybody':
      return
    case 'nobody':
      throw new CandorError('CANDOR_NOT_FOUND')
    case 'operators':
      if (access.front === 'none' && isLocal(request, access.peerOf(request))) return
      return access.requireOperator(request)
    default:
      return access satisfies never
  }
}

const faultsTold = (faults: readonly PartFault[]) =>
  faults.map(({ part, code, since }) => ({
    part,
    code,
    ...(since !== undefined && { since: new Date(since).toISOString() }),
  }))

/**
 * `GET /healthz` (the process answers), `/readyz` (a report could be accepted now; else 503 with the `parts` that keep it
 * from that; and, either way, `faults`: what is not well, with its code) and `/metrics`.
 */
export const addOperationRoutes = (app: FastifyInstance, parts: OperationParts): void => {
  const { readiness, metricSources, metricsAccess } = parts
  app.get('/healthz', { config: { access: EVERYBODY } }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  )
  app.get('/readyz', { config: { access: EVERYBODY } }, async (_request, reply) => {
    const answer = await readiness.ask()
    reply.header('cache-control', 'no-store')
    const unwell = faultsTold(answer.unwell)
    if (answer.kind === 'ready')
      return reply.send({ status: 'ready', ...(unwell.length > 0 && { faults: unwell }) })
    return reply
      .code(UNREADY)
      .header('retry-after', RETRY_AFTER_SECONDS)
      .send({
        status: 'unready',
        parts: answer.faults.map(({ part }) => part),
        faults: [...faultsTold(answer.faults), ...unwell],
      })
  })
  app.get(
    '/metrics',
    { config: { access: METRICS }, preHandler: (request) => requireAccess(metricsAccess, request) },
    async (_request, reply) =>
      reply
        .headers({ 'cache-control': 'no-store' })
        .type(METRICS_TYPE)
        .send(metricsText(await readMetrics(metricSources))),
  )
}
