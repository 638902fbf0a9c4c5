import type { FastifyInstance } from 'fastify'
import type { Retention } from '../retention/create-retention.js'
import type { RequireOperator } from './operator.js'

interface RetentionRouteParts {
  readonly retention: Retention
  readonly requireOperator: RequireOperator
}

/** `GET /api/retention`: what retention did and does; `POST /api/retention`: a round now. For operators. */
export const addRetentionRoutes = (
  app: FastifyInstance,
  { retention, requireOperator }: RetentionRouteParts,
): void => {
  app.get('/api/retention', { preHandler: requireOperator }, async () => retention.figures())
  app.post('/api/retention', { preHandler: requireOperator }, async () => {
    await retention.run()
    return retention.figures()
  })
}
