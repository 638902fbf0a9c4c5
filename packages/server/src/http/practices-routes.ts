import { CandorError, type Practices } from '@candor/practices'
import {
  describePractices,
  PRACTICES_SCHEMA,
  renderPracticesHtml,
  renderPracticesMarkdown,
} from '@candor/practices/document'
import type { FastifyInstance } from 'fastify'
import { inLanguage, languageOf } from './document-language.js'
import { findPractices } from './find-practices.js'
import { PAGE_POLICY } from './page-policy.js'
import type { PracticesVersions, ServedVersion } from '../control-plane/practices-versions.js'
import type { ProductKeys } from '../control-plane/keys-in-force.js'

interface PracticesQuery {
  readonly lang?: string
  readonly product?: string
  readonly key?: string
  /** A version that was served before. Default: the newest. */
  readonly version?: string
}

interface PracticesParts {
  readonly products: readonly Practices[]
  readonly versions: PracticesVersions
  readonly keys: ProductKeys
}

const wholeNumber = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text)

/** The version that is asked for, or the newest. Throws CANDOR_NOT_FOUND where it was never served. */
const findVersion = (
  { products, versions }: PracticesParts,
  product: string | undefined,
  version?: string,
): ServedVersion => {
  const current = findPractices(products, product)
  const asked = wholeNumber(version) ?? current.version
  const found = versions.of(current.product).find(({ practices }) => practices.version === asked)
  if (found === undefined)
    throw new CandorError('CANDOR_NOT_FOUND', {
      practices: `${current.product} was never served in that version`,
    })
  return found
}

const addPageRoutes = (app: FastifyInstance, parts: PracticesParts): void => {
  app.get<{ Querystring: PracticesQuery }>('/practices', async (request, reply) => {
    const { practices, fingerprint } = findVersion(parts, request.query.product, request.query.version)
    const language = languageOf(request)
    return inLanguage(reply, language)
      .header('content-security-policy', PAGE_POLICY)
      .type('text/html; charset=utf-8')
      .send(renderPracticesHtml(practices, { language, fingerprint }))
  })
  app.get<{ Querystring: PracticesQuery }>('/practices.md', async (request, reply) => {
    const { practices, fingerprint } = findVersion(parts, request.query.product, request.query.version)
    const language = languageOf(request)
    return inLanguage(reply, language)
      .type('text/markdown; charset=utf-8')
      .send(renderPracticesMarkdown(practices, { language, fingerprint }))
  })
}

/** The published practices: a page in each language, Markdown, JSON, and `/v1/practices` for apps. */
export const addPracticesRoutes = (app: FastifyInstance, parts: PracticesParts): void => {
  const { keys } = parts
  const describe = (version: ServedVersion) =>
    describePractices(version.practices, { fingerprint: version.fingerprint })

  addPageRoutes(app, parts)
  app.get<{ Querystring: PracticesQuery }>('/practices.json', async ({ query }) =>
    describe(findVersion(parts, query.product, query.version)),
  )
  app.get<{ Querystring: PracticesQuery }>('/v1/practices', async ({ query: { key, version } }, reply) => {
    reply.header('access-control-allow-origin', '*')
    const product = key === undefined ? undefined : keys.productOf(key)
    if (key !== undefined && product === undefined) throw new CandorError('CANDOR_KEY_UNKNOWN')
    return describe(findVersion(parts, product, version))
  })
  app.get('/practices.schema.json', async (_request, reply) =>
    reply.type('application/schema+json').send(PRACTICES_SCHEMA),
  )
}
