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
import { openRetentionLedger } from './retention-ledger.js'
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
  readonly takeTurn: TakeTurn
  readonly onFailure: (code: ErrorCode, error: unknown) => void
}

/** Retention, and the loader that stores nothing that is over. */
export interface OpenRetention {
  readonly retention: Retention
  readonly retentionOf: (product: string) => ProductRetention
  readonly loader: Loader
}

/** Opens retention on the control plane and the store; neither it nor the loader does anything yet. */
export const openRetention = (surroundings: RetentionSurroundings): OpenRetention => {
  const { controlPlane, spool, store, products, versionsOf, now, takeTurn, onFailure } = surroundings
  const retentionOf = createRetentionByProduct(versionsOf)
  const retention = createRetention({
    store,
    spool,
    ledger: openRetentionLedger(controlPlane),
    products: () => products.map(({ product }) => product),
    retentionOf,
    now,
    takeTurn,
    onFailure,
  })
  const expiring = createExpiringStore({ store, retentionOf, now, onOver: retention.wake })
  return { retention, retentionOf, loader: createLoader({ spool, store: expiring, now }) }
}
