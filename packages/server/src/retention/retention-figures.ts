import type { DataCategory, ErrorCode } from '@candor/practices'
import type { Lane } from '../spool/spool-entry.js'
import type { Store } from '../store/store.js'
import type { LedgerEntry, RetentionStep } from './retention-ledger.js'
import { lanesOf } from './retention-round.js'

/** What retention has done and is doing. */
export interface RetentionFigures {
  readonly state: 'resting' | 'running' | 'failing'
  /** The code of the last failure, until a round succeeds. */
  readonly failure?: ErrorCode
  /** Steps of the round that are done, and all of them. */
  readonly progress: { readonly done: number; readonly steps: number }
  /** When a round was last completed, in milliseconds since 1970; undefined before the first. */
  readonly lastRunMillis: number | undefined
  /** Reports removed since the beginning, by lane, or emptied of a data type's value. */
  readonly removed: readonly (RetentionStep & { readonly reports: number })[]
  /** The day of each lane's oldest report; lanes without one are left out. */
  readonly oldest: readonly (Lane & { readonly day: string })[]
}

/** How the round under way or the last one does. */
export type RoundProgress = Omit<RetentionFigures, 'removed' | 'oldest'>

/** The figures, of a round's progress, the ledger and the tables. */
export const figuresOf = async (
  progress: RoundProgress,
  entries: readonly LedgerEntry[],
  products: readonly string[],
  store: Pick<Store, 'oldestDay'>,
): Promise<RetentionFigures> => {
  const oldestOf = async (lane: Lane) => {
    const day = await store.oldestDay(lane)
    return day === undefined ? [] : [{ ...lane, day }]
  }
  const completed = entries.flatMap(({ completedMillis }) => completedMillis ?? [])
  const lastKnown = completed.length === 0 ? undefined : Math.max(...completed)
  return {
    ...progress,
    lastRunMillis: progress.lastRunMillis ?? lastKnown,
    removed: entries.map(({ removed, open: _open, completedMillis: _at, ...step }) => ({
      ...step,
      reports: removed,
    })),
    oldest: (await Promise.all(products.flatMap(lanesOf).map(oldestOf))).flat(),
  }
}

/** Reports removed as wholes, by category, of a product or of all. */
export const expiredOf = (
  entries: readonly LedgerEntry[],
  product: string | undefined,
): Readonly<Record<DataCategory, number>> => {
  const whole = entries.filter(
    (entry) => entry.dataType === undefined && (product ?? entry.product) === entry.product,
  )
  const sumOf = (category: DataCategory): number =>
    whole.reduce((sum, entry) => sum + (entry.category === category ? entry.removed : 0), 0)
  return { census: sumOf('census'), usage: sumOf('usage'), error: sumOf('error') }
}
