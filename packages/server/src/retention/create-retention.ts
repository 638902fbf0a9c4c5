import { CandorError, type DataCategory, type ErrorCode } from '@candor/practices'
import type { Spool } from '../spool/spool.js'
import type { Store } from '../store/store.js'
import type { TakeTurn } from '../turns.js'
import { expiredOf, figuresOf, type RetentionFigures, type RoundProgress } from './retention-figures.js'
import type { RetentionLedger } from './retention-ledger.js'
import { isSameStep, runStep, stepsOf } from './retention-round.js'
import type { ProductRetention } from './retention-rules.js'

/** Removes what is over. */
export interface Retention {
  /** Does a round, after the one under way. Rejects where the store or the control plane fails. */
  run(): Promise<void>
  /** The same, asked for by a person, who thereby confirms the machine's clock. */
  runAsked(): Promise<void>
  /** Does a round soon; a failure is told to `onFailure`. */
  readonly wake: () => void
  figures(): Promise<RetentionFigures>
  /** Reports removed as wholes since the beginning, by category, of a product or of all. */
  expired(product?: string): Promise<Readonly<Record<DataCategory, number>>>
  /** Ends after the step under way; the rest goes on at the next start. */
  stop(): Promise<void>
}

/** What retention works with. */
export interface RetentionParts {
  readonly store: Pick<Store, 'countOverdue' | 'removeOverdue' | 'oldestDay'>
  /** What is over came through the spool, whose files may hold it still. */
  readonly spool: Pick<Spool, 'scrub'>
  readonly ledger: RetentionLedger
  readonly products: () => readonly string[]
  readonly retentionOf: (product: string) => ProductRetention
  readonly now: () => number
  /** Believes the machine's clock where it leapt ahead. Default: it is believed anyway. */
  readonly confirmClock?: () => void
  readonly takeTurn: TakeTurn
  readonly onFailure: (code: ErrorCode, error: unknown) => void
}

const codeOf = (error: unknown): ErrorCode => (error instanceof CandorError ? error.code : 'CANDOR_INTERNAL')

/** Creates retention; it does nothing until a round is asked for. */
export const createRetention = (parts: RetentionParts): Retention => {
  const { store, spool, ledger, products, retentionOf, now, takeTurn, onFailure } = parts
  let round: Promise<void> = Promise.resolve()
  let life: 'open' | 'stopped' = 'open'
  let about: RoundProgress = {
    state: 'resting',
    progress: { done: 0, steps: 0 },
    lastRunMillis: undefined,
  }
  const note = (more: Partial<RoundProgress>): void => {
    about = { ...about, ...more }
  }
  const runRound = async (): Promise<void> => {
    const steps = stepsOf(products(), retentionOf)
    const known = await ledger.entries()
    const outcomes = new Set<string>()
    for (const [done, each] of steps.entries()) {
      if (life === 'stopped') return
      note({ state: 'running', progress: { done, steps: steps.length } })
      const entry = known.find((one) => isSameStep(one, each.step))
      await takeTurn(async () => outcomes.add(await runStep(parts, each, entry)))
    }
    if (outcomes.has('removed')) await spool.scrub()
    const progress = { done: steps.length, steps: steps.length }
    about = { state: 'resting', progress, lastRunMillis: now() }
  }
  const run = async (): Promise<void> => {
    const before = round
    round = before
      .catch(() => undefined)
      .then(runRound)
      .catch((error: unknown) => {
        note({ state: 'failing', failure: codeOf(error) })
        throw error
      })
    return round
  }
  return {
    run,
    runAsked: async () => Promise.resolve(parts.confirmClock?.()).then(run),
    wake: () => void run().catch((error: unknown) => onFailure(codeOf(error), error)),
    figures: async () => figuresOf(about, await ledger.entries(), products(), store),
    expired: async (product) => expiredOf(await ledger.entries(), product),
    stop: async () => {
      life = 'stopped'
      await round.catch(() => undefined)
    },
  }
}
