import {
  DATA_CATEGORIES,
  decide,
  explainDecision,
  isObject,
  type DataType,
  type Decision,
  type Practices,
  type Settings,
} from '@candor/practices'
import type { SettingsInForce } from '../../control-plane/settings-in-force.js'
import { userWho } from '../../decisions/contexts.js'
import { overviewOf } from '../../decisions/overview.js'
import { summaryOf } from '../../decisions/preview-change.js'
import { findPractices } from '../../http/find-practices.js'
import type { Handlers } from '../call.js'
import type { EXPLAIN_ROUTES } from '../contract/explain-routes.js'

/** What the routes of decisions need. */
export interface ExplainParts {
  readonly products: readonly Practices[]
  readonly settings: SettingsInForce
}

const labelOf = (practices: Practices, dataType: string) => {
  const category = DATA_CATEGORIES.find((each) => dataType.startsWith(`${each}.`))
  if (category === undefined) return null
  const types: Readonly<Record<string, DataType>> = practices.dataTypes[category]
  const name = dataType.slice(category.length + 1)
  return Object.hasOwn(types, name) ? (types[name]?.label ?? null) : null
}

/** The setting that decided; undefined where a default or the practices did. */
const winnerOf = (
  { control, source }: Decision,
  settings: Settings,
  user: Readonly<Record<string, unknown>>,
) => {
  if (control === null || source === 'default' || source === 'practices') return undefined
  const scopes = settings[control]
  const held = isObject(scopes) ? scopes[source] : undefined
  const value = held ?? (source === 'user' ? Object.values(user)[0] : undefined)
  return { control, source, value: value ?? null, form: 'valid' as const, outcome: 'decided' as const }
}

/** What is collected, and because of what. */
export const explainHandlers = ({ products, settings }: ExplainParts): Handlers<typeof EXPLAIN_ROUTES> => ({
  explain: async ({ body }) => {
    const practices = findPractices(products, body.product)
    const { product } = practices
    const { dataType, client, os, organisation = '', pool = '', errorReporting = 'undecided', watson } = body
    const found = settings.inForce({ product, org: organisation, pool })
    const user = userWho(practices, errorReporting)
    const decision = decide(practices, dataType, { client, os, ...found, user, watson })
    const winner = winnerOf(decision, found.settings, user)
    const losing = decision.losing.map((each) => ({
      ...each,
      value: each.value ?? null,
      outcome: 'lost' as const,
    }))
    const host = settings.pool(pool.toLowerCase())?.organisation ?? ''
    return {
      product,
      dataType,
      label: labelOf(practices, dataType),
      decision: summaryOf(decision),
      text: { en: explainDecision(decision, 'en'), es: explainDecision(decision, 'es') },
      settings: [...(winner === undefined ? [] : [winner]), ...losing],
      meeting: pool === '' ? null : { pool, site: found.meeting?.site ?? null, host },
    }
  },
  readOverview: async ({ query }) => {
    const practices = findPractices(products, query.product)
    const { product, version } = practices
    const { organisation = '', pool = '' } = query
    const { settings: held, meeting } = settings.inForce({ product, org: organisation, pool })
    return {
      product,
      version,
      organisation,
      pool: pool === '' ? null : pool,
      cells: overviewOf(practices, { settings: held, meeting }),
    }
  },
})
