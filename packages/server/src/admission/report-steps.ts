import { PRECISION_MILLIS, type DataCategory, type ErrorCode, type ParsedReport } from '@candor/practices'
import { judgeBasis } from './decision-basis.js'
import type { Permission } from './permissions.js'
import type { Product } from './product.js'

const DAY_MILLIS = 86_400_000

/** Days after which a report is refused. The service remembers report ids for longer, so that no repetition slips through. */
const MAX_REPORT_AGE_DAYS = 45

/** How far a device's clock may be ahead, in milliseconds. */
const MAX_SKEW_MILLIS = DAY_MILLIS

/** What the steps judge a report by. */
export interface ReportScope {
  readonly category: DataCategory
  readonly product: Product
  readonly mayCollect: Permission
  readonly nowMillis: number
}

/** Why a report is refused. */
export interface ReportFault {
  readonly code: ErrorCode
  readonly dataType?: string
}

/** A named step of admission: a fault, or undefined where the report passes. */
export interface ReportStep {
  readonly name: string
  readonly run: (report: ParsedReport, scope: ReportScope) => ReportFault | undefined
}

const freshness = (
  { fromMillis, toMillis }: ParsedReport,
  { category, nowMillis }: ReportScope,
): ReportFault | undefined => {
  if (toMillis > nowMillis + MAX_SKEW_MILLIS) return { code: 'CANDOR_REPORT_IN_FUTURE' }
  const endMillis = toMillis + PRECISION_MILLIS[category]
  const oldest = nowMillis - MAX_REPORT_AGE_DAYS * DAY_MILLIS
  return endMillis < oldest || fromMillis < oldest - MAX_REPORT_AGE_DAYS * DAY_MILLIS
    ? { code: 'CANDOR_REPORT_TOO_OLD' }
    : undefined
}

const dataTypes = ({ data }: ParsedReport, { category, product }: ReportScope): ReportFault | undefined =>
  Object.keys(data).length === 0 ? { code: 'CANDOR_REPORT_MALFORMED' } : product.lanes[category].faultOf(data)

const decision = ({ data, decision: basis }: ParsedReport, scope: ReportScope): ReportFault | undefined => {
  const verdict = basis === undefined ? 'allows' : judgeBasis(basis, scope.product)
  if (verdict === 'malformed') return { code: 'CANDOR_REPORT_MALFORMED' }
  if (verdict === 'forbids') return { code: 'CANDOR_DECISION_FORBIDS' }
  for (const name in data)
    if (!scope.mayCollect(name)) return { code: 'CANDOR_DECISION_FORBIDS', dataType: name }
  return undefined
}

/** The steps that each report of an envelope goes through, in order; the first fault is its outcome. */
export const REPORT_STEPS: readonly ReportStep[] = [
  { name: 'freshness', run: freshness },
  { name: 'data-types', run: dataTypes },
  { name: 'decision', run: decision },
]
