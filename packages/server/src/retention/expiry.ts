import type { DataCategory } from '@candor/practices'
import type { ReportColumns } from '../spool/report-columns.js'
import type { AdmittedReport, SpoolEntry } from '../spool/spool-entry.js'
import { daysUnder, endOf, type LaneRetention, type ProductRetention } from './retention-rules.js'

const DAY_MILLIS = 86_400_000

/** What is not kept any more of reports that come late or waited long. */
export interface LaneExpiry {
  /** Whether a report is over as a whole. */
  isReportOver(report: Pick<AdmittedReport, 'toMillis'>, nowMillis: number): boolean
  /** Data without the values that are over. */
  currentValues(report: Pick<AdmittedReport, 'toMillis' | 'data'>, nowMillis: number): AdmittedReport['data']
}

/** The expiry of a lane's reports that were made under a version. */
export const laneExpiry = (
  category: DataCategory,
  { reports, values }: LaneRetention,
  version: number,
): LaneExpiry => {
  const keptMillis = daysUnder(reports, version) * DAY_MILLIS
  const limits = [...values].map(([name, rules]) => ({
    name,
    keptMillis: daysUnder(rules, version) * DAY_MILLIS,
  }))
  return {
    isReportOver: (report, nowMillis) => endOf(category, report) + keptMillis <= nowMillis,
    currentValues: (report, nowMillis) => {
      const { data } = report
      const endMillis = endOf(category, report)
      const over = limits.filter((limit) => limit.name in data && endMillis + limit.keptMillis <= nowMillis)
      if (over.length === 0) return data
      return Object.fromEntries(
        Object.entries(data).filter(([name]) => over.every((limit) => limit.name !== name)),
      )
    },
  }
}

/** Whether anything of some reports might be over, by the one that ended first and the shortest time that anything is kept. */
export const mayHoldOver = (
  { toMillis }: ReportColumns,
  category: DataCategory,
  retention: ProductRetention,
  nowMillis: number,
): boolean => {
  const { reports, values } = retention[category]
  const days = [...reports, ...[...values.values()].flat()].map((rule) => rule.days)
  let first = Infinity
  for (const each of toMillis) if (each < first) first = each
  return endOf(category, { toMillis: first }) + Math.min(...days) * DAY_MILLIS <= nowMillis
}

/** What leaves the spool for the store. */
export interface ExpiredEntry {
  /** Without the values that are over by now. */
  readonly entry: SpoolEntry
  /** Whether a report of it is over as a whole; the next round of retention removes and counts it. */
  readonly hasOver: boolean
}

/** Looks at an entry again when it is stored: it may have waited for long, and a newer version may keep less. */
export const expireEntry = (
  entry: SpoolEntry,
  retention: ProductRetention,
  nowMillis: number,
): ExpiredEntry => {
  const { category, practicesVersion } = entry
  const expiry = laneExpiry(category, retention[category], practicesVersion)
  const hasOver = entry.reports.some((report) => expiry.isReportOver(report, nowMillis))
  if (retention[category].values.size === 0) return { entry, hasOver }
  const reports = entry.reports.map((report) => {
    const data = expiry.currentValues(report, nowMillis)
    return data === report.data ? report : { ...report, data }
  })
  return { entry: { ...entry, reports }, hasOver }
}
