import { PRECISION_MILLIS, type DataCategory, type ParsedReport } from '@candor/practices'
import type { Fault } from './step.js'

const DAY_MILLIS = 86_400_000

/** Days after which a report is refused. The service remembers report ids for longer, so that no repetition slips through. */
const MAX_REPORT_AGE_DAYS = 45

/**
 * How far a device's clock may be ahead, in milliseconds: 10 minutes in every lane. Devices put their clock right by the
 * Date of each answer once it is off by 5. Times are cut to their lane's precision, so an hour or a day that has begun at
 * the device alone is taken for so long before it begins here.
 */
const MAX_SKEW_MILLIS = 600_000

/** What a report's age is judged by. */
export interface FreshnessScope {
  readonly category: DataCategory
  readonly nowMillis: number
  /** The latest instant that the service has seen: one whose own clock went back refuses nothing for that. Default: now. */
  readonly latestMillis?: number
  /** The time that is believed, earlier than now where the machine's clock leapt ahead. Default: now. */
  readonly trustedMillis?: number
}

type Times = Pick<ParsedReport, 'fromMillis' | 'toMillis'>

const faultAt = (
  { fromMillis, toMillis }: Times,
  { category, nowMillis, latestMillis = nowMillis }: FreshnessScope,
): Fault | undefined => {
  if (toMillis > Math.max(nowMillis, latestMillis) + MAX_SKEW_MILLIS)
    return { code: 'CANDOR_REPORT_IN_FUTURE' }
  const endMillis = toMillis + PRECISION_MILLIS[category]
  const oldest = nowMillis - MAX_REPORT_AGE_DAYS * DAY_MILLIS
  return endMillis < oldest || fromMillis < oldest - MAX_REPORT_AGE_DAYS * DAY_MILLIS
    ? { code: 'CANDOR_REPORT_TOO_OLD' }
    : undefined
}

/**
 * Refuses a report whose times lie in the future, or too far back. Neither is moved: a report keeps its times or is refused.
 * While the machine's clock is not believed, nobody knows which of the two is right: what either of them takes is taken.
 */
export const freshness = (times: Times, scope: FreshnessScope): Fault | undefined => {
  const fault = faultAt(times, scope)
  const { category, nowMillis, trustedMillis = nowMillis } = scope
  if (fault === undefined || trustedMillis >= nowMillis) return fault
  return faultAt(times, { category, nowMillis: trustedMillis })
}
