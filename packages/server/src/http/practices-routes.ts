import { createHash } from 'node:crypto'
import {
  CandorError,
  canonicalJson,
  LANGUAGES,
  pickLanguage,
  type Language,
  type Practices,
} from '@candor/practices'
import {
  describePractices,
  PRACTICES_STYLE,
  renderPracticesHtml,
  renderPracticesMarkdown,
} from '@candor/practices/document'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findPractices } from './find-practices.js'
import type { ProductKeys } from '../control-plane/product-keys.js'

interface PracticesQuery {
  readonly lang?: string
  readonly product?: string
  readonly key?: string
}

type Asked = FastifyRequest<{ Querystring: PracticesQuery }>

/** SHA-256 of the practices as canonical JSON, in hexadecimal. */
export const fingerprintOf = (practices: Practices): string =>
  createHash('sha256').update(canonicalJson(practices)).digest('hex')

const languageOf = (request: Asked): Language =>
  LANGUAGES.find((language) => language === request.query.lang) ??
  pickLanguage(request.headers['accept-language'])

const STYLE_HASH = createHash('sha256').update(PRACTICES_STYLE).digest('base64')
const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The published practices: a page in each language, Markdown, JSON, and `/v1/practices` for apps. */
export const addPracticesRoutes = (
  app: FastifyInstance,
  products: readonly Practices[],
  keys: ProductKeys,
): void => {
  const fingerprints = new Map(products.map((practices) => [practices.product, fingerprintOf(practices)]))
  const find = (
    product: string | undefined,
  ): { readonly practices: Practices; readonly fingerprint: string } => {
    const practices = findPractices(products, product)
    return { practices, fingerprint: fingerprints.get(practices.product) ?? '' }
  }
  const languageHeaders = (reply: FastifyReply, language: Language): FastifyReply =>
    reply.header('content-language', language).header('vary', 'accept-language')

  app.get<{ Querystring: PracticesQuery }>('/practices', async (request, reply) => {
    const { practices, fingerprint } = find(request.query.product)
    const language = languageOf(request)
    return languageHeaders(reply, language)
      .header('content-security-policy', PAGE_POLICY)
      .type('text/html; charset=utf-8')
      .send(renderPracticesHtml(practices, { language, fingerprint }))
  })
  app.get<{ Querystring: PracticesQuery }>('/practices.md', async (request, reply) => {
    const { practices, fingerprint } = find(request.query.product)
    const language = languageOf(request)
    return languageHeaders(reply, language)
      .type('text/markdown; charset=utf-8')
      .send(renderPracticesMarkdown(practices, { language, fingerprint }))
  })
  app.get<{ Querystring: PracticesQuery }>('/practices.json', async (request) => {
    const { practices, fingerprint } = find(request.query.product)
    return describePractices(practices, { fingerprint })
  })
  app.get<{ Querystring: PracticesQuery }>('/v1/practices', async (request, reply) => {
    const { key } = request.query
    reply.header('access-control-allow-origin', '*')
    const product = key === undefined ? undefined : keys.productOf(key)
    if (key !== undefined && product === undefined) throw new CandorError('CANDOR_KEY_UNKNOWN')
    const { practices, fingerprint } = find(product)
    return { ...describePractices(practices, { fingerprint }), fingerprint }
  })
  app.get('/api/products', async () => ({
    products: products.map(({ product, version, name }) => ({
      product,
      version,
      name,
      fingerprint: fingerprints.get(product),
    })),
  }))
}
