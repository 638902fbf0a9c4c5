import { DATA_CATEGORIES } from '@candor/practices'
import { laneKey } from '../spool/lane-state.js'
import type { Lane } from '../spool/spool-entry.js'
import type { Store } from '../store/store.js'
import type { LedgerEntry, RetentionLedger, RetentionStep } from './retention-ledger.js'
import { cutoffsOf, type Cutoff, type ProductRetention, type RetentionRule } from './retention-rules.js'

/** A step of a round, and the rules that it goes by. */
export interface RuledStep {
  readonly step: RetentionStep
  readonly rules: readonly RetentionRule[]
}

/** What a step works with. */
export interface StepParts {
  readonly store: Pick<Store, 'countOverdue' | 'removeOverdue'>
  readonly ledger: RetentionLedger
  readonly now: () => number
}

/** The lanes of a product. */
export const lanesOf = (product: string): readonly Lane[] =>
  DATA_CATEGORIES.map((category) => ({ product, category }))

/** The steps of a round: values first, so that what is kept shortest is the first to go. */
export const stepsOf = (
  products: readonly string[],
  retentionOf: (product: string) => ProductRetention,
): readonly RuledStep[] =>
  products.flatMap(lanesOf).flatMap((lane): readonly RuledStep[] => {
    const { reports, values } = retentionOf(lane.product)[lane.category]
    const ofValues = [...values].map(([dataType, rules]) => ({ step: { ...lane, dataType }, rules }))
    return [...ofValues, { step: lane, rules: reports }]
  })

/** Whether two steps look after the same. */
export const isSameStep = (a: RetentionStep, b: RetentionStep): boolean =>
  laneKey(a) === laneKey(b) && a.dataType === b.dataType

/** Counts, notes and removes what is over of one step; a removal that was interrupted is completed first. Says whether anything was removed. */
export const runStep = async (
  { store, ledger, now }: StepParts,
  { step, rules }: RuledStep,
  known: LedgerEntry | undefined,
): Promise<'removed' | 'nothing'> => {
  const { dataType, ...lane } = step
  const ofType = dataType === undefined ? {} : { dataType }
  const remove = async (cutoffs: readonly Cutoff[]): Promise<void> =>
    store.removeOverdue(lane, { cutoffs, ...ofType })
  if (known?.open !== undefined) await remove(known.open)
  const cutoffs = cutoffsOf(rules, now())
  const reports = await store.countOverdue(lane, { cutoffs, ...ofType })
  if (reports > 0) {
    await ledger.begin(step, cutoffs, reports)
    await remove(cutoffs)
  }
  await ledger.complete(step, now())
  return reports > 0 || known?.open !== undefined ? 'removed' : 'nothing'
}
