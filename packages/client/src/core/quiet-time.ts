import type { SendOutcome } from './sender.js'

const FIRST_BACKOFF_MILLIS = 2000
const LONGEST_BACKOFF_MILLIS = 600_000
/** The longest Retry-After that is honoured: a day. */
const LONGEST_RETRY_AFTER_MILLIS = 86_400_000
/** The least time before a declined request is tried again. */
const DECLINED_MILLIS = 600_000

/**
 * Tells how long a lane stays quiet after an outcome, in milliseconds. After failures in a row 2 seconds, doubled each
 * time up to 10 minutes, of which half is left to chance, on top of what Retry-After asks for; after a declined request
 * an interval, and at least 10 minutes; else not at all.
 */
export const createQuietTime = (
  intervalMillis: number,
  random: () => number,
): ((outcome: SendOutcome) => number) => {
  let backoffMillis = FIRST_BACKOFF_MILLIS
  return (outcome) => {
    if (outcome.kind !== 'failed') {
      backoffMillis = FIRST_BACKOFF_MILLIS
      return outcome.kind === 'sent' ? 0 : Math.max(intervalMillis, DECLINED_MILLIS)
    }
    const wait = (backoffMillis * (1 + random())) / 2
    backoffMillis = Math.min(backoffMillis * 2, LONGEST_BACKOFF_MILLIS)
    return wait + Math.min(outcome.retryAfterMillis, LONGEST_RETRY_AFTER_MILLIS)
  }
}
