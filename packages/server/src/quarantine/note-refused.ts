import {
  isObject,
  PRECISION_MILLIS,
  type DataCategory,
  type ErrorCode,
  type ParsedEnvelope,
} from '@candor/practices'
import type { AdmissionScope } from '../admission/admitted-version.js'
import type { Fault } from '../admission/step.js'
import { keepReport } from './keep-report.js'
import {
  groupKey,
  MOST_KEPT,
  type KeptReport,
  type QuarantineGroup,
  type QuarantineNote,
  type ReportShape,
} from './quarantine.js'
import { hasNameForm, shapeOf, type IsKeptName } from './shape-of.js'

/** What nobody is allowed to collect is not kept in any form. */
const NOT_NOTED: ReadonlySet<ErrorCode> = new Set(['CANDOR_DECISION_FORBIDS', 'CANDOR_SUBJECT_ERASED'])

const SYSTEMS: ReadonlySet<string> = new Set(['Windows', 'macOS', 'Linux', 'iOS', 'Android'])

/** A refused report and why it is. */
export interface RefusedReport {
  readonly raw: unknown
  readonly fault: Pick<Fault, 'code' | 'dataType'>
}

/** Where refused reports come from. */
export interface RefusedOrigin extends AdmissionScope {
  readonly product: string
  readonly category: DataCategory
  /** The envelope, or whatever came instead. */
  readonly envelope: unknown
}

interface Draft {
  readonly group: QuarantineGroup
  readonly shape: ReportShape
  readonly kept: KeptReport[]
  count: number
}

const textIn = (envelope: unknown, name: string): string => {
  const value = isObject(envelope) ? envelope[name] : undefined
  return typeof value === 'string' ? value : ''
}

/** The words of an envelope that are known here; others may be anything, and are left out. */
const knownWords = ({ product, envelope, versions }: RefusedOrigin) => {
  const [named = '', number = ''] = textIn(envelope, 'practices').split('@', 2)
  const client = textIn(envelope, 'client')
  const os = textIn(envelope, 'os')
  const isClient = [...versions.values()].some((known) => known.product.practices.clients.includes(client))
  return {
    practicesVersion: named === product && /^[1-9]\d{0,8}$/.test(number) ? Number(number) : 0,
    client: isClient ? client : '',
    os: SYSTEMS.has(os) ? os : '',
  }
}

/** What a report has beside its data, and what stands for one that is none. */
const REPORT_FIELDS: ReadonlySet<string> = new Set(['report', 'id', 'from', 'to', 'data', 'decision'])

/**
 * Names that may be kept. Errors come with raw user ids, of which one may stand where a name should, so that of them only those
 * are kept that the practices know; they are never admitted later, either.
 */
const keptNames = ({ category, versions }: RefusedOrigin): IsKeptName => {
  if (category !== 'error') return hasNameForm
  const known = [...versions.values()].map(({ product }) => product.practices.dataTypes.error)
  return (name) => REPORT_FIELDS.has(name) || known.some((types) => Object.hasOwn(types, name))
}

/** Groups refused reports: their counts, the shape of one in each group, and what of them may be admitted later. */
export const noteRefused = (
  origin: RefusedOrigin,
  refused: readonly RefusedReport[],
): readonly QuarantineNote[] => {
  const noted = refused.filter(({ fault }) => !NOT_NOTED.has(fault.code))
  if (noted.length === 0) return []
  const { product, category, envelope, nowMillis } = origin
  const words = knownWords(origin)
  const isReplayable = words.practicesVersion > 0 && words.client !== '' && words.os !== ''
  const isKept = keptNames(origin)
  const drafts = new Map<string, Draft>()
  for (const { raw, fault } of noted) {
    const { code, dataType = '' } = fault
    const group = { product, category, code, ...words, dataType: isKept(dataType) ? dataType : '' }
    const key = groupKey(group)
    const draft = drafts.get(key) ?? { group, shape: shapeOf(raw, isKept), kept: [], count: 0 }
    drafts.set(key, draft)
    draft.count += 1
    if (!isReplayable || draft.kept.length >= MOST_KEPT) continue
    const kept = keepReport(category, envelope as ParsedEnvelope, raw, code, origin)
    if (kept !== undefined) draft.kept.push(kept)
  }
  const precision = PRECISION_MILLIS[category]
  const seenMillis = Math.floor(nowMillis / precision) * precision
  return [...drafts.values()].map((draft) => ({ ...draft, seenMillis }))
}
