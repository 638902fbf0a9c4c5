import { LIMITS, formatTime, type DataCategory } from '@candor/practices'

import type { Data, KeptReport } from './kept-report.js'
import type { Stored } from './kept-reports.js'
import type { Services } from './services.js'

/** Characters of a request; with four bytes each it is still under LIMITS.maxEnvelopeBytes. */
const MAX_LENGTH = LIMITS.maxEnvelopeBytes / 4

const originOf = ({ head, user }: KeptReport): string => JSON.stringify([head, user])

/** The reports that go in the next request: of one origin and one user, the oldest first, as many as fit. */
export const pickBatch = (waiting: readonly Stored[]): readonly Stored[] => {
  const [first] = waiting
  if (!first) return []
  let room = MAX_LENGTH
  const batch = waiting.filter(({ report }) => {
    if (originOf(report) !== originOf(first.report)) return false
    room -= JSON.stringify(report).length
    return room > 0 || report === first.report
  })
  return batch.slice(0, LIMITS.maxReports)
}

/** The body of a request. The ids of the census lane are filled in here, so that no kept report holds them. */
export const toBody = (
  category: DataCategory,
  batch: readonly Stored[],
  { practices, identity }: Pick<Services, 'practices' | 'identity'>,
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
