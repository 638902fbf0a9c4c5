import { CandorError, type ErrorCode } from '@candor/practices'
import { laneKey } from '../spool/lane-state.js'
import type { TakeTurn } from '../turns.js'
import type { Graveyard } from './graveyard.js'
import { eraseBatch, type Batch, type ErasureParts } from './erase-batch.js'
import type { OpenRequest } from './request-book.js'

/** How long requests are gathered before they are worked on together, in milliseconds. */
const GATHER_MILLIS = 500

/** How long a fault is waited out, in milliseconds. */
const REST_MILLIS = 15_000

/** Ids of one batch; a request that has more is a batch of its own. */
const IDS_A_BATCH = 20_000

/** Works on the erasures that were accepted, in the background. */
export interface Eraser {
  /** Goes on with what a former process left. */
  start(): void
  /** Says that there is a new request. */
  wake(): void
  /** Ends after the batch under way; what is open goes on at the next start. */
  stop(): Promise<void>
}

/** What the eraser works with. */
export interface EraserParts extends ErasureParts {
  readonly graveyard: Pick<Graveyard, 'forget'>
  readonly onFailure: (code: ErrorCode, error: unknown) => void
  /** The clock that tombstones are forgotten by. */
  readonly trustedClock: { readonly now: () => number }
  /** Works that must not meet another one of their kind. */
  readonly takeTurn: TakeTurn
  /** Milliseconds that requests are gathered. Default 500. */
  readonly gatherMillis?: number
}

/** The first requests that belong together. */
const firstBatch = (open: readonly OpenRequest[]): Batch | undefined => {
  const [first] = open
  if (first === undefined) return undefined
  let ids = 0
  const batch = open.filter(({ lane, subject }) => {
    if (laneKey(lane) !== laneKey(first.lane) || subject.by !== first.subject.by) return false
    ids += subject.ids.length
    return ids <= IDS_A_BATCH
  })
  return [first, ...batch.filter((request) => request !== first)]
}

const codeOf = (error: unknown): ErrorCode => (error instanceof CandorError ? error.code : 'CANDOR_INTERNAL')

/** Creates the eraser; it does nothing until it is started. */
export const createEraser = (parts: EraserParts): Eraser => {
  const { book, graveyard, onFailure, takeTurn, now, trustedClock, gatherMillis = GATHER_MILLIS } = parts
  let timer: NodeJS.Timeout | undefined
  let state: 'new' | 'started' | 'stopped' = 'new'
  let working: Promise<void> | undefined

  const workAll = async (): Promise<void> => {
    await graveyard.forget(trustedClock.now())
    for (;;) {
      const batch = firstBatch(await book.open())
      if (batch === undefined || state === 'stopped') return
      const beganMillis = now()
      await takeTurn(() => eraseBatch(parts, batch))
      // As long a pause as the work took, so that erasures never take more than half of the engine's time.
      if (now() - beganMillis > gatherMillis) return later(now() - beganMillis)
    }
  }
  const work = (): void => {
    timer = undefined
    working = workAll()
      .catch((error: unknown) => {
        onFailure(codeOf(error), error)
        later(REST_MILLIS)
      })
      .finally(() => {
        working = undefined
      })
  }
  const later = (millis: number): void => {
    if (state !== 'started' || timer !== undefined) return
    timer = setTimeout(work, millis)
    timer.unref()
  }
  const wake = (): void => {
    if (working === undefined) later(gatherMillis)
    else void working.finally(() => later(gatherMillis))
  }
  return {
    start: () => {
      if (state !== 'new') return
      state = 'started'
      later(0)
    },
    wake,
    stop: async () => {
      state = 'stopped'
      clearTimeout(timer)
      await working
    },
  }
}
