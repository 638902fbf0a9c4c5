import type { CensusInsight } from '../../api/insight.js'
import type { ValuesOf } from '../figures/rates.js'

/** The values of a count of the census; undefined where the product does not have it. */
export const countOf =
  ({ totals }: Pick<CensusInsight, 'totals'>): ValuesOf =>
  (dataType) =>
    totals.counts.find((count) => count.dataType === dataType)?.values
