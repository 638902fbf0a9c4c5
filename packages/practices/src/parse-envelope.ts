import type { DataCategory } from './category.js'
import type { ReportId } from './ids.js'
import { parseReportId } from './ids.js'
import * as LIMITS from './limits.js'
import type { Parsed } from './parsed.js'
import type { DecisionBasis, Origin } from './report.js'
import { parseTime } from './time.js'
import { isName, isOrganisation } from './validate/formats.js'
import { hasOnlyKeys, isObject, isTextUpTo } from './validate/structured.js'

/** An envelope whose outside was checked; its reports are still as they came, since each is admitted on its own. */
export interface ParsedEnvelope extends Origin {
  readonly practices: string
  readonly client: string
  readonly os: string
  readonly reports: readonly unknown[]
}

/** A report whose outside was checked; its data is checked against the practices. */
export interface ParsedReport {
  readonly id: ReportId
  /** Milliseconds since 1970. */
  readonly fromMillis: number
  /** Milliseconds since 1970. */
  readonly toMillis: number
  readonly data: Readonly<Record<string, unknown>>
  readonly decision: DecisionBasis | undefined
}

const COMMON_KEYS = ['v', 'practices', 'client', 'os', 'reports'] as const
const ENVELOPE_KEYS = {
  census: new Set<string>(COMMON_KEYS),
  usage: new Set<string>([...COMMON_KEYS, 'org', 'pool']),
  error: new Set<string>([...COMMON_KEYS, 'org', 'pool']),
} as const satisfies Readonly<Record<DataCategory, ReadonlySet<string>>>

/** What is no name of a field may be anything, an identifier too, and is not repeated. */
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9]{0,63}$/

const isWord = isTextUpTo(LIMITS.maxNameLength, 1)
const isOrigin = (value: unknown): boolean => value === undefined || isOrganisation(value)

/** The envelope in a request body. Fields that the lane does not have are refused: CANDOR_FIELD_NOT_IN_LANE. */
export const parseEnvelope = (category: DataCategory, body: unknown): Parsed<ParsedEnvelope> => {
  const malformed = (field: string): Parsed<never> => ({
    kind: 'refused',
    code: 'CANDOR_ENVELOPE_MALFORMED',
    field,
  })
  if (!isObject(body)) return malformed('body')
  const foreign = Object.keys(body).find((key) => !ENVELOPE_KEYS[category].has(key))
  if (foreign !== undefined)
    return {
      kind: 'refused',
      code: 'CANDOR_FIELD_NOT_IN_LANE',
      field: FIELD_NAME.test(foreign) ? foreign : 'body',
    }
  const { v, practices, client, os, org, pool, reports } = body
  if (v !== 1) return malformed('v')
  if (!isWord(practices)) return malformed('practices')
  if (!isName(client)) return malformed('client')
  if (!isName(os)) return malformed('os')
  if (!isOrigin(org)) return malformed('org')
  if (!isOrigin(pool)) return malformed('pool')
  if (!Array.isArray(reports) || reports.length > LIMITS.maxReports) return malformed('reports')
  return { kind: 'parsed', value: body as unknown as ParsedEnvelope }
}

const CENSUS_REPORT_KEYS: ReadonlySet<string> = new Set(['id', 'from', 'to', 'data'])
const REPORT_KEYS: ReadonlySet<string> = new Set([...CENSUS_REPORT_KEYS, 'decision'])
const BASIS_KEYS: ReadonlySet<string> = new Set(['control', 'source', 'detail'])

const isBasis = (value: unknown): value is DecisionBasis =>
  isObject(value) &&
  hasOnlyKeys(value, BASIS_KEYS) &&
  isWord(value['control']) &&
  isTextUpTo(LIMITS.maxTextLength, 1)(value['source']) &&
  (value['detail'] === undefined || isWord(value['detail']))

/** The report in an envelope's entry, its times in the lane's precision. */
export const parseReport = (category: DataCategory, entry: unknown): Parsed<ParsedReport> => {
  const malformed = (field: string): Parsed<never> => ({
    kind: 'refused',
    code: 'CANDOR_REPORT_MALFORMED',
    field,
  })
  if (!isObject(entry) || !hasOnlyKeys(entry, category === 'census' ? CENSUS_REPORT_KEYS : REPORT_KEYS))
    return malformed('report')
  const { data, decision } = entry
  const id = parseReportId(entry['id'])
  if (id === undefined) return malformed('id')
  if (!isObject(data)) return malformed('data')
  if (decision !== undefined && !isBasis(decision)) return malformed('decision')
  const fromMillis = parseTime(category, entry['from'])
  const toMillis = parseTime(category, entry['to'])
  if (fromMillis === undefined || toMillis === undefined || fromMillis > toMillis)
    return { kind: 'refused', code: 'CANDOR_REPORT_TIME_REFUSED' }
  return { kind: 'parsed', value: { id, fromMillis, toMillis, data, decision } }
}
