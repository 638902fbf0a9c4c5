import type { ErrorCode, Practices } from '@candor/practices'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import { createLoader } from '../loader/create-loader.js'
import type { Loader } from '../loader/loader.js'
import type { Spool } from '../spool/spool.js'
import type { Store } from '../store/store.js'
import type { TakeTurn } from '../turns.js'
import { createExpiringStore } from './expiring-store.js'
import { createRetention, type Retention } from './create-retention.js'
import { createRetentionByProduct } from './retention-by-product.js'
import { openRetentionLedger, type RetentionLedger } from './retention-ledger.js'
import { createTrustedClock, type TrustedClock } from './trusted-clock.js'
import type { ProductRetention } from './retention-rules.js'

/** What retention is opened with. */
export interface RetentionSurroundings {
  readonly controlPlane: ControlPlane
  readonly spool: Spool
  readonly store: Store
  /** What is served now; it may change meanwhile. */
  readonly products: readonly Practices[]
  readonly versionsOf: (product: string) => readonly Practices[]
  readonly now: () => number
  /** Told when a person confirmed the machine's clock. */
  readonly onClockConfirmed: () => void
  readonly takeTurn: TakeTurn
  readonly onFailure: (code: ErrorCode, error: unknown) => void
}

/** Retention, and the loader that stores nothing that is over. */
export interface OpenRetention {
  readonly retention: Retention
  readonly retentionOf: (product: string) => ProductRetention
  readonly loader: Loader
  /** The clock that things are deleted by. */
  readonly trustedClock: TrustedClock
}

/** When retention last completed something, which it does by a clock that was believed; milliseconds since 1970. */
const lastRound = async ({ entries }: Pick<RetentionLedger, 'entries'>): Promise<number | undefined> => {
  const completed = (await entries()).flatMap(({ completedMillis }) => completedMillis ?? [])
  return completed.length === 0 ? undefined : Math.max(...completed)
}

/** Opens retention on the control plane and the store; neither it nor the loader does anything yet. */
export const openRetention = async (surroundings: RetentionSurroundings): Promise<OpenRetention> => {
  const { controlPlane, spool, store, products, versionsOf, onClockConfirmed, takeTurn, onFailure } =
    surroundings
  const ledger = openRetentionLedger(controlPlane)
  const believedMillis = await lastRound(ledger)
  const trustedClock = createTrustedClock({
    ...surroundings,
    steadyNow: () => performance.now(),
    believedMillis,
  })
  const { now } = trustedClock
  const retentionOf = createRetentionByProduct(versionsOf)
  const retention = createRetention({
    store,
    spool,
    ledger,
    products: () => products.map(({ product }) => product),
    retentionOf,
    now,
    confirmClock: () => {
      trustedClock.confirm()
      onClockConfirmed()
    },
    takeTurn,
    onFailure,
  })
  const expiring = createExpiringStore({ store, retentionOf, now, onOver: retention.wake })
  const loader = createLoader({ spool, store: expiring, now: surroundings.now })
  return { retention, retentionOf, trustedClock, loader }
}
