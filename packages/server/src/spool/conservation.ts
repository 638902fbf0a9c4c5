import { DATA_CATEGORIES, type DataCategory } from '@candor/practices'

import { addCounts, balanceOf, type LaneState } from './lane-state.js'
import type { Conservation, LaneBalance } from './spool.js'

const EMPTY: LaneBalance = { received: 0, stored: 0, refused: {}, duplicate: 0, pending: 0 }

const addBalances = (a: LaneBalance, b: LaneBalance): LaneBalance => ({
  received: a.received + b.received,
  stored: a.stored + b.stored,
  refused: addCounts(a.refused, b.refused),
  duplicate: a.duplicate + b.duplicate,
  pending: a.pending + b.pending,
})

/** The balance of each category over the lanes given. */
export const conservationOf = (states: readonly LaneState[]): Conservation => {
  const balances = DATA_CATEGORIES.map((category): [DataCategory, LaneBalance] => [
    category,
    states
      .filter(({ lane }) => lane.category === category)
      .map(balanceOf)
      .reduce(addBalances, EMPTY),
  ])
  return Object.fromEntries(balances) as Record<DataCategory, LaneBalance>
}
