import type { EndpointList } from '@candor/practices'
import { renderEndpointsHtml } from '@candor/practices/document'
import type { FastifyInstance } from 'fastify'
import { inLanguage, languageOf } from './document-language.js'
import { PAGE_POLICY } from './page-policy.js'

/** `GET /v1/endpoints` for programs and `GET /endpoints` for people: what a firewall must let through, by cloud. */
export const addEndpointRoutes = (app: FastifyInstance, endpoints: EndpointList): void => {
  app.get('/v1/endpoints', async (_request, reply) =>
    reply
      .headers({ 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=3600' })
      .send(endpoints),
  )
  app.get<{ Querystring: { readonly lang?: string } }>('/endpoints', async (request, reply) => {
    const language = languageOf(request)
    return inLanguage(reply, language)
      .header('content-security-policy', PAGE_POLICY)
      .type('text/html; charset=utf-8')
      .send(renderEndpointsHtml(endpoints, language))
  })
}
