import { CandorError, DATA_CATEGORIES, type Practices } from '@candor/practices'
import { findPractices } from '../../http/find-practices.js'
import type { Insight } from '../../insight/insight.js'
import type { Retention } from '../../retention/create-retention.js'
import type { Spool } from '../../spool/spool.js'
import type { Subjects } from '../../subject/create-subjects.js'
import type { Handlers } from '../call.js'
import type { INSIGHT_ROUTES } from '../contract/insight-routes.js'

/** What the routes of insights need. */
export interface InsightParts {
  readonly products: readonly Practices[]
  readonly insight: Insight
  readonly spool: Pick<Spool, 'conservation'>
  readonly subjects: Pick<Subjects, 'erased'>
  readonly retention: Pick<Retention, 'expired'>
  readonly now: () => number
}

const DEFAULT_DAYS = 14

/** Aggregated views, and the balance of what came in. */
export const insightHandlers = (parts: InsightParts): Handlers<typeof INSIGHT_ROUTES> => {
  const { products, insight, spool, subjects, retention, now } = parts
  const question = ({ days = DEFAULT_DAYS }: { readonly days?: number }) => ({ days, nowMillis: now() })
  return {
    readCensus: async ({ query }) => {
      const { by } = query
      const asked = { ...question(query), ...(by !== undefined && { by }) }
      return insight.census(findPractices(products, query.product), asked)
    },
    readUsage: async ({ query }) => insight.usage(findPractices(products, query.product), question(query)),
    readErrors: async ({ query }) => insight.error(findPractices(products, query.product), question(query)),
    readConservation: async ({ query }) => {
      const product = query.product === undefined ? undefined : findPractices(products, query.product).product
      const [erased, expired] = await Promise.all([subjects.erased(product), retention.expired(product)])
      const balances = spool.conservation(product)
      const [census, usage, error] = DATA_CATEGORIES.map((category) => ({
        ...balances[category],
        erased: erased[category],
        expired: expired[category],
      }))
      if (census === undefined || usage === undefined || error === undefined)
        throw new CandorError('CANDOR_INTERNAL')
      return { census, usage, error }
    },
  }
}
