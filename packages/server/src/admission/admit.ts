import {
  parseReportId,
  PRECISION_MILLIS,
  type DataCategory,
  type ParsedEnvelope,
  type Refusal,
} from '@candor/practices'
import { noteRefused, type RefusedReport } from '../quarantine/note-refused.js'
import type { QuarantineNote } from '../quarantine/quarantine.js'
import type { AdmittedReport, SpoolEntry, Tally } from '../spool/spool-entry.js'
import type { LaneExpiry } from '../retention/expiry.js'
import type { ErasedCheck } from '../subject/erased-check.js'
import type { AdmissionScope, AdmittedVersion } from './admitted-version.js'
import type { AdmissionStages } from './create-admission.js'
import type { Checked } from './step.js'

/** An envelope after admission: what is to be kept, what was refused and why, and the counts of both. */
export interface Admission {
  readonly entry: SpoolEntry
  readonly tally: Tally
  readonly refused: readonly Refusal[]
  /** What is kept of the refused ones, so that their owner can mend them. */
  readonly notes: readonly QuarantineNote[]
}

/** The stages that an envelope and its reports go through. */
export type BodyStages = Pick<AdmissionStages, 'envelope' | 'report' | 'pseudonym'>

const notErased: ErasedCheck = () => false

const keepsAll: LaneExpiry = { isReportOver: () => false, currentValues: ({ data }) => data }

/** What is no name of a data type may be anything, an identifier too, and is not repeated. */
const NAME_OF_DATA_TYPE = /^[A-Za-z][A-Za-z0-9]{0,63}$/

const refusalOf = ({ raw, fault: { code, dataType } }: RefusedReport): Refusal => {
  const isName = dataType !== undefined && NAME_OF_DATA_TYPE.test(dataType)
  const id = parseReportId((raw as { readonly id?: unknown } | null)?.id)
  return { ...(id && { id }), code, ...(isName && { dataType }) }
}

const countByCode = (refused: readonly Refusal[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const { code } of refused) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

const entryOf = (
  category: DataCategory,
  { client, os, org, pool }: ParsedEnvelope,
  { product }: AdmittedVersion,
  nowMillis: number,
  reports: readonly AdmittedReport[],
): SpoolEntry => {
  const precision = PRECISION_MILLIS[category]
  return {
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
}

const admitReports = (
  stages: BodyStages,
  category: DataCategory,
  envelope: ParsedEnvelope,
  version: AdmittedVersion,
  { versions, nowMillis, latestMillis = nowMillis, trustedMillis = nowMillis }: AdmissionScope,
): Admission => {
  const scope = {
    category,
    product: version.product,
    nowMillis,
    latestMillis,
    trustedMillis,
    mayCollect: version.permissions(category, envelope),
    isErased: version.isErased?.[category] ?? notErased,
    expiry: version.expiry?.[category] ?? keepsAll,
  }
  const reports: AdmittedReport[] = []
  const faults: RefusedReport[] = []
  for (const raw of envelope.reports) {
    const read = stages.report.run(raw, scope)
    const result = read.kind === 'parsed' ? stages.pseudonym.run(read.value, scope) : read
    if (result.kind === 'parsed') reports.push(result.value)
    else faults.push({ raw, fault: result })
  }
  const entry = entryOf(category, envelope, version, nowMillis, reports)
  const refused = faults.map(refusalOf)
  const origin = { product: entry.product, category, envelope, versions, nowMillis, trustedMillis }
  return {
    entry,
    refused,
    tally: { received: envelope.reports.length, refused: countByCode(refused) },
    notes: noteRefused(origin, faults),
  }
}

/**
 * The service's own check of a request body: every report gets exactly one outcome, and a refused one never spoils
 * its neighbours. Refused as a whole: what is no envelope of the lane, or
 * names practices or a client that are not known here.
 */
export const admit = (
  stages: BodyStages,
  category: DataCategory,
  body: unknown,
  scope: AdmissionScope,
): Checked<Admission> => {
  const envelope = stages.envelope.run(body, { ...scope, category })
  if (envelope.kind === 'refused') return envelope
  const version = scope.versions.get(envelope.value.practices)
  if (version === undefined) return { kind: 'refused', code: 'CANDOR_PRACTICES_UNKNOWN', field: 'practices' }
  return {
    kind: 'parsed',
    value: admitReports(stages, category, envelope.value, version, scope),
  }
}
