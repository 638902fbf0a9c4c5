import type { ErrorCode } from '@candor/practices'
import { createAdmission, type AdmissionFigures } from './admission/create-admission.js'
import { createLatestClock } from './admission/latest-clock.js'
import { createLimits, type LimitOptions, type Limits, type Spent } from './admission/limits.js'
import type { RequestScope } from './admission/request-steps.js'
import type { FirstHandler } from './http/app.js'
import type { ClientAddress } from './http/client-address.js'
import { createIngest } from './http/ingest.js'
import { createLimitedAddress } from './http/limited-address.js'
import { createBodyReader } from './http/read-body.js'
import { createReplay, type Replay } from './quarantine/replay.js'
import type { Spool } from './spool/spool.js'

/** The door of reports. */
export interface Door {
  readonly ingest: FirstHandler
  /** Of the reports that were sent to this process. */
  readonly figures: AdmissionFigures
  readonly limits: Limits
}

/** What the door is opened with. */
export interface DoorParts extends Omit<RequestScope, 'limits' | 'products'> {
  readonly spool: Spool
  readonly clientAddress: ClientAddress
  /** The versions of each product that reports may be made under. */
  readonly versions: RequestScope['products']
}

/** How the door is opened. */
export interface DoorOptions {
  readonly limits: LimitOptions
  /** Told what is taken of the limits. Default: nobody. */
  readonly onSpent?: (...spent: Spent) => void
  readonly now: () => number
  /** The latest instant that was known before. Default: none. */
  readonly seenMillis?: number | undefined
  /** The time that is believed where the machine's clock leaps ahead. Default: the machine's. */
  readonly trustedNow?: () => number
  readonly onFailure: (code: ErrorCode, error: unknown) => void
}

/** Opens admission in one process, with limits and figures of its own. */
export const openDoor = (parts: DoorParts, options: DoorOptions): Door => {
  const { now, onFailure } = options
  const admission = createAdmission()
  const { clientAddress, versions } = parts
  const limits = createLimits(options.limits, options.onSpent)
  const ingest = createIngest({
    ...parts,
    products: versions,
    admission,
    limits,
    readBody: createBodyReader(options.limits),
    addressOf: createLimitedAddress(clientAddress),
    now,
    clock: createLatestClock(options),
    onFailure,
  })
  return { ingest, figures: admission.figures, limits }
}

/** The door, and the replay of what was refused there; replayed reports are counted apart, and shown nowhere. */
export interface Entrance extends Door {
  readonly replay: Replay
}

/** Opens admission in the process that keeps the store. What newer practices mend of the quarantine is admitted first. */
export const openEntrance = async (parts: DoorParts, options: DoorOptions): Promise<Entrance> => {
  const { spool, versions: products } = parts
  const { quarantine } = spool
  // What waits there was made before a leap of the clock, and is judged by the time before it.
  const now = options.trustedNow ?? options.now
  const replay = createReplay({ quarantine, stages: createAdmission(), products, now })
  for (const product of products.keys()) await replay(product)
  return { ...openDoor(parts, options), replay }
}
