import {
  CandorError,
  DATA_CATEGORIES,
  definePractices,
  practicesId,
  type DataType,
  type Practices,
} from '@candor/practices'
import { describePractices, renderPracticesHtml } from '@candor/practices/document'
import { checkPractices } from '@candor/practices/review'
import type { ServedVersion } from '../control-plane/practices-versions.js'
import { fingerprintOf } from '../fingerprint.js'
import { retentionFault } from '../retention/retention-rules.js'

const invalid = (fault: string, practices?: Practices): CandorError =>
  new CandorError('CANDOR_PRACTICES_INVALID', {
    ...(practices !== undefined && { practices: practicesId(practices) }),
    fault,
  })

/** Reads all parts of a definition once, so that a part that is missing shows now and not when a report or a reader comes. */
const readThrough = (practices: Practices): void => {
  const fingerprint = fingerprintOf(practices)
  describePractices(practices, { fingerprint })
  renderPracticesHtml(practices, { language: 'es', fingerprint })
}

/** A definition that may be published, from what a request holds. Throws CANDOR_PRACTICES_INVALID where it may not. */
export const parsePublication = (body: unknown): Practices => {
  let practices: Practices
  try {
    practices = definePractices(body as Practices)
    readThrough(practices)
  } catch (error) {
    throw error instanceof CandorError ? error : invalid('the definition is not complete')
  }
  const [finding] = checkPractices(practices)
  const fault = retentionFault(practices) ?? (finding && `${finding.where}: ${finding.message.en}`)
  if (fault !== undefined) throw invalid(fault, practices)
  return practices
}

const unitOf = (type: DataType | undefined): string | undefined =>
  type?.kind === 'duration' || type?.kind === 'distribution' ? type.unit : undefined

/** What rows of two versions could not be in one table for; a kind that changed is found when tables are laid out. */
const meaningFault = (before: Practices, after: Practices): string | undefined => {
  if (before.censusSalt !== after.censusSalt) return 'the census salt changed, and with it every pseudonym'
  for (const category of DATA_CATEGORIES) {
    const old: Readonly<Record<string, DataType>> = before.dataTypes[category]
    for (const [name, type] of Object.entries<DataType>(after.dataTypes[category])) {
      const unit = Object.hasOwn(old, name) ? unitOf(old[name]) : undefined
      if (unit !== undefined && unit !== unitOf(type)) return `${category}.${name} changed its unit`
    }
  }
  return undefined
}

/**
 * Checks a definition against the versions there were. `known` is one that is served in just this form. Throws
 * CANDOR_PRACTICES_VERSION_TAKEN where the number is not above all there were, and CANDOR_PRACTICES_INVALID where what
 * was collected before could not stand beside what comes.
 */
export const checkPublication = (
  practices: Practices,
  versions: readonly ServedVersion[],
): 'new' | 'known' => {
  const fingerprint = fingerprintOf(practices)
  if (versions.some((version) => version.fingerprint === fingerprint)) return 'known'
  const newest = Math.max(0, ...versions.map((version) => version.practices.version))
  if (practices.version <= newest)
    throw new CandorError('CANDOR_PRACTICES_VERSION_TAKEN', { practices: practicesId(practices), newest })
  for (const { practices: before } of versions) {
    const fault = meaningFault(before, practices)
    if (fault !== undefined) throw invalid(fault, practices)
  }
  return 'new'
}
