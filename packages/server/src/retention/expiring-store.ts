import type { SpoolEntry } from '../spool/spool-entry.js'
import type { Store } from '../store/store.js'
import { expireEntry } from './expiry.js'
import type { ProductRetention } from './retention-rules.js'

/** What the expiring store works with. */
export interface ExpiringParts {
  readonly store: Pick<Store, 'insert'>
  readonly retentionOf: (product: string) => ProductRetention
  readonly now: () => number
  /** Told when a block brought reports that are over as wholes. */
  readonly onOver: () => void
}

/** The store as the loader sees it: values that are over are not stored, and reports that are over go at once after they were counted. */
export const createExpiringStore = ({
  store,
  retentionOf,
  now,
  onOver,
}: ExpiringParts): Pick<Store, 'insert'> => ({
  insert: async (block) => {
    const nowMillis = now()
    let hasOver = false
    function* current(entries: Iterable<SpoolEntry>): Generator<SpoolEntry> {
      for (const entry of entries) {
        const expired = expireEntry(entry, retentionOf(block.lane.product), nowMillis)
        hasOver ||= expired.hasOver
        yield expired.entry
      }
    }
    await store.insert({ ...block, entries: current(block.entries) })
    if (hasOver) onOver()
  },
})
