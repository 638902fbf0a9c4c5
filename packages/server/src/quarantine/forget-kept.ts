import { freshness } from '../admission/freshness.js'
import type { QuarantineShelf } from '../spool/spool.js'

/** Makes what forgets the kept reports of products that are too old to be admitted; their groups stay. */
export const createForgetKept =
  (quarantine: Pick<QuarantineShelf, 'purge'>, products: readonly string[]) =>
  async (nowMillis: number): Promise<void> => {
    for (const product of products)
      await quarantine.purge(
        product,
        (report, { group: { category } }) => freshness(report, { category, nowMillis }) !== undefined,
      )
  }
