import { randomUUID } from 'node:crypto'

import type { DataCategory, ReportId } from '@candor/practices'

import type { AdmittedReport, SpoolEntry } from '../../spool/spool-entry.js'

/** A report, for tests, of an instant. */
export const makeReport = (
  atMillis: number,
  data: Readonly<Record<string, unknown>>,
  more: Partial<AdmittedReport> = {},
): AdmittedReport => ({
  id: randomUUID() as ReportId,
  fromMillis: atMillis,
  toMillis: atMillis,
  data,
  ...more,
})

/** An entry of reports, for tests. */
export const makeEntry = (
  product: string,
  category: DataCategory,
  reports: readonly AdmittedReport[],
  more: Partial<SpoolEntry> = {},
): SpoolEntry => ({
  product,
  category,
  practicesVersion: 1,
  client: 'desktop',
  os: 'Windows',
  receivedMillis: reports[0]?.toMillis ?? 0,
  reports,
  ...more,
})
