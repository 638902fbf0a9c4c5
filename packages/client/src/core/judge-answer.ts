import type { IngestAnswer } from '@candor/practices'

import type { Lane } from './client.js'
import type { Stored } from './kept-report.js'
import { parseObject } from './parse-json.js'
import { askPolicy } from './policy.js'
import { isKept } from './reports.js'
import { SENT, type SendOutcome } from './send-outcome.js'
import type { Answer } from './transport.js'

/** What an answer says that acknowledges nothing. Request Timeout and Too Many Requests ask to come again. */
const kindOf = (status: number, code: unknown): SendOutcome['kind'] => {
  if (status === 401) return 'key-unknown'
  if (status === 413) return 'too-large'
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) return 'declined'
  return status === 503 && code === 'CANDOR_LANE_STOPPED' ? 'stopped' : 'failed'
}

/** Retry-After in seconds or as a date (RFC 9110 section 10.2.3), in milliseconds; 0 where nothing is said. */
const retryAfterMillis = (header: string | null, nowMillis: number): number =>
  header ? Math.max(Number(header) * 1000 || Date.parse(header) - nowMillis, 0) || 0 : 0

/** Drops what was acknowledged or refused. */
const acknowledge = (lane: Lane, refused: IngestAnswer['refused'], batch: readonly Stored[]): void => {
  const { category, device, state, count } = lane
  for (const { code } of refused) count(`refused:${code}`)
  const taken: string[] = []
  for (const stored of batch) {
    const { key, report } = stored
    const refusal = refused.find(({ id }) => id === report.id)
    if (!refusal) taken.push(report.id)
    // One whose times were put right by this very answer goes again.
    else if (!isKept(lane, stored)) continue
    device.remove(key)
    if (refusal) state.log?.dropped(category, refusal.code, [report.id], refusal.dataType)
  }
  state.log?.acknowledged(category, taken)
}

/** Takes the answer to a request: what was acknowledged, refused or is too large on its own is dropped. */
export const judgeAnswer = (
  lane: Lane,
  { status, text, read }: Answer,
  requestBody: string,
  batch: readonly [Stored, ...(readonly Stored[])],
): SendOutcome => {
  const { category, platform, device, state, count } = lane
  const { accepted, duplicate, code, ...answer } = parseObject<IngestAnswer & { readonly code: string }>(text)
  const refused: IngestAnswer['refused'] | false = Array.isArray(answer.refused) && answer.refused
  state.log?.sent({ category, atMillis: platform.now(), body: requestBody, status, answer: text })
  const [{ key, report }] = batch
  if (status === 200 && refused && Number(accepted) + Number(duplicate) + refused.length === batch.length) {
    acknowledge(lane, refused, batch)
    if (refused.some((each) => each.code === 'CANDOR_DECISION_FORBIDS')) void askPolicy(lane, report.head)
    return SENT
  }
  count(`answered:${status}`)
  const kind = kindOf(status, code)
  if (kind !== 'too-large' || batch.length > 1)
    return { kind, retryAfterMillis: retryAfterMillis(read('retry-after'), platform.now()) }
  count(kind)
  state.log?.dropped(category, kind, [report.id])
  device.remove(key)
  return SENT
}
