import { INGEST_PATHS, LIMITS } from '@candor/practices'

import { bytesOf, MAX_BATCH_BYTES, pickBatch, toBody } from './batch.js'
import type { Lane } from './client.js'
import { firstHash } from './identity.js'
import { judgeAnswer } from './judge-answer.js'
import type { Stored } from './kept-report.js'
import { isPolicyFresh, isPolicyReady } from './policy.js'
import { list, purge } from './reports.js'
import { FAILED, SENT, type SendOutcome } from './send-outcome.js'
import { TOLERANCE_MILLIS } from './service-clock.js'
import { ask, mayAsk, type Urgency } from './transport.js'
import { takeTurn } from './turns.js'

/** What may still be sent, the oldest first. */
export const listToSend = (lane: Lane): readonly Stored[] => {
  purge(lane)
  return list(lane, 'waiting')
}

/** A report of a time to come is of a clock that was wrong, nobody can tell by how much: it waits for that time. */
const hasCome = ({ platform }: Lane, { report }: Stored): boolean =>
  report.toMillis <= platform.now() + TOLERANCE_MILLIS

/** Sees to it that what a report's request needs to know is known. The policy is asked for before anything but census goes out. */
const prepare = async (lane: Lane, { report }: Stored): Promise<boolean> => {
  // What was ended must not go on growing under the same id after a kill.
  await lane.device.settled()
  if (lane.category !== 'census') return isPolicyReady(lane, report.head)
  await lane.state.hashing
  return true
}

/** Whether a report could go at once: what its request needs to know is known. */
export const isPrepared = (lane: Lane, { report: { head, user } }: Stored): boolean =>
  lane.category === 'census' ? !user || !!firstHash(lane, user) : isPolicyFresh(lane, head)

/** The reports of a request. */
type Batch = readonly [Stored, ...(readonly Stored[])]

const isBatch = (batch: readonly Stored[]): batch is Batch => batch.length > 0

/** Makes a request; undefined where it was aborted. */
const post = async (lane: Lane, batch: Batch, urgency: Urgency): Promise<SendOutcome | undefined> => {
  const body = toBody(lane, batch)
  if (urgency === 'exit') takeTurn(lane)
  lane.sent = batch
  const answer = await ask(lane, { path: INGEST_PATHS[lane.category], body, urgency })
  lane.sent = []
  if (answer === 'aborted') return undefined
  return answer ? judgeAnswer(lane, answer, body, batch) : FAILED
}

/** Sends everything that waits, a request at a time. */
export const sendAll = async (lane: Lane): Promise<SendOutcome> => {
  const tried = new Set<string>()
  let maxReports: number = LIMITS.maxReports
  let outcome = SENT
  const next = (): readonly Stored[] =>
    pickBatch(
      listToSend(lane).filter(({ key }) => !tried.has(key)),
      MAX_BATCH_BYTES,
      maxReports,
    )
  while (mayAsk(lane)) {
    const [first] = next()
    if (!first) break
    const isKnown = await prepare(lane, first)
    if (!mayAsk(lane)) break
    // Meanwhile the policy may have changed, and with it what waits, or the clock.
    const batch = next().filter((stored) => hasCome(lane, stored))
    if (!isBatch(batch) || batch[0].key !== first.key) {
      tried.add(first.key)
      continue
    }
    const verdict = isKnown ? await post(lane, batch, 'now') : FAILED
    if (!verdict) continue
    if (verdict.kind === 'too-large') {
      maxReports = Math.ceil(batch.length / 2)
      continue
    }
    for (const { key } of batch) tried.add(key)
    if (verdict.kind === 'sent') continue
    if (outcome.kind !== 'failed') outcome = verdict
    if (isKnown && verdict.kind !== 'declined') return verdict
  }
  return outcome
}

/** Makes one request before it returns, which goes on where the app ends; undefined where nothing can go at once. */
export const sendAtExit = (lane: Lane): Promise<SendOutcome | undefined> | undefined => {
  const { maxExitBytes } = lane.platform
  const ready = listToSend(lane).filter(
    (each) => hasCome(lane, each) && isPrepared(lane, each) && bytesOf(each) <= maxExitBytes,
  )
  const batch = pickBatch(ready, Math.min(maxExitBytes, MAX_BATCH_BYTES), LIMITS.maxReports)
  return isBatch(batch) && mayAsk(lane) ? post(lane, batch, 'exit') : undefined
}
