import { CandorError, DATA_CATEGORIES, type Practices } from '@candor/practices'
import { change } from '../../control-plane/audit-log.js'
import { markedErrorGroups, markErrorGroup, type MarkedErrorGroup } from '../../control-plane/error-groups.js'
import { listReleases } from '../../control-plane/releases.js'
import type { ControlPlane } from '../../control-plane/open-control-plane.js'
import { findPractices } from '../../http/find-practices.js'
import type { ErrorGroup, ErrorGroupState, ErrorInsight, Insight } from '../../insight/insight.js'
import type { Retention } from '../../retention/create-retention.js'
import type { Spool } from '../../spool/spool.js'
import type { Subjects } from '../../subject/create-subjects.js'
import type { Handlers } from '../call.js'
import type { Static } from 'typebox'
import type { INSIGHT_ROUTES, InsightQuery as InsightQueryShape } from '../contract/insight-routes.js'

type InsightQuery = Static<typeof InsightQueryShape>

/** What the routes of insights need. */
export interface InsightParts {
  readonly products: readonly Practices[]
  readonly controlPlane: ControlPlane
  readonly insight: Insight
  readonly spool: Pick<Spool, 'conservation'>
  readonly subjects: Pick<Subjects, 'erased'>
  readonly retention: Pick<Retention, 'expired'>
  readonly now: () => number
}

/** What a request asks of a lane. */
const questionOf = ({ period, periods, by, where }: InsightQuery, nowMillis: number) => ({
  nowMillis,
  ...(period !== undefined && { period }),
  ...(periods !== undefined && { periods }),
  ...(by !== undefined && { by }),
  ...(where !== undefined && { where }),
})

const stateOf = ({ lastDay }: ErrorGroup, marked: MarkedErrorGroup): ErrorGroupState => {
  const day = new Date(marked.markedMillis).toISOString().slice(0, 10)
  return marked.mark === 'resolved' && lastDay !== null && lastDay > day ? 'regressed' : marked.mark
}

/** Groups of errors with what people said of them. */
const withStates = (answer: ErrorInsight, marked: readonly MarkedErrorGroup[]): ErrorInsight => {
  const marks = new Map(marked.map((group) => [group.fingerprint, group]))
  const groups = answer.groups.map((group) => {
    const mark = marks.get(group.value)
    return mark === undefined ? group : { ...group, state: stateOf(group, mark) }
  })
  return { ...answer, groups }
}

/** Makes what adds to an answer the releases since its first day. */
const createMarked =
  (controlPlane: ControlPlane) =>
  async <T extends { readonly product: string; readonly periods: readonly string[] }>(answer: T) => {
    const [first = ''] = answer.periods
    const all = await listReleases(controlPlane, answer.product)
    return { ...answer, releases: all.filter(({ day }) => day >= first).map((release) => ({ ...release })) }
  }

/** Aggregated views, and the balance of what came in. */
export const insightHandlers = (parts: InsightParts): Handlers<typeof INSIGHT_ROUTES> => {
  const { products, controlPlane, insight, spool, subjects, retention, now } = parts
  const marked = createMarked(controlPlane)
  return {
    readCensus: async ({ query }) =>
      marked(await insight.census(findPractices(products, query.product), questionOf(query, now()))),
    readUsage: async ({ query }) =>
      marked(await insight.usage(findPractices(products, query.product), questionOf(query, now()))),
    readErrors: async ({ query }) => {
      const practices = findPractices(products, query.product)
      const answer = await insight.error(practices, questionOf(query, now()))
      return marked(withStates(answer, await markedErrorGroups(controlPlane, practices.product)))
    },
    changeErrorGroup: async ({ body, by }) => {
      const { product } = findPractices(products, body.product)
      const { fingerprint, state } = body
      await markErrorGroup(controlPlane, by, { product, fingerprint, state })
      return { product, fingerprint, state }
    },
    readErrorSamples: async ({ query, by }) => {
      const practices = findPractices(products, query.product)
      const { product } = practices
      const { fingerprint } = query
      const samples = await insight.samples(practices, fingerprint)
      if (samples === undefined) throw new CandorError('CANDOR_NOT_FOUND')
      // That they were looked at is recorded before anybody sees them.
      const fact = { action: 'data.sample', target: `${product} / ${fingerprint}` } as const
      await change(controlPlane, by, async () => ({ result: undefined, fact }))
      return { product, fingerprint, samples: [...samples] }
    },
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
