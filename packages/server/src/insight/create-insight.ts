import { DATA_CATEGORIES, type DataCategory, type Practices } from '@candor/practices'

import type { Row } from '../store/engine.js'
import type { Store } from '../store/store.js'
import { answerCensus } from './answer-census.js'
import { answerError } from './answer-error.js'
import { answerSamples } from './answer-samples.js'
import { answerUsage } from './answer-usage.js'
import { askedOf, type Answering } from './answer.js'
import { createCountedPeriods } from './counted-periods.js'
import type { Insight, InsightQuestion } from './insight.js'
import { PERIOD_KINDS, periodsOf, type Period } from './periods.js'
import { planClients } from './plan-clients.js'
import { planMeasurements } from './measurements.js'
import { planErrorGroups } from './plan-error-groups.js'
import { planSamples, planSampleUsers } from './plan-samples.js'
import { numberIn, textIn, type Read } from './sql.js'

/** What insight works with. */
export interface InsightOptions {
  readonly store: Pick<Store, 'query' | 'source'>
  /** Where the counts of periods are kept. */
  readonly folder: string
  /** Devices or users that a group needs to be shown. */
  readonly groupMinimum: number
  readonly now: () => number
  /** Milliseconds of a clock that is never set. Default: the process's own. */
  readonly steadyNow?: () => number
}

const spanOf = (periods: readonly Period[]) => ({
  first: periods[0]?.first ?? '',
  last: periods.at(-1)?.last ?? '',
})

type ReadRows = (read: Read) => Promise<readonly Row[]>

/** Devices of each kind of client; null where there are too few. */
const clientsOf = async (
  { store, groupMinimum }: Pick<InsightOptions, 'store' | 'groupMinimum'>,
  read: ReadRows,
  practices: Practices,
  question: InsightQuestion,
) => {
  const source = store.source({ product: practices.product, category: 'census' })
  const plan = planClients(practices, spanOf(periodsOf(question)), source)
  const rows = plan === undefined ? [] : await read(plan)
  const counts = new Map(rows.map((row) => [textIn(row, 'client_kind'), numberIn(row, 'devices')]))
  return practices.clients.map((client) => {
    const devices = counts.get(client) ?? 0
    return { client, devices: devices < groupMinimum ? null : devices }
  })
}

/** Creates the aggregated views of a store. Questions that cannot be answered: CANDOR_QUERY_REFUSED. */
export const createInsight = (options: InsightOptions): Insight => {
  const { store, folder, groupMinimum, now, steadyNow = () => performance.now() } = options
  const counted = createCountedPeriods({ store, folder, least: groupMinimum, now, steadyNow })
  const read = async ({ sql, parameters }: Read) => store.query(sql, parameters)
  const answering = async (
    practices: Practices,
    category: DataCategory,
    question: InsightQuestion,
  ): Promise<Answering> => {
    const asked = askedOf(practices, category, question)
    const known = await counted.read(practices, category, periodsOf(question))
    return { ...known, question, asked, groupMinimum }
  }
  return {
    census: async (practices, question) => answerCensus(await answering(practices, 'census', question)),
    usage: async (practices, question) => answerUsage(await answering(practices, 'usage', question)),
    error: async (practices, question) => {
      const known = await answering(practices, 'error', question)
      const span = spanOf(periodsOf(question))
      const measurements = planMeasurements(known.lane, span)
      const [groups, measured] = await Promise.all([
        read(planErrorGroups(known.lane, span, groupMinimum)),
        measurements === undefined ? [] : read(measurements),
      ])
      return answerError(known, groups, measured)
    },
    samples: async (practices, fingerprint) => {
      const source = store.source({ product: practices.product, category: 'error' })
      const lane = { practices, source, dimensions: [] }
      const [met = {}] = await read(planSampleUsers(lane, fingerprint))
      if (numberIn(met, 'users') < groupMinimum) return undefined
      return answerSamples(lane, await read(planSamples(lane, fingerprint)))
    },
    clients: async (practices, question) => clientsOf(options, read, practices, question),
    count: async (practices) => {
      for (const category of DATA_CATEGORIES) {
        const periods = PERIOD_KINDS.flatMap((period) => periodsOf({ period, nowMillis: now() }))
        await counted.refresh(practices, category, periods)
      }
    },
    groupMinimum,
  }
}
