import { CandorError, type Practices } from '@candor/practices'
import type { FastifyInstance } from 'fastify'
import { parsePool } from '../control-plane/pool.js'
import { parseSettingChange } from '../control-plane/setting.js'
import type { SettingsInForce } from '../control-plane/settings-in-force.js'
import { findPractices } from './find-practices.js'
import type { RequireOperator } from './operator.js'

interface SettingsParts {
  readonly products: readonly Practices[]
  readonly settings: SettingsInForce
  readonly requireOperator: RequireOperator
  readonly now: () => number
}

/** `GET` and `PUT /api/settings`, and `PUT /api/pools`: the settings of controls and the sites of pools, for operators. */
export const addSettingsRoutes = (app: FastifyInstance, parts: SettingsParts): void => {
  const { products, settings, requireOperator, now } = parts
  app.get<{ Querystring: { readonly product?: string } }>(
    '/api/settings',
    { preHandler: requireOperator },
    async (request) => ({
      settings: settings.list(findPractices(products, request.query.product).product),
    }),
  )
  app.put('/api/pools', { preHandler: requireOperator }, async (request) => {
    const pool = parsePool(request.body)
    if (pool.kind === 'refused') throw new CandorError(pool.code, { field: pool.field ?? 'pool' })
    await settings.registerPool(pool.value)
    return { registered: pool.value }
  })
  app.put('/api/settings', { preHandler: requireOperator }, async (request) => {
    const { product } = (request.body ?? {}) as { readonly product?: unknown }
    const change = parseSettingChange(findPractices(products, product), request.body)
    if (change.kind === 'refused')
      throw new CandorError(change.code, change.field === undefined ? {} : { field: change.field })
    await settings.change(change.value, now())
    return { changed: change.value }
  })
}
