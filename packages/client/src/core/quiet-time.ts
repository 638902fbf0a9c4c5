import { practicesId } from '@candor/practices'

import type { Lane } from './client.js'
import { CLIENT_VERSION } from './client-version.js'
import { parseObject } from './parse-json.js'
import { FAILED, type SendOutcome } from './send-outcome.js'

const FIRST_BACKOFF_MILLIS = 2000
const LONGEST_BACKOFF_MILLIS = 600_000
/** The longest Retry-After that is honoured: 7 days. */
const LONGEST_RETRY_AFTER_MILLIS = 604_800_000
/** The least time before a declined request is tried again. */
const DECLINED_MILLIS = 600_000
/** A key that the service does not know is tried again after a day, or at the next start. */
const KEY_UNKNOWN_MILLIS = 86_400_000

/** What is kept of it, for all tabs and over restarts: a page that is loaded again and again must not hammer. */
interface Kept {
  readonly kind: SendOutcome['kind']
  readonly untilMillis: number
  /** Failures in a row. */
  readonly failures: number
  /** Of whom: another client, key or version of the practices need not wait, unless the lane is stopped. */
  readonly setup: string
}

const keyOf = ({ category }: Lane): string => `quiet.${category}`

const setupOf = ({ practices, options }: Lane): string =>
  [CLIENT_VERSION, practicesId(practices), options.key].join()

const read = (lane: Lane): Partial<Kept> => parseObject<Kept>(lane.device.get(keyOf(lane)))

/**
 * How long a lane leaves the service alone after a request: after failures in a row 2 seconds, doubled each time up to 10
 * minutes, of which half is left to chance, on top of what Retry-After asks for (up to 7 days); after a declined request an
 * interval, and at least 10 minutes; after a stop as long as the service says.
 */
const waitMillis = (
  { intervalMillis, platform }: Lane,
  { kind, retryAfterMillis }: SendOutcome,
  failures: number,
): number => {
  if (kind === 'declined' || kind === 'key-unknown') return Math.max(intervalMillis, DECLINED_MILLIS)
  const asked = Math.min(retryAfterMillis, LONGEST_RETRY_AFTER_MILLIS)
  if (kind === 'stopped' && asked) return asked
  const backoff = Math.min(FIRST_BACKOFF_MILLIS * 2 ** failures, LONGEST_BACKOFF_MILLIS)
  return asked + Math.ceil((backoff * (1 + platform.random())) / 2)
}

const keep = (lane: Lane, outcome: SendOutcome, before: number): void => {
  const { kind } = outcome
  const untilMillis = lane.platform.now() + waitMillis(lane, outcome, before)
  const failures = kind === 'failed' ? before + 1 : 0
  lane.device.set(keyOf(lane), JSON.stringify({ kind, untilMillis, failures, setup: setupOf(lane) }))
}

/** Milliseconds that are left; 0 where the lane may send. */
export const quietMillis = (lane: Lane): number => {
  const { kind, untilMillis = 0, setup } = read(lane)
  const isMoot = kind !== 'stopped' && setup !== setupOf(lane)
  const left = Math.max(isMoot ? 0 : untilMillis, lane.restsUntilMillis) - lane.platform.now()
  // More than any wait is of a clock that was set back.
  return left > 0 && left <= LONGEST_RETRY_AFTER_MILLIS + LONGEST_BACKOFF_MILLIS ? left : 0
}

/** Whether the service stopped the lane, so that it may not send whoever asks for it. */
export const isStopped = (lane: Lane): boolean => read(lane).kind === 'stopped' && quietMillis(lane) > 0

/** Something is sent: until its outcome is known, also after a kill, it counts as failed. */
export const beginQuiet = (lane: Lane): void => {
  lane.failuresBefore = read(lane).failures ?? 0
  keep(lane, FAILED, lane.failuresBefore)
}

/** Takes what became of a request. */
export const quietAfter = (lane: Lane, outcome: SendOutcome): void => {
  const { platform, device, count, failuresBefore } = lane
  const { failures = 0, kind } = read(lane)
  lane.failuresBefore = undefined
  lane.restsUntilMillis = outcome.kind === 'key-unknown' ? platform.now() + KEY_UNKNOWN_MILLIS : 0
  // Another tab may have been told meanwhile.
  if (outcome.kind !== 'stopped' && isStopped(lane)) return
  if (outcome.kind === 'stopped') count('lane-stopped')
  if (outcome.kind !== 'sent') keep(lane, outcome, failuresBefore ?? failures)
  else if (kind) device.remove(keyOf(lane))
}
