import { DATA_CATEGORIES, isObject } from '@candor/practices'

import { createAsk, type Ask } from './ask-service.js'
import type { SubjectOptions } from './request-access.js'
import type { ErasureOutcome, ErasureReceipt, SubjectFault } from './subject-outcome.js'
import type { CandorOfSubject } from './subjects-of.js'
import { createSurroundings, type SubjectSurroundings } from './surroundings.js'

const FIRST_PAUSE_MILLIS = 1000
const LONGEST_PAUSE_MILLIS = 30_000
/** Looks at one request before it is left for later: about two minutes. */
const MAX_LOOKS = 8

const isReceipt = (value: unknown): value is ErasureReceipt =>
  isObject(value) &&
  value['kind'] === 'erasure' &&
  DATA_CATEGORIES.some((category) => category === value['category']) &&
  typeof value['erased'] === 'number' &&
  typeof value['signature'] === 'string'

/** Why another look is worth it: no answer, or one that asks to come again. */
const isPassing = (fault: SubjectFault): boolean =>
  fault.kind === 'unreachable' || (fault.kind === 'declined' && (fault.status === 429 || fault.status >= 500))

type Look =
  | { readonly kind: 'done'; readonly receipt: ErasureReceipt }
  | { readonly kind: 'later' }
  | { readonly kind: 'failed'; readonly fault: SubjectFault }

const look = async (ask: Ask, request: string): Promise<Look> => {
  const asked = await ask(`/v1/subject/erasure/${encodeURIComponent(request)}`)
  if (asked.kind === 'failed') return isPassing(asked.fault) ? { kind: 'later' } : asked
  const { state, receipt } = asked.body
  if (state === 'accepted') return { kind: 'later' }
  return isReceipt(receipt) ? { kind: 'done', receipt } : { kind: 'failed', fault: { kind: 'unreadable' } }
}

const lookUntilDone = async (
  ask: Ask,
  request: string,
  { pause, random }: SubjectSurroundings,
  signal: AbortSignal | undefined,
): Promise<Look> => {
  for (let looks = 0; looks < MAX_LOOKS; looks += 1) {
    if (signal?.aborted === true) break
    const pauseMillis = Math.min(FIRST_PAUSE_MILLIS * 2 ** looks, LONGEST_PAUSE_MILLIS)
    await pause((pauseMillis * (1 + random())) / 2, signal)
    const seen = await look(ask, request)
    if (seen.kind !== 'later') return seen
  }
  return { kind: 'later' }
}

/**
 * Waits for erasures that the service accepted: it looks after a second, then after twice as long each time up to 30
 * seconds, half of it left to chance, eight times for each. What is not done by then is `under-way`.
 */
export const followErasure = async (
  candor: Pick<CandorOfSubject, 'connection'>,
  requests: readonly string[],
  { signal, surroundings = createSurroundings() }: SubjectOptions = {},
): Promise<ErasureOutcome> => {
  const ask = createAsk(candor, surroundings, signal)
  const receipts: ErasureReceipt[] = []
  for (const [index, request] of requests.entries()) {
    const seen = await lookUntilDone(ask, request, surroundings, signal)
    const rest = requests.slice(index)
    if (seen.kind === 'later') return { kind: 'under-way', requests: rest, receipts }
    if (seen.kind === 'failed') return { kind: 'failed', fault: seen.fault, requests: rest, receipts }
    receipts.push(seen.receipt)
  }
  return { kind: 'erased', erased: receipts.reduce((sum, { erased }) => sum + erased, 0), receipts }
}
