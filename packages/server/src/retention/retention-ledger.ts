import type { DataCategory } from '@candor/practices'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import type { Lane } from '../spool/spool-entry.js'
import type { Cutoff } from './retention-rules.js'

/** One thing that retention looks after: the reports of a lane, or the values of a data type in them. */
export interface RetentionStep extends Lane {
  /** Undefined for whole reports. */
  readonly dataType?: string
}

/** What is known of a step. */
export interface LedgerEntry extends RetentionStep {
  /** Reports removed, or emptied of the value, since the beginning; each is counted before the first is touched. */
  readonly removed: number
  /** When it was last completed, in milliseconds since 1970. */
  readonly completedMillis: number | undefined
  /** A removal that was counted and is not completed: it is done again, and not counted again. */
  readonly open: readonly Cutoff[] | undefined
}

/** What retention did, kept in the control plane, so that a removal counts once over any crash. */
export interface RetentionLedger {
  entries(): Promise<readonly LedgerEntry[]>
  /** Notes durably what is about to be removed. */
  begin(step: RetentionStep, cutoffs: readonly Cutoff[], reports: number): Promise<void>
  complete(step: RetentionStep, nowMillis: number): Promise<void>
}

const keyOf = ({ product, category, dataType = '' }: RetentionStep) => ({
  product,
  category,
  data_type: dataType,
})

/** Opens the ledger of a control plane. */
export const openRetentionLedger = (controlPlane: ControlPlane): RetentionLedger => {
  const put = async (
    step: RetentionStep,
    set: { readonly open_cutoffs: string | null; readonly completed_at?: number },
    reports: number,
  ): Promise<void> => {
    await controlPlane
      .insertInto('retention')
      .values({ ...keyOf(step), removed: reports, completed_at: null, ...set })
      .onConflict((conflict) =>
        conflict
          .columns(['product', 'category', 'data_type'])
          .doUpdateSet((row) => ({ ...set, removed: row('retention.removed', '+', reports) })),
      )
      .execute()
  }
  return {
    entries: async () => {
      const rows = await controlPlane.selectFrom('retention').selectAll().execute()
      return rows.map((row) => ({
        product: row.product,
        category: row.category as DataCategory,
        ...(row.data_type !== '' && { dataType: row.data_type }),
        removed: row.removed,
        completedMillis: row.completed_at ?? undefined,
        open: row.open_cutoffs === null ? undefined : (JSON.parse(row.open_cutoffs) as readonly Cutoff[]),
      }))
    },
    begin: async (step, cutoffs, reports) => put(step, { open_cutoffs: JSON.stringify(cutoffs) }, reports),
    complete: async (step, nowMillis) => put(step, { open_cutoffs: null, completed_at: nowMillis }, 0),
  }
}
