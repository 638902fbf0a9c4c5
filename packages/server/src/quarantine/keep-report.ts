import {
  isObject,
  parseReport,
  type DataCategory,
  type ErrorCode,
  type ParsedEnvelope,
  type ParsedReport,
} from '@candor/practices'
import type { AdmissionScope, AdmittedVersion } from '../admission/admitted-version.js'
import { judgeBasis } from '../admission/decision-basis.js'
import { freshness } from '../admission/freshness.js'
import type { KeptReport } from './quarantine.js'
import { plainValues } from './plain-values.js'

/** Codes that a newer version of the practices may mend. */
const MENDABLE: ReadonlySet<ErrorCode> = new Set(['CANDOR_PRACTICES_UNKNOWN', 'CANDOR_DATA_TYPE_UNKNOWN'])

/** The version with the greatest number, or undefined where there is none. */
export const newestOf = (versions: AdmissionScope['versions']): AdmittedVersion | undefined =>
  [...versions.values()].reduce<AdmittedVersion | undefined>(
    (newest, each) =>
      newest === undefined || each.product.practices.version >= newest.product.practices.version
        ? each
        : newest,
    undefined,
  )

/** Origins are kept as domain names alone: a word without a dot may be anybody's. */
const isDomain = (origin: string | undefined): boolean => origin === undefined || origin.includes('.')

/** Whether the settings in force, the report's own decision or an erasure keep the report from being kept. */
const isForbidden = (
  category: DataCategory,
  envelope: ParsedEnvelope,
  report: ParsedReport,
  { product, permissions, isErased }: AdmittedVersion,
): boolean => {
  if (report.decision !== undefined && judgeBasis(report.decision, product) !== 'allows') return true
  const mayCollect = permissions(category, envelope)
  const names = Object.keys(product.practices.dataTypes[category])
  const reported = names.filter((name) => Object.hasOwn(report.data, name))
  if (!(reported.length > 0 ? reported.every(mayCollect) : names.some(mayCollect))) return true
  const lane = product.lanes[category]
  const valid = Object.fromEntries(
    reported
      .map((name): [string, unknown] => [name, report.data[name]])
      .filter(([name, value]) => lane.faultOf({ [name]: value }) === undefined),
  )
  return isErased?.[category]({ ...report, data: valid }, lane.pseudonymise(valid)) ?? false
}

/**
 * What is kept of a refused report so that it can be admitted once its practices are known; undefined where nothing may be.
 * Errors are never kept.
 */
export const keepReport = (
  category: DataCategory,
  envelope: ParsedEnvelope,
  raw: unknown,
  code: ErrorCode,
  { versions, nowMillis, trustedMillis = nowMillis }: AdmissionScope,
): KeptReport | undefined => {
  const newest = newestOf(versions)
  if (category === 'error' || !MENDABLE.has(code) || newest === undefined || !isObject(raw)) return undefined
  const { org, pool } = envelope
  const parsed = parseReport(category, raw)
  if (parsed.kind === 'refused' || !isDomain(org) || !isDomain(pool)) return undefined
  const { id, fromMillis, toMillis, data } = parsed.value
  if (freshness(parsed.value, { category, nowMillis, trustedMillis }) !== undefined) return undefined
  if (isForbidden(category, envelope, parsed.value, newest)) return undefined
  const plain = plainValues(newest.product.practices, category, data)
  if (Object.keys(plain).length === 0) return undefined
  return {
    id,
    fromMillis,
    toMillis,
    data: plain,
    ...(org !== undefined && { org }),
    ...(pool !== undefined && { pool }),
  }
}
