import { parseReport, type DataCategory, type ParsedReport } from '@candor/practices'
import type { AdmittedReport } from '../spool/spool-entry.js'
import type { LaneExpiry } from '../retention/expiry.js'
import type { ErasedCheck } from '../subject/erased-check.js'
import { judgeBasis } from './decision-basis.js'
import type { Permission } from './permissions.js'
import type { Product } from './product.js'
import type { Check, Checked } from './step.js'

/** What the reports of an envelope are judged by. */
export interface ReportScope {
  readonly category: DataCategory
  readonly product: Product
  readonly mayCollect: Permission
  readonly isErased: ErasedCheck
  readonly expiry: LaneExpiry
  readonly nowMillis: number
  readonly latestMillis?: number
  /** The time by which data is over. */
  readonly trustedMillis: number
}

type ReportCheck = Check<ParsedReport, ReportScope>['run']

/** Reads a report of its lane: no fields but its own, an id, and times in the lane's precision. */
export const readReport = (entry: unknown, { category }: ReportScope): Checked<ParsedReport> => {
  const parsed = parseReport(category, entry)
  return parsed.kind === 'parsed' ? parsed : { kind: 'refused', code: parsed.code }
}

const isEmpty = (data: ParsedReport['data']): boolean => Object.keys(data).length === 0

/** Refuses data types that the lane does not have, and values out of their bounds, by validators compiled from the practices. */
export const dataTypes: ReportCheck = ({ data }, { category, product }) =>
  isEmpty(data) ? { code: 'CANDOR_REPORT_MALFORMED' } : product.lanes[category].faultOf(data)

/** Refuses what the settings in force, or the report's own account of its decision, forbid. */
export const decision: ReportCheck = ({ data, decision: basis }, scope) => {
  const verdict = basis === undefined ? 'allows' : judgeBasis(basis, scope.product)
  if (verdict === 'malformed') return { code: 'CANDOR_REPORT_MALFORMED' }
  if (verdict === 'forbids') return { code: 'CANDOR_DECISION_FORBIDS' }
  for (const name in data)
    if (!scope.mayCollect(name)) return { code: 'CANDOR_DECISION_FORBIDS', dataType: name }
  return undefined
}

/** What of a report's data is still kept; undefined where nothing of it is. */
const currentData = (data: ParsedReport['data'], { toMillis }: ParsedReport, scope: ReportScope) => {
  const current = scope.expiry.currentValues({ toMillis, data }, scope.trustedMillis)
  return current === data || !isEmpty(current) ? current : undefined
}

/**
 * Replaces identifiers by pseudonyms and leaves out what is not kept any more; refuses what is over as a whole, and what is
 * from before an erasure that its subject asked for.
 */
export const pseudonymise = (report: ParsedReport, scope: ReportScope): Checked<AdmittedReport> => {
  const { id, fromMillis, toMillis, decision: basis } = report
  if (scope.expiry.isReportOver(report, scope.trustedMillis))
    return { kind: 'refused', code: 'CANDOR_REPORT_TOO_OLD' }
  // First, since an id that is not kept any more may still stand in texts that are.
  const pseudonymous = scope.product.lanes[scope.category].pseudonymise(report.data)
  if (scope.isErased(report, pseudonymous)) return { kind: 'refused', code: 'CANDOR_SUBJECT_ERASED' }
  const data = currentData(pseudonymous, report, scope)
  if (data === undefined) return { kind: 'refused', code: 'CANDOR_REPORT_TOO_OLD' }
  const value = { id, fromMillis, toMillis, data }
  return { kind: 'parsed', value: basis === undefined ? value : { ...value, decision: basis } }
}
