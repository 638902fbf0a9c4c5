import { LIMITS, formatTime, type DataCategory } from '@candor/practices'

import { byteLength } from './byte-length.js'
import { originOf, type Data, type Stored } from './kept-report.js'
import type { InspectedClient } from './inspection.js'

/** How much a request may hold. */
export interface BatchLimits {
  readonly maxBytes: number
  readonly maxReports: number
}

/** Half of LIMITS.maxEnvelopeBytes: the other half is more than ids and times can add to what is kept. */
export const BATCH_LIMITS: BatchLimits = {
  maxBytes: LIMITS.maxEnvelopeBytes / 2,
  maxReports: LIMITS.maxReports,
}

/** Bytes that the ids of a census report may add to what is kept of it. */
const ADDED_BYTES = 200

/** Bytes that a report takes at most of a request. */
export const bytesOf = ({ text }: Stored): number => byteLength(text) + ADDED_BYTES

/**
 * The reports that go in the next request: of one origin and one user, the oldest first, as many as fit. The oldest goes
 * also where it does not fit, since nobody but the service can say that it is too large.
 */
export const pickBatch = (
  waiting: readonly Stored[],
  { maxBytes, maxReports }: BatchLimits,
): readonly Stored[] => {
  const [first] = waiting
  let room = maxBytes
  const batch = waiting.filter((each) => {
    if (!first || originOf(each.report) !== originOf(first.report)) return false
    room -= bytesOf(each)
    return room >= 0 || each === first
  })
  return batch.slice(0, maxReports)
}

/** The body of a request. The ids of the census lane are filled in here, so that no kept report holds them. */
export const toBody = (
  category: DataCategory,
  batch: readonly Stored[],
  { practices, identity }: Pick<InspectedClient, 'practices' | 'identity'>,
): string => {
  const withIds = (data: Data, user: string | undefined): Data => {
    const all = { ...data }
    for (const [name, { kind }] of Object.entries(practices.dataTypes[category])) {
      if (kind === 'device-id') all[name] = identity.deviceId()
      if (kind === 'twice-hashed-user-id') all[name] = identity.firstHash(user)
    }
    return all
  }
  const reports = batch.map(({ report: { id, fromMillis, toMillis, data, user, decision } }) => ({
    id,
    from: formatTime(category, fromMillis),
    to: formatTime(category, toMillis),
    data: withIds(data, user),
    decision,
  }))
  return JSON.stringify({ v: 1, ...batch[0]?.report.head, reports })
}
