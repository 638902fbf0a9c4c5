import { CandorError, type ErrorCode } from '@candor/practices'

import type { PartHealth } from '../health/health-figures.js'
import { codeOfDatabaseFault } from './database-faults.js'
import type { SpoolTables } from './spool-tables.js'

/** How long no write is tried after one found no room: 1 second. */
const PAUSE_MILLIS = 1000

/** What transactions need beside the tables. */
export interface TransactionParts {
  readonly tables: SpoolTables
  /** Whether the disk has room for more; asked before each transaction that adds. */
  readonly hasRoom: () => boolean
  readonly now: () => number
  /** A clock that never goes back, in milliseconds. */
  readonly steadyNow: () => number
  /** Called after a failure: what is held in memory may be ahead of the disk. */
  readonly onFailed: () => void
}

/** Runs steps as transactions, of which all or nothing stays, and knows whether they succeed. */
export interface Transactions {
  /** Runs a step that needs room; CANDOR_SPOOL_FULL, without an attempt, where there is none. */
  add<T>(run: () => T): Promise<T>
  /** Runs a step that needs hardly any room, such as one that deletes. */
  change<T>(run: () => T): Promise<T>
  health(): PartHealth
}

/** The reason of a failed commit; the database gives it in a promise beside the error. */
const reasonOf = async (error: unknown): Promise<unknown> => {
  const { commitError } = (error ?? {}) as { readonly commitError?: Promise<never> }
  try {
    await commitError
    return error
  } catch (reason) {
    return reason
  }
}

const codedFailure = (reason: unknown): CandorError =>
  reason instanceof CandorError ? reason : new CandorError(codeOfDatabaseFault(reason), {}, { cause: reason })

/** Transactions on the tables of a spool. */
export const createTransactions = (parts: TransactionParts): Transactions => {
  const { tables, hasRoom, now, steadyNow, onFailed } = parts
  let failing: { readonly since: number; readonly code: ErrorCode } | undefined
  let pausedUntil = -Infinity
  const note = (code: ErrorCode): void => {
    failing = { since: failing?.since ?? now(), code }
  }
  // A child transaction: where a step throws, nothing of it stays.
  const transact = async <T>(run: () => T): Promise<T> => {
    try {
      return await tables.root.childTransaction(run)
    } catch (error) {
      onFailed()
      const failure = codedFailure(await reasonOf(error))
      if (failure.code === 'CANDOR_SPOOL_FULL') pausedUntil = steadyNow() + PAUSE_MILLIS
      note(failure.code)
      throw failure
    }
  }
  return {
    // The database is not asked to write what has no room: its own handling of a failed write is not sound.
    add: async (run) => {
      if (steadyNow() < pausedUntil || !hasRoom()) {
        note('CANDOR_SPOOL_FULL')
        throw new CandorError('CANDOR_SPOOL_FULL')
      }
      const result = await transact(run)
      failing = undefined
      return result
    },
    change: transact,
    // Others add and fill the disk too: what there is room for is told by the disk.
    health: () =>
      failing === undefined ||
      (failing.code === 'CANDOR_SPOOL_FULL' && steadyNow() >= pausedUntil && hasRoom())
        ? { kind: 'well' }
        : { kind: 'failing', ...failing },
  }
}
