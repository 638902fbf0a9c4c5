import type { FastifyInstance } from 'fastify'
import type { Catalogue } from '../catalogue/create-catalogue.js'
import type { RequireOperator } from './operator.js'

interface PublishParts {
  readonly catalogue: Catalogue
  readonly requireOperator: RequireOperator
}

/** `PUT /api/practices/versions`: publishes a newer version of a served product's practices, for operators. */
export const addPublishRoutes = (
  app: FastifyInstance,
  { catalogue, requireOperator }: PublishParts,
): void => {
  app.put('/api/practices/versions', { preHandler: requireOperator }, async (request) =>
    catalogue.publish(request.body),
  )
}
