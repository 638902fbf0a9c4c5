import { createHash } from 'node:crypto'
import { isOrganisation, type Policy } from '@candor/practices'
import type { FastifyInstance } from 'fastify'
import type { ProductKeys } from '../control-plane/product-keys.js'
import type { SettingsInForce } from '../control-plane/settings-in-force.js'
import { problemHeaders, problemOf } from './problem.js'

interface PolicyQuery {
  readonly key?: string
  readonly org?: string
  readonly pool?: string
}

const nameOrNone = (value: unknown): string => (isOrganisation(value) ? value : '')

/** `GET /v1/policy`: the settings that apply to a client of an organisation, and of the meeting's pool. */
export const addPolicyRoutes = (app: FastifyInstance, keys: ProductKeys, settings: SettingsInForce): void => {
  app.get<{ Querystring: PolicyQuery }>('/v1/policy', async (request, reply) => {
    const { key, org, pool } = request.query
    const product = keys.productOf(key ?? '')
    reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', 'ETag')
    if (product === undefined) {
      const problem = problemOf('CANDOR_KEY_UNKNOWN')
      return reply.code(problem.status).headers(problemHeaders(problem)).send(problem)
    }
    const policy: Policy = {
      product,
      ...settings.inForce({ product, org: nameOrNone(org), pool: nameOrNone(pool) }),
    }
    const etag = `"${createHash('sha256').update(JSON.stringify(policy)).digest('base64url').slice(0, 22)}"`
    reply.header('etag', etag).header('cache-control', 'private, max-age=0, must-revalidate')
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.send(policy)
  })
  app.options('/v1/policy', async (_request, reply) =>
    reply
      .headers({
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'if-none-match',
        'access-control-max-age': '86400',
      })
      .code(204)
      .send(),
  )
}
