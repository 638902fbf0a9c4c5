import { CandorError, type ErrorCode } from '@candor/practices'

import { isolateReports } from './isolate-fault.js'
import { entriesOf, type ReportColumns } from '../spool/report-columns.js'
import type { Lane } from '../spool/spool-entry.js'
import type { Cut, PoisonedRecord, Spool, SpoolRecord } from '../spool/spool.js'
import type { BlockReports, Store } from '../store/store.js'

/** What one step upon a lane did. */
export type LoadOutcome =
  | { readonly kind: 'idle' }
  | { readonly kind: 'moved'; readonly rows: number }
  /** The block holds a record that cannot be stored; it was made shorter, to find it. */
  | { readonly kind: 'narrowed'; readonly rows: number }
  | { readonly kind: 'failed'; readonly code: ErrorCode }

function* columnsOf(
  records: Iterable<SpoolRecord | PoisonedRecord>,
  poisoned: PoisonedRecord[],
): Generator<ReportColumns> {
  for (const record of records) {
    if (record.kind === 'poisoned') poisoned.push(record)
    else yield record.columns
  }
}

/** What a block is made of; it can be gone through once. */
const reportsOf = (columns: Iterable<ReportColumns>): BlockReports => ({
  columns,
  *[Symbol.iterator]() {
    for (const each of columns) yield* entriesOf(each)
  },
})

/** Halves a block that cannot be stored, until it is one record, whose good reports are stored. */
const isolate = async (spool: Spool, store: Pick<Store, 'insert'>, cut: Cut): Promise<LoadOutcome> => {
  const places = [...spool.read(cut)].map(({ place }) => place)
  const middle = places[Math.floor(places.length / 2) - 1]
  if (middle === undefined) {
    await isolateReports(spool, store, cut)
    return { kind: 'moved', rows: cut.rows }
  }
  const { rows } = await spool.shorten(cut, middle)
  return { kind: 'narrowed', rows }
}

const codeOf = (error: unknown): ErrorCode => (error instanceof CandorError ? error.code : 'CANDOR_INTERNAL')

const moveCut = async (spool: Spool, store: Pick<Store, 'insert'>, cut: Cut): Promise<LoadOutcome> => {
  const poisoned: PoisonedRecord[] = []
  const entries = reportsOf(columnsOf(spool.read(cut), poisoned))
  const attempt = cut.origin === 'new' ? 'new' : 'repeated'
  try {
    await store.insert({ lane: cut.lane, token: cut.token, attempt, entries })
  } catch (error) {
    if (codeOf(error) === 'CANDOR_VALUE_REFUSED') return isolate(spool, store, cut)
    throw error
  }
  await spool.release(cut, poisoned)
  return { kind: 'moved', rows: cut.rows }
}

/** Moves one block of a lane from the spool to the store. What fails stays in the spool. */
export const loadLane = async (
  spool: Spool,
  store: Pick<Store, 'insert'>,
  lane: Lane,
  maxRows: number,
): Promise<LoadOutcome> => {
  try {
    const cut = await spool.cut(lane, maxRows)
    return cut === undefined ? { kind: 'idle' } : await moveCut(spool, store, cut)
  } catch (error) {
    return { kind: 'failed', code: codeOf(error) }
  }
}
