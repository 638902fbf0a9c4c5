import { createHash } from 'node:crypto'
import { CandorError, isOrganisation, POLICY_SIGNATURE_HEADER, type Policy } from '@candor/practices'
import type { FastifyInstance } from 'fastify'
import type { Signer } from '../signer.js'
import type { ProductKeys } from '../control-plane/keys-in-force.js'
import type { SettingsInForce } from '../control-plane/settings-in-force.js'

interface PolicyQuery {
  readonly key?: string
  readonly org?: string
  readonly pool?: string
}

interface PolicyParts {
  readonly keys: ProductKeys
  readonly settings: SettingsInForce
  readonly policySigner: Signer
}

const ETAG_CHARACTERS = 22

const nameOrNone = (value: unknown): string => (isOrganisation(value) ? value : '')

const etagOf = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, ETAG_CHARACTERS)}"`

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': `date, etag, ${POLICY_SIGNATURE_HEADER}`,
  'access-control-allow-headers': 'if-none-match',
  'access-control-max-age': '86400',
} as const

/** `GET /v1/policy`: the settings that apply to a client of an organisation, and of the meeting's pool; signed. */
export const addPolicyRoutes = (
  app: FastifyInstance,
  { keys, settings, policySigner }: PolicyParts,
): void => {
  app.get<{ Querystring: PolicyQuery }>('/v1/policy', async (request, reply) => {
    reply.headers(CORS)
    const product = keys.productOf(request.query.key ?? '')
    if (product === undefined) throw new CandorError('CANDOR_KEY_UNKNOWN')
    const place = { product, org: nameOrNone(request.query.org), pool: nameOrNone(request.query.pool) }
    const policy: Policy = { ...place, revision: settings.revision(), ...settings.inForce(place) }
    const body = JSON.stringify(policy)
    const etag = etagOf(body)
    reply.headers({ etag, 'cache-control': 'private, max-age=60, must-revalidate' })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.header(POLICY_SIGNATURE_HEADER, policySigner.sign(body)).type('application/json').send(body)
  })
  app.options('/v1/policy', async (_request, reply) => reply.headers(CORS).code(204).send())
  app.get('/v1/policy-key', async (_request, reply) =>
    reply.headers(CORS).send({ algorithm: 'Ed25519', publicKey: policySigner.publicKey }),
  )
}
