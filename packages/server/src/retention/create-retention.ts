import { CandorError, DATA_CATEGORIES, type DataCategory, type ErrorCode } from '@candor/practices'
import { laneKey } from '../spool/lane-state.js'
import type { Lane } from '../spool/spool-entry.js'
import type { Store } from '../store/store.js'
import type { TakeTurn } from '../turns.js'
import type { LedgerEntry, RetentionLedger, RetentionStep } from './retention-ledger.js'
import { cutoffsOf, type ProductRetention } from './retention-rules.js'

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

/** Removes what is over. */
export interface Retention {
  /** Does a round, after the one under way. Rejects where the store or the control plane fails. */
  run(): Promise<void>
  /** Does a round soon; a failure is told to `onFailure`. */
  wake(): void
  figures(): Promise<RetentionFigures>
  /** Reports removed as wholes since the beginning, by category, of a product or of all. */
  expired(product?: string): Promise<Readonly<Record<DataCategory, number>>>
  /** Ends after the step under way; the rest goes on at the next start. */
  stop(): Promise<void>
}

/** What retention works with. */
export interface RetentionParts {
  readonly store: Pick<Store, 'countOverdue' | 'removeOverdue' | 'oldestDay'>
  readonly ledger: RetentionLedger
  readonly products: () => readonly string[]
  readonly retentionOf: (product: string) => ProductRetention
  readonly now: () => number
  readonly takeTurn: TakeTurn
  readonly onFailure: (code: ErrorCode, error: unknown) => void
}

const lanesOf = (product: string): readonly Lane[] =>
  DATA_CATEGORIES.map((category) => ({ product, category }))

/** Values first, so that what is kept shortest is the first to go. */
const stepsOf = (products: readonly string[], retentionOf: RetentionParts['retentionOf']) =>
  products.flatMap(lanesOf).flatMap((lane) => {
    const { reports, values } = retentionOf(lane.product)[lane.category]
    const ofValues = [...values].map(([dataType, rules]) => ({ step: { ...lane, dataType }, rules }))
    return [...ofValues, { step: lane as RetentionStep, rules: reports }]
  })

const isSameStep = (a: RetentionStep, b: RetentionStep): boolean =>
  laneKey(a) === laneKey(b) && a.dataType === b.dataType

const codeOf = (error: unknown): ErrorCode => (error instanceof CandorError ? error.code : 'CANDOR_INTERNAL')

/** Counts, notes and removes what is over of one step; a removal that was interrupted is completed first. */
const runStep = async (
  { store, ledger, now }: RetentionParts,
  { step, rules }: ReturnType<typeof stepsOf>[number],
  known: LedgerEntry | undefined,
): Promise<void> => {
  const { dataType, ...lane } = step
  const remove = async (cutoffs: LedgerEntry['open'] & {}): Promise<void> =>
    store.removeOverdue(lane, { cutoffs, ...(dataType !== undefined && { dataType }) })
  if (known?.open !== undefined) await remove(known.open)
  const cutoffs = cutoffsOf(rules, now())
  const reports = await store.countOverdue(lane, { cutoffs, ...(dataType !== undefined && { dataType }) })
  if (reports > 0) {
    await ledger.begin(step, cutoffs, reports)
    await remove(cutoffs)
  }
  await ledger.complete(step, now())
}

/** Creates retention; it does nothing until a round is asked for. */
export const createRetention = (parts: RetentionParts): Retention => {
  const { store, ledger, products, retentionOf, now, takeTurn, onFailure } = parts
  let round: Promise<void> = Promise.resolve()
  let life: 'open' | 'stopped' = 'open'
  let about: Pick<RetentionFigures, 'state' | 'failure' | 'progress' | 'lastRunMillis'> = {
    state: 'resting',
    progress: { done: 0, steps: 0 },
    lastRunMillis: undefined,
  }
  const runRound = async (): Promise<void> => {
    const steps = stepsOf(products(), retentionOf)
    const known = await ledger.entries()
    for (const [done, each] of steps.entries()) {
      if (life === 'stopped') return
      about = { ...about, state: 'running', progress: { done, steps: steps.length } }
      const entry = known.find((one) => isSameStep(one, each.step))
      await takeTurn(() => runStep(parts, each, entry))
    }
    const progress = { done: steps.length, steps: steps.length }
    about = { state: 'resting', progress, lastRunMillis: now() }
  }
  const run = async (): Promise<void> => {
    const before = round
    round = before
      .catch(() => undefined)
      .then(runRound)
      .catch((error: unknown) => {
        about = { ...about, state: 'failing', failure: codeOf(error) }
        throw error
      })
    return round
  }
  const oldestOf = async (lane: Lane) => {
    const day = await store.oldestDay(lane)
    return day === undefined ? [] : [{ ...lane, day }]
  }
  return {
    run,
    wake: () => void run().catch((error: unknown) => onFailure(codeOf(error), error)),
    figures: async () => {
      const entries = await ledger.entries()
      const completed = entries.flatMap(({ completedMillis }) => completedMillis ?? [])
      return {
        ...about,
        lastRunMillis: about.lastRunMillis ?? (completed.length === 0 ? undefined : Math.max(...completed)),
        removed: entries.map(({ removed, open: _open, completedMillis: _at, ...step }) => ({
          ...step,
          reports: removed,
        })),
        oldest: (await Promise.all(products().flatMap(lanesOf).map(oldestOf))).flat(),
      }
    },
    expired: async (product) => {
      const entries = (await ledger.entries()).filter(
        (entry) => entry.dataType === undefined && (product ?? entry.product) === entry.product,
      )
      const sumOf = (category: DataCategory): number =>
        entries.reduce((sum, entry) => sum + (entry.category === category ? entry.removed : 0), 0)
      return { census: sumOf('census'), usage: sumOf('usage'), error: sumOf('error') }
    },
    stop: async () => {
      life = 'stopped'
      await round.catch(() => undefined)
    },
  }
}
