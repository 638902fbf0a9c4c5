import { formatTime, practicesId, type ErrorCode } from '@candor/practices'
import { admit, type BodyStages } from '../admission/admit.js'
import type { AdmittedVersion } from '../admission/admitted-version.js'
import type { KeptPlace, QuarantineShelf } from '../spool/spool.js'
import { newestOf } from './keep-report.js'
import type { QuarantineGroup } from './quarantine.js'

/** What became of the reports that a product's quarantine keeps. */
export interface ReplayCounts {
  /** Admitted now: moved from refused to pending. */
  readonly admitted: number
  /** Sent again meanwhile, and counted then. */
  readonly duplicate: number
  /** Refused for another reason, such as their age; they are no longer kept. */
  readonly refused: number
  /** Still waiting for practices that know them. */
  readonly waiting: number
}

/** What replaying works with. */
export interface ReplayParts {
  readonly quarantine: QuarantineShelf
  readonly stages: BodyStages
  /** The versions of each product, by product@version. */
  readonly products: ReadonlyMap<string, ReadonlyMap<string, AdmittedVersion>>
  readonly now: () => number
}

/** Admits what a product's quarantine keeps under the practices that are known by now. */
export type Replay = (product: string) => Promise<ReplayCounts>

/** Practices that still do not know a report may be followed by some that do. */
const WAITS: ReadonlySet<ErrorCode> = new Set(['CANDOR_DATA_TYPE_UNKNOWN', 'CANDOR_PRACTICES_UNKNOWN'])

type Versions = ReadonlyMap<string, AdmittedVersion>

/** The version that a group's reports are admitted under: the one they name once it is known, else a newer one than they name. */
const versionFor = (
  { product, code, practicesVersion }: QuarantineGroup,
  versions: Versions,
): AdmittedVersion | undefined => {
  const named = versions.get(practicesId({ product, version: practicesVersion }))
  if (code === 'CANDOR_PRACTICES_UNKNOWN' && named !== undefined) return named
  const newest = newestOf(versions)
  return newest !== undefined && newest.product.practices.version > practicesVersion ? newest : undefined
}

const bodyOf = ({ group, report }: KeptPlace, { product }: AdmittedVersion): object => {
  const { category, client, os } = group
  const { id, fromMillis, toMillis, data, ...origin } = report
  const times = { from: formatTime(category, fromMillis), to: formatTime(category, toMillis) }
  return {
    v: 1,
    practices: practicesId(product.practices),
    client,
    os,
    ...origin,
    reports: [{ id, ...times, data }],
  }
}

type Outcome = keyof ReplayCounts

/** Makes the replay of kept reports. They go through the steps that every report goes through. */
export const createReplay = ({ quarantine, stages, products, now }: ReplayParts): Replay => {
  const replayOne = async (place: KeptPlace, versions: Versions): Promise<Outcome> => {
    const version = versionFor(place.group, versions)
    if (version === undefined) return 'waiting'
    const { category } = place.group
    const scope = { versions, nowMillis: now() }
    const admitted = admit(stages, category, bodyOf(place, version), scope)
    if (admitted.kind === 'refused') return 'waiting'
    const [refusal] = admitted.value.refused
    if (refusal !== undefined) {
      if (WAITS.has(refusal.code)) return 'waiting'
      await quarantine.discard(place)
      return 'refused'
    }
    const outcome = await quarantine.readmit(place, admitted.value.entry)
    return outcome === 'admitted' ? 'admitted' : 'duplicate'
  }
  return async (product) => {
    const counts = { admitted: 0, duplicate: 0, refused: 0, waiting: 0 }
    const versions = products.get(product) ?? new Map<string, AdmittedVersion>()
    for (const { group, kept } of quarantine.groups(product)) {
      if (kept === 0) continue
      for (const report of quarantine.kept(group)) counts[await replayOne({ group, report }, versions)] += 1
    }
    return counts
  }
}
