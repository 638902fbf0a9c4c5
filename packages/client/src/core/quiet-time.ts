import { practicesId, type DataCategory } from '@candor/practices'

import { CLIENT_VERSION } from './client-version.js'
import { parseJson } from './parse-json.js'
import { FAILED, type SendOutcome } from './send-outcome.js'
import type { Services } from './services.js'

const FIRST_BACKOFF_MILLIS = 2000
const LONGEST_BACKOFF_MILLIS = 600_000
/** The longest Retry-After that is honoured: 7 days. */
const LONGEST_RETRY_AFTER_MILLIS = 604_800_000
/** The least time before a declined request is tried again. */
const DECLINED_MILLIS = 600_000
/** A key that the service does not know is tried again after a day, or at the next start. */
const KEY_UNKNOWN_MILLIS = 86_400_000

/** How long a lane leaves the service alone. */
export interface QuietTime {
  /** Milliseconds that are left; 0 where the lane may send. */
  leftMillis(): number
  /** Something is sent: until its outcome is known, also after a kill, it counts as failed. */
  begin(): void
  /** Takes what became of a request. */
  after(outcome: SendOutcome): void
  /** Whether the service stopped the lane, so that it may not send whoever asks for it. */
  isStopped(): boolean
}

/** What is kept of it, for all tabs and over restarts: a page that is loaded again and again must not hammer. */
interface Kept {
  readonly kind: SendOutcome['kind']
  readonly untilMillis: number
  /** Failures in a row. */
  readonly failures: number
  /** Of whom: another client, key or version of the practices need not wait, unless the lane is stopped. */
  readonly setup: string
}

/**
 * Makes the quiet time of a lane. After failures in a row 2 seconds, doubled each time up to 10 minutes, of which half is
 * left to chance, on top of what Retry-After asks for (up to 7 days); after a declined request an interval, and at least
 * 10 minutes; after a stop as long as the service says; after an answer none.
 */
export const createQuietTime = (
  category: DataCategory,
  intervalMillis: number,
  { platform, storage, practices, key: productKey, count }: Services,
): QuietTime => {
  const { now, random } = platform
  const key = `quiet.${category}`
  const setup = [CLIENT_VERSION, practicesId(practices), productKey].join()
  /** Until when this run does not try at all. */
  let restsUntilMillis = 0
  let failuresBefore: number | undefined
  const read = (): Partial<Kept> => ({ ...(parseJson(storage.get(key)) as Partial<Kept>) })
  const keep = (kept: Omit<Kept, 'setup'>): void => storage.set(key, JSON.stringify({ ...kept, setup }))
  const waitAfter = (outcome: Exclude<SendOutcome, { readonly kind: 'sent' }>, failures: number): number => {
    if (outcome.kind === 'declined' || outcome.kind === 'key-unknown')
      return Math.max(intervalMillis, DECLINED_MILLIS)
    const asked = Math.min(outcome.retryAfterMillis, LONGEST_RETRY_AFTER_MILLIS)
    if (outcome.kind === 'stopped' && asked) return asked
    const backoff = Math.min(FIRST_BACKOFF_MILLIS * 2 ** failures, LONGEST_BACKOFF_MILLIS)
    return asked + Math.ceil((backoff * (1 + random())) / 2)
  }
  const leftMillis = (): number => {
    const { kind, untilMillis = 0, setup: of } = read()
    const isMoot = kind !== 'stopped' && of !== setup
    const left = Math.max(isMoot ? 0 : untilMillis, restsUntilMillis) - now()
    // More than any wait is of a clock that was set back.
    return left > 0 && left <= LONGEST_RETRY_AFTER_MILLIS + LONGEST_BACKOFF_MILLIS ? left : 0
  }
  const isStopped = (): boolean => read().kind === 'stopped' && leftMillis() > 0
  return {
    leftMillis,
    isStopped,
    begin: () => {
      failuresBefore = read().failures ?? 0
      const untilMillis = now() + waitAfter(FAILED, failuresBefore)
      keep({ kind: 'failed', untilMillis, failures: failuresBefore + 1 })
    },
    after: (outcome) => {
      const { failures = 0, kind } = read()
      const before = failuresBefore ?? failures
      failuresBefore = undefined
      restsUntilMillis = 0
      // Another tab may have been told meanwhile.
      if (outcome.kind !== 'stopped' && isStopped()) return
      if (outcome.kind === 'sent') return kind === undefined ? undefined : storage.remove(key)
      if (outcome.kind === 'stopped') count('lane-stopped')
      if (outcome.kind === 'key-unknown') restsUntilMillis = now() + KEY_UNKNOWN_MILLIS
      const untilMillis = now() + waitAfter(outcome, before)
      keep({ kind: outcome.kind, untilMillis, failures: outcome.kind === 'failed' ? before + 1 : 0 })
    },
  }
}
