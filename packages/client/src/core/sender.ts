import { INGEST_PATHS, type DataCategory } from '@candor/practices'

import { BATCH_LIMITS, bytesOf, pickBatch, toBody } from './batch.js'
import { createJudge, type Verdict } from './judge-answer.js'
import type { Stored } from './kept-report.js'
import type { LaneStore } from './lane-store.js'
import { FAILED, SENT, type SendOutcome } from './send-outcome.js'
import { TOLERANCE_MILLIS } from './service-clock.js'
import type { Services } from './services.js'
import type { Urgency } from './transport.js'

/** Sends what waits in a lane. */
export interface Sender {
  readonly hasWaiting: () => boolean
  /** Sends everything, a request at a time. */
  send(): Promise<SendOutcome>
  /** Whether a report could go at once: what its request needs to know is known. */
  readonly isPrepared: (stored: Stored) => boolean
  /** Makes one request before it returns, which goes on where the app ends; undefined where nothing can go at once. */
  readonly sendAtExit: () => Promise<Verdict | undefined> | undefined
}

/** What the requests of a lane need, and how one is made. */
const createRequests = (category: DataCategory, store: LaneStore, services: Services) => {
  const { identity, policies, transport, turns, platform, storage } = services
  const judge = createJudge(category, store, services)
  return {
    waiting: (): readonly Stored[] => {
      store.purge()
      return store.waiting()
    },
    /** A report of a time to come is of a clock that was wrong, nobody can tell by how much: it waits for that time. */
    hasCome: ({ report }: Stored): boolean => report.toMillis <= platform.now() + TOLERANCE_MILLIS,
    prepare: async ({ report }: Stored): Promise<boolean> => {
      // What was ended must not go on growing under the same id after a kill.
      await storage.settled()
      if (category !== 'census') return policies(report.head).ready()
      await identity.settled()
      return true
    },
    isPrepared: ({ report: { head, user } }: Stored): boolean =>
      category === 'census' ? !user || identity.firstHash(user) !== undefined : policies(head).isFresh(),
    post: async (batch: readonly Stored[], urgency: Urgency): Promise<Verdict | undefined> => {
      const body = toBody(category, batch, services)
      if (urgency === 'exit') turns.take(category)
      store.underWay(batch)
      const answer = await transport.ask({ path: INGEST_PATHS[category], body, urgency })
      store.underWay([])
      if (answer === 'aborted') return undefined
      return answer ? judge(answer, body, batch) : FAILED
    },
  }
}

/** Makes the sender of a lane. The policy is asked for before anything but census goes out. */
export const createSender = (category: DataCategory, store: LaneStore, services: Services): Sender => {
  const { transport, platform } = services
  const { waiting, hasCome, prepare, isPrepared, post } = createRequests(category, store, services)
  return {
    isPrepared,
    hasWaiting: () => waiting().length > 0,
    send: async () => {
      const tried = new Set<string>()
      let { maxReports } = BATCH_LIMITS
      const next = (): readonly Stored[] => {
        const left = waiting().filter(({ key }) => !tried.has(key))
        return pickBatch(left, { ...BATCH_LIMITS, maxReports })
      }
      let outcome: SendOutcome = SENT
      while (transport.isOpen()) {
        const [first] = next()
        if (!first) break
        const isKnown = await prepare(first)
        if (!transport.isOpen()) break
        // Meanwhile the policy may have changed, and with it what waits, or the clock.
        const batch = next().filter(hasCome)
        if (batch[0]?.key !== first.key) {
          tried.add(first.key)
          continue
        }
        const verdict = isKnown ? await post(batch, 'now') : FAILED
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
    },
    sendAtExit: () => {
      const { maxExitBytes: maxBytes } = platform
      const ready = waiting().filter((each) => hasCome(each) && isPrepared(each) && bytesOf(each) <= maxBytes)
      const batch = pickBatch(ready, { ...BATCH_LIMITS, maxBytes })
      return batch[0] && transport.isOpen() ? post(batch, 'exit') : undefined
    },
  }
}
