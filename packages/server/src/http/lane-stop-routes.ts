import { CandorError, formatTime, type Practices } from '@candor/practices'
import type { FastifyInstance } from 'fastify'
import { parseLaneStop, type LaneStops } from '../control-plane/lane-stops.js'
import { findPractices } from './find-practices.js'
import type { RequireOperator } from './operator.js'

interface LaneStopParts {
  readonly products: readonly Practices[]
  readonly laneStops: LaneStops
  readonly requireOperator: RequireOperator
  readonly now: () => number
}

/** `GET` and `PUT /api/lane-stops`: lanes that take no reports until an instant, for operators. */
export const addLaneStopRoutes = (app: FastifyInstance, parts: LaneStopParts): void => {
  const { products, laneStops, requireOperator, now } = parts
  app.get('/api/lane-stops', { preHandler: requireOperator }, async () => ({
    stops: laneStops.list(now()).map(({ product, category, untilMillis }) => ({
      product,
      category,
      until: formatTime('error', untilMillis),
    })),
  }))
  app.put('/api/lane-stops', { preHandler: requireOperator }, async (request) => {
    const { product: name } = (request.body ?? {}) as { readonly product?: unknown }
    const { product } = findPractices(products, name)
    const change = parseLaneStop(product, request.body, now())
    if (change.kind === 'refused')
      throw new CandorError(change.code, change.field === undefined ? {} : { field: change.field })
    await laneStops.change(change.value)
    const { category, untilMillis } = change.value
    const until = untilMillis === undefined ? null : formatTime('error', untilMillis)
    return { changed: { product, category, until } }
  })
}
