import { INGEST_PATHS, type DataCategory, type IngestAnswer, isObject } from '@candor/practices'

import { pickBatch, toBody } from './batch.js'
import type { Stored } from './kept-reports.js'
import type { LaneStore } from './lane-store.js'
import { parseJson } from './parse-json.js'
import type { Services } from './services.js'
import type { Answer } from './transport.js'

/** What became of sending what waits in a lane. */
export type SendOutcome =
  /** Everything was answered. */
  | { readonly kind: 'sent' }
  /** The service does not take a request as it is; its reports are kept and not tried again soon. */
  | { readonly kind: 'declined' }
  /** No answer, or one that asks to come again, after some milliseconds where it says so. */
  | { readonly kind: 'failed'; readonly retryAfterMillis: number }

/** Sends what waits in a lane, a request at a time. */
export type Send = () => Promise<SendOutcome>

const SENT: SendOutcome = { kind: 'sent' }
const FAILED: SendOutcome = { kind: 'failed', retryAfterMillis: 0 }

const isAnswerFor = (body: unknown, reports: number): body is IngestAnswer =>
  isObject(body) &&
  Array.isArray(body['refused']) &&
  Number(body['accepted']) + Number(body['duplicate']) + body['refused'].length === reports

/** Request Timeout and Too Many Requests ask to come again; any other 4xx would be answered the same. */
const isDeclined = (status: number): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429

/** Keeps which reports the service has, and which it refused. */
const logAnswer = (
  category: DataCategory,
  batch: readonly Stored[],
  { refused }: IngestAnswer,
  { log, count }: Services,
): void => {
  const isRefused = (id: string): boolean => refused.some((refusal) => refusal.id === id)
  const ids = batch.map(({ report }) => report.id)
  log.acknowledged(
    category,
    ids.filter((id) => !isRefused(id)),
  )
  for (const { id, code, dataType } of refused) {
    count(`refused:${code}`)
    if (id !== undefined) log.dropped(category, code, [id], dataType)
  }
}

/** Makes the sender of a lane. The policy is asked for before anything but census goes out. */
export const createSender = (category: DataCategory, store: LaneStore, services: Services): Send => {
  const { identity, policies, transport, log, platform, count } = services

  const judge = ({ status, text, retryAfterMillis }: Answer, batch: readonly Stored[]): SendOutcome => {
    const body = parseJson(text)
    if (status !== 200 || !isAnswerFor(body, batch.length)) {
      count(`answered:${status}`)
      return isDeclined(status) ? { kind: 'declined' } : { kind: 'failed', retryAfterMillis }
    }
    for (const { key } of batch) store.remove(key)
    logAnswer(category, batch, body, services)
    if (body.refused.some(({ code }) => code === 'CANDOR_DECISION_FORBIDS') && batch[0])
      void policies(batch[0].report.head).ask()
    return SENT
  }
  const post = async (batch: readonly Stored[]): Promise<SendOutcome | undefined> => {
    const body = toBody(category, batch, services)
    const answer = await transport.ask({ path: INGEST_PATHS[category], body })
    if (answer === 'aborted') return undefined
    if (!answer) return FAILED
    const { status, text } = answer
    log.sent({ category, atMillis: platform.now(), body, status, answer: text })
    return judge(answer, batch)
  }
  const isReady = async ({ report }: Stored): Promise<boolean> => {
    if (category !== 'census') return policies(report.head).ready()
    await identity.settled()
    return true
  }

  return async () => {
    const tried = new Set<string>()
    const next = (): readonly Stored[] => {
      store.purge()
      return pickBatch(store.waiting().filter(({ key }) => !tried.has(key)))
    }
    let outcome: SendOutcome | undefined
    while (transport.isOpen()) {
      const [first] = next()
      if (!first) break
      const isKnown = await isReady(first)
      // Meanwhile the policy may have changed, and with it what waits.
      const batch = next()
      if (!transport.isOpen() || batch[0]?.key !== first.key) continue
      const result = isKnown ? await post(batch) : FAILED
      if (!result) continue
      for (const { key } of batch) tried.add(key)
      if (outcome?.kind !== 'failed' && result.kind !== 'sent') outcome = result
      if (isKnown && result.kind === 'failed') break
    }
    return outcome ?? SENT
  }
}
