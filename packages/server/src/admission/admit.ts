import {
  parseEnvelope,
  parseReport,
  parseReportId,
  PRECISION_MILLIS,
  type DataCategory,
  type Parsed,
  type ParsedEnvelope,
  type ParsedReport,
  type Refusal,
} from '@candor/practices'
import type { AdmittedReport, SpoolEntry, Tally } from '../spool/spool-entry.js'
import type { LaneExpiry } from '../retention/expiry.js'
import type { ErasedCheck } from '../subject/erased-check.js'
import type { Permissions } from './permissions.js'
import type { Product } from './product.js'
import { REPORT_STEPS, type ReportFault, type ReportScope } from './report-steps.js'

/** An envelope after admission: what is to be kept, what was refused and why, and the counts of both. */
export interface Admission {
  readonly entry: SpoolEntry
  readonly tally: Tally
  readonly refused: readonly Refusal[]
}

/** A version of a product's practices that reports may be made under, and what may be collected under it. */
export interface AdmittedVersion {
  readonly product: Product
  readonly permissions: Permissions
  /** What was erased since, by lane. Default: nothing was. */
  readonly isErased?: Readonly<Record<DataCategory, ErasedCheck>>
  /** What is not kept any more of reports that come late, by lane. Default: all is kept. */
  readonly expiry?: Readonly<Record<DataCategory, LaneExpiry>>
}

/** What an envelope is admitted against. */
export interface AdmissionScope {
  /** The versions of the key's product, by product@version. */
  readonly versions: ReadonlyMap<string, AdmittedVersion>
  readonly nowMillis: number
}

const notErased: ErasedCheck = () => false

const keepsAll: LaneExpiry = { isReportOver: () => false, currentValues: ({ data }) => data }

/** The data that is still kept of a report; undefined where nothing of it is. */
const currentData = (report: ParsedReport, expiry: LaneExpiry, nowMillis: number) => {
  if (expiry.isReportOver(report, nowMillis)) return undefined
  const data = expiry.currentValues(report, nowMillis)
  return data === report.data || Object.keys(data).length > 0 ? data : undefined
}

const admitReport = (
  entry: unknown,
  scope: ReportScope,
  { isErased, expiry }: Pick<AdmittedVersion, 'isErased' | 'expiry'>,
): AdmittedReport | ReportFault => {
  const parsed = parseReport(scope.category, entry)
  if (parsed.kind === 'refused') return { code: parsed.code }
  for (const step of REPORT_STEPS) {
    const fault = step.run(parsed.value, scope)
    if (fault !== undefined) return fault
  }
  const { id, fromMillis, toMillis, decision } = parsed.value
  const { category, nowMillis } = scope
  const data = currentData(parsed.value, expiry?.[category] ?? keepsAll, nowMillis)
  if (data === undefined) return { code: 'CANDOR_REPORT_TOO_OLD' }
  const pseudonymous = scope.product.lanes[category].pseudonymise(data)
  if ((isErased?.[category] ?? notErased)(parsed.value, pseudonymous))
    return { code: 'CANDOR_SUBJECT_ERASED' }
  return { id, fromMillis, toMillis, data: pseudonymous, ...(decision && { decision }) }
}

/** What is no name of a data type may be anything, an identifier too, and is not repeated. */
const NAME_OF_DATA_TYPE = /^[A-Za-z][A-Za-z0-9]{0,63}$/

const refusalOf = (entry: unknown, { code, dataType }: ReportFault): Refusal => {
  const isName = dataType !== undefined && NAME_OF_DATA_TYPE.test(dataType)
  const id = parseReportId((entry as { readonly id?: unknown } | null)?.id)
  return { ...(id && { id }), code, ...(isName && { dataType }) }
}

const countByCode = (refused: readonly Refusal[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const { code } of refused) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

const admitReports = (
  category: DataCategory,
  envelope: ParsedEnvelope,
  version: AdmittedVersion,
  nowMillis: number,
): Admission => {
  const { product, permissions } = version
  const reportScope = { category, product, nowMillis, mayCollect: permissions(category, envelope) }
  const reports: AdmittedReport[] = []
  const refused: Refusal[] = []
  for (const raw of envelope.reports) {
    const result = admitReport(raw, reportScope, version)
    if ('code' in result) refused.push(refusalOf(raw, result))
    else reports.push(result)
  }
  const { client, os, org, pool } = envelope
  const precision = PRECISION_MILLIS[category]
  const entry: SpoolEntry = {
    product: product.practices.product,
    category,
    practicesVersion: product.practices.version,
    client,
    os,
    ...(org !== undefined && { org }),
    ...(pool !== undefined && { pool }),
    ...(category !== 'usage' && { keyEpoch: product.epoch() }),
    receivedMillis: Math.floor(nowMillis / precision) * precision,
    reports,
  }
  return { entry, refused, tally: { received: envelope.reports.length, refused: countByCode(refused) } }
}

/**
 * The service's own check of a request body: every report gets exactly one outcome, and a refused one never spoils
 * its neighbours. Refused as a whole: what is no envelope of the lane, or
 * names practices or a client that are not known here.
 */
export const admit = (category: DataCategory, body: unknown, scope: AdmissionScope): Parsed<Admission> => {
  const envelope = parseEnvelope(category, body)
  if (envelope.kind === 'refused') return envelope
  const version = scope.versions.get(envelope.value.practices)
  if (version === undefined) return { kind: 'refused', code: 'CANDOR_PRACTICES_UNKNOWN', field: 'practices' }
  if (!version.product.practices.clients.includes(envelope.value.client)) {
    return { kind: 'refused', code: 'CANDOR_ENVELOPE_MALFORMED', field: 'client' }
  }
  return { kind: 'parsed', value: admitReports(category, envelope.value, version, scope.nowMillis) }
}
