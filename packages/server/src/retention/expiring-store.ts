import { columnsOf, entriesOf, type ReportColumns } from '../spool/report-columns.js'
import type { SpoolEntry } from '../spool/spool-entry.js'
import type { BlockReports, Store } from '../store/store.js'
import { expireEntry, mayHoldOver } from './expiry.js'
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
    const retention = retentionOf(block.lane.product)
    let hasOver = false
    function* current(entries: Iterable<SpoolEntry>): Generator<SpoolEntry> {
      for (const entry of entries) {
        const expired = expireEntry(entry, retention, nowMillis)
        hasOver ||= expired.hasOver
        yield expired.entry
      }
    }
    // Hardly any report waits until something of it is over: what holds none is passed on as it is.
    function* currentColumns(columns: Iterable<ReportColumns>): Generator<ReportColumns> {
      for (const each of columns)
        yield mayHoldOver(each, block.lane.category, retention, nowMillis)
          ? columnsOf(current(entriesOf(each)))
          : each
    }
    const { columns } = block.entries
    const entries: BlockReports = {
      [Symbol.iterator]: () => current(block.entries),
      ...(columns && { columns: currentColumns(columns) }),
    }
    await store.insert({ ...block, entries })
    if (hasOver) onOver()
  },
})
