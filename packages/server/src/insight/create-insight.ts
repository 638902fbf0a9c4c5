import type { DataCategory, Practices } from '@candor/practices'

import type { Store } from '../store/store.js'
import type { Insight } from './insight.js'
import { planClients } from './plan-clients.js'
import { planCensus } from './plan-census.js'
import { planError } from './plan-error.js'
import { planUsage } from './plan-usage.js'
import { shapeCensus } from './shape-census.js'
import { shapeError } from './shape-error.js'
import { shapeUsage } from './shape-usage.js'
import { numberIn, textIn, type Read } from './sql.js'

/** What insight works with. */
export interface InsightOptions {
  readonly store: Pick<Store, 'query' | 'source'>
  /** Devices or users that a group needs to be shown. */
  readonly groupMinimum: number
}

/** Creates the aggregated views of a store. Questions that cannot be answered: CANDOR_QUERY_REFUSED. */
export const createInsight = ({ store, groupMinimum }: InsightOptions): Insight => {
  const sourceOf = ({ product }: Practices, category: DataCategory) => store.source({ product, category })
  const read = async ({ sql, parameters }: Read) => store.query(sql, parameters)
  return {
    census: async (practices, question) => {
      const plan = planCensus(practices, question, sourceOf(practices, 'census'))
      const [reports, devices, users] = await Promise.all([
        read(plan.reports),
        read(plan.devices),
        plan.users === undefined ? [] : read(plan.users),
      ])
      return shapeCensus(practices.product, plan, { reports, devices, users }, groupMinimum)
    },
    usage: async (practices, question) => {
      const plan = planUsage(practices, question, sourceOf(practices, 'usage'))
      return shapeUsage(practices.product, plan, await read(plan.daily))
    },
    error: async (practices, question) => {
      const plan = planError(practices, question, sourceOf(practices, 'error'), groupMinimum)
      const [groups, daily] = await Promise.all([read(plan.groups), read(plan.daily)])
      return shapeError(practices.product, plan, { groups, daily }, groupMinimum)
    },
    clients: async (practices, question) => {
      const plan = planClients(practices, question, sourceOf(practices, 'census'))
      const rows = plan === undefined ? [] : await read(plan)
      const counts = new Map(rows.map((row) => [textIn(row, 'client_kind'), numberIn(row, 'devices')]))
      return practices.clients.map((client) => {
        const devices = counts.get(client) ?? 0
        return { client, devices: devices < groupMinimum ? null : devices }
      })
    },
    groupMinimum,
  }
}
