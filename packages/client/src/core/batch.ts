import { LIMITS, formatTime } from '@candor/practices'

import { byteLength } from './byte-length.js'
import type { Lane } from './client.js'
import { deviceId, firstHash } from './identity.js'
import { originOf, type Data, type Stored } from './kept-report.js'

/** Half of LIMITS.maxEnvelopeBytes: the other half is more than ids and times can add to what is kept. */
export const MAX_BATCH_BYTES = LIMITS.maxEnvelopeBytes / 2

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
  maxBytes: number,
  maxReports: number,
): readonly Stored[] => {
  const [first] = waiting
  let room = maxBytes
  return waiting
    .filter((each) => {
      if (!first || originOf(each.report) !== originOf(first.report)) return false
      room -= bytesOf(each)
      return room >= 0 || each === first
    })
    .slice(0, maxReports)
}

/** The body of a request. The ids of the census lane are filled in here, so that no kept report holds them. */
export const toBody = (lane: Lane, batch: readonly Stored[]): string => {
  const { category, types } = lane
  const withIds = (data: Data, user: string | undefined): Data => {
    const all = { ...data }
    for (const [name, { kind }] of Object.entries(types)) {
      if (kind === 'device-id') all[name] = deviceId(lane)
      if (kind === 'twice-hashed-user-id') all[name] = firstHash(lane, user)
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
