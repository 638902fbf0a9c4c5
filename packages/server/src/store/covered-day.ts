import type { DataCategory } from '@candor/practices'

import type { AdmittedReport } from '../spool/spool-entry.js'

/**
 * An instant of the day that a report counts for: the last day it covers. A census report covers its `to` day; the others
 * end at the instant `to`, so that one that ends at midnight belongs to the day before.
 */
export const coveredDayMillis = (
  category: DataCategory,
  { fromMillis, toMillis }: Pick<AdmittedReport, 'fromMillis' | 'toMillis'>,
): number => (category === 'census' ? toMillis : Math.max(fromMillis, toMillis - 1))
