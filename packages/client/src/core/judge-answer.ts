import { isObject, type DataCategory, type IngestAnswer } from '@candor/practices'

import type { Stored } from './kept-report.js'
import type { LaneStore } from './lane-store.js'
import { parseJson } from './parse-json.js'
import { SENT, type SendOutcome } from './send-outcome.js'
import type { Services } from './services.js'
import type { Answer } from './transport.js'

/** What became of a request: an outcome, or the wish for another one with fewer reports. */
export type Verdict = SendOutcome | { readonly kind: 'too-large' }

const isAnswerFor = (body: unknown, reports: number): body is IngestAnswer =>
  isObject(body) &&
  Array.isArray(body['refused']) &&
  Number(body['accepted']) + Number(body['duplicate']) + body['refused'].length === reports

/** What an answer says that acknowledges nothing. Request Timeout and Too Many Requests ask to come again. */
const verdictOf = ({ status, retryAfterMillis }: Answer, body: unknown): Verdict => {
  if (status === 401) return { kind: 'key-unknown' }
  if (status === 413) return { kind: 'too-large' }
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) return { kind: 'declined' }
  const isStopped = status === 503 && isObject(body) && body['code'] === 'CANDOR_LANE_STOPPED'
  return { kind: isStopped ? 'stopped' : 'failed', retryAfterMillis }
}

/** Makes what takes the answers of a lane: what was acknowledged, refused or is too large on its own is dropped. */
export const createJudge = (
  category: DataCategory,
  store: LaneStore,
  { policies, log, platform, count }: Services,
) => {
  const acknowledge = ({ refused }: IngestAnswer, batch: readonly Stored[]): void => {
    const refusals = new Map<string | undefined, IngestAnswer['refused'][number]>(
      refused.map((refusal) => [refusal.id, refusal]),
    )
    const taken = batch.flatMap(({ report: { id } }) => (refusals.has(id) ? [] : id))
    log?.acknowledged(category, taken)
    for (const stored of batch) {
      const { key, report } = stored
      const refusal = refusals.get(report.id)
      // One whose times were put right by this very answer goes again.
      if (refusal && !store.isKept(stored)) continue
      store.remove(key)
      if (refusal) log?.dropped(category, refusal.code, [report.id], refusal.dataType)
    }
    for (const { code } of refused) count(`refused:${code}`)
    const [first] = batch
    const isForbidden = refused.some(({ code }) => code === 'CANDOR_DECISION_FORBIDS')
    if (first && isForbidden) void policies(first.report.head).ask()
  }
  return (answer: Answer, requestBody: string, batch: readonly Stored[]): Verdict => {
    const { status, text } = answer
    const body = parseJson(text)
    log?.sent({ category, atMillis: platform.now(), body: requestBody, status, answer: text })
    if (status === 200 && isAnswerFor(body, batch.length)) {
      acknowledge(body, batch)
      return SENT
    }
    count(`answered:${status}`)
    const verdict = verdictOf(answer, body)
    const [only, second] = batch
    if (verdict.kind !== 'too-large' || !only || second) return verdict
    count('too-large')
    log?.dropped(category, 'too-large', [only.report.id])
    store.remove(only.key)
    return SENT
  }
}
