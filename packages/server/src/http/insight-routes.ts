import { CandorError, DATA_CATEGORIES, type DataCategory, type Practices } from '@candor/practices'
import type { FastifyInstance } from 'fastify'
import type { Insight } from '../insight/insight.js'
import { findPractices } from './find-practices.js'

interface InsightQuery {
  readonly product?: string
  readonly days?: string
  readonly by?: string
}

interface InsightParts {
  readonly products: readonly Practices[]
  readonly insight: Insight
  readonly now: () => number
}

const DEFAULT_DAYS = 14
const MOST_DAYS = 400

const daysOf = (text: string | undefined): number => {
  const days = Number(text ?? DEFAULT_DAYS)
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return days
  throw new CandorError('CANDOR_QUERY_REFUSED', { parameter: 'days', expected: `1 to ${MOST_DAYS}` })
}

/** `GET /api/insights/<category>`: aggregated views, small groups suppressed. */
export const addInsightRoutes = (app: FastifyInstance, { products, insight, now }: InsightParts): void => {
  const answer = (category: DataCategory, query: InsightQuery) => {
    const practices = findPractices(products, query.product)
    const question = { days: daysOf(query.days), nowMillis: now() }
    if (category !== 'census') return insight[category](practices, question)
    return insight.census(practices, { ...question, ...(query.by !== undefined && { by: query.by }) })
  }
  for (const category of DATA_CATEGORIES) {
    app.get<{ Querystring: InsightQuery }>(`/api/insights/${category}`, (request) =>
      answer(category, request.query),
    )
  }
}
