import type { EndpointList, Practices } from '@candor/practices'
import type { FastifyInstance } from 'fastify'
import { createHandlers, type HandlerParts } from '../api/create-handlers.js'
import { API_CONTRACT } from '../api/contract/api-contract.js'
import { EVERYBODY } from '../api/contract/access.js'
import { openApiDocument } from '../api/open-api.js'
import { serveContract } from '../api/serve-contract.js'
import type { Signer } from '../signer.js'
import { addEndpointRoutes } from './endpoint-routes.js'
import type { Identification } from './identification.js'
import { addOperationRoutes, type OperationParts } from './operation-routes.js'
import { addPolicyRoutes } from './policy-routes.js'
import { addPracticesRoutes } from './practices-routes.js'
import type { RequestAddress } from './request-address.js'
import { addStaticRoutes, type StaticFolder } from './static-routes.js'
import { addSubjectRoutes } from './subject-routes.js'

/** What the routes need. */
export interface RouteParts extends OperationParts, HandlerParts {
  /** The practices that are served now, one a product; the list stays the same while what is in it changes. */
  readonly products: readonly Practices[]
  readonly policySigner: Signer
  readonly receiptSigner: Signer
  readonly endpoints: EndpointList
  readonly staticFolders: readonly StaticFolder[]
  readonly addressOf: RequestAddress
}

/** The routes that everybody may call: those of devices, the published documents, and the pages. */
const addOpenRoutes = async (app: FastifyInstance, parts: RouteParts): Promise<void> => {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, access: EVERYBODY }
  })
  addPracticesRoutes(app, parts)
  addPolicyRoutes(app, parts)
  addEndpointRoutes(app, parts.endpoints)
  addSubjectRoutes(app, parts)
  const document = JSON.stringify(openApiDocument())
  app.get('/api/openapi.json', async (_request, reply) => reply.type('application/json').send(document))
  await addStaticRoutes(app, parts.staticFolders)
}

/** Adds every route but the ingest endpoints. */
export const addRoutes = async (
  app: FastifyInstance,
  parts: RouteParts,
  { principalOf }: Identification,
): Promise<void> => {
  await app.register(async (scope) => addOpenRoutes(scope, parts))
  serveContract(app, API_CONTRACT, createHandlers(parts), { ...parts, principalOf })
  addOperationRoutes(app, parts)
}
