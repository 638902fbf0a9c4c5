import { CandorError, type Practices } from '@candor/practices'
import type { FastifyInstance } from 'fastify'
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

/** `GET` and `PUT /api/settings`: the settings of controls, for operators. */
export const addSettingsRoutes = (app: FastifyInstance, parts: SettingsParts): void => {
  const { products, settings, requireOperator, now } = parts
  app.get<{ Querystring: { readonly product?: string } }>(
    '/api/settings',
    { preHandler: requireOperator },
    async (request) => ({
      settings: settings.list(findPractices(products, request.query.product).product),
    }),
  )
  app.put('/api/settings', { preHandler: requireOperator }, async (request) => {
    const { product } = (request.body ?? {}) as { readonly product?: unknown }
    const change = parseSettingChange(findPractices(products, product), request.body)
    if (change.kind === 'refused')
      throw new CandorError(change.code, change.field === undefined ? {} : { field: change.field })
    await settings.change(change.value, now())
    return { changed: change.value }
  })
}
