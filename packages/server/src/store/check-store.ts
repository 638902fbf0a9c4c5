import { CandorError, type Practices } from '@candor/practices'

import { laneKey } from '../spool/lane-state.js'
import type { Lane } from '../spool/spool-entry.js'
import { DATABASE, tableName } from './identifiers.js'
import type { Store } from './store.js'

type Query = Pick<Store, 'query'>

/** Looks whether the tables that reports were stored in are there, before they would be made anew, empty. */
const checkTables = async (store: Query, lanes: readonly Lane[]): Promise<void> => {
  const rows = await store.query('SELECT name FROM system.tables WHERE database = {database:String}', {
    database: DATABASE,
  })
  const names = new Set(rows.map(({ name }) => name))
  const missing = lanes.filter((lane) => !names.has(tableName(lane)))
  if (missing.length === 0) return
  throw new CandorError('CANDOR_STORE_DAMAGED', {
    fault: 'tables are gone',
    lanes: missing.map(laneKey).join(', '),
  })
}

/** How many parts of tables the engine found broken and left out of them when it opened them. */
const countBrokenParts = async (store: Query): Promise<number> => {
  const [row] = await store.query(
    "SELECT count() AS parts FROM system.detached_parts WHERE database = {database:String} AND reason LIKE 'broken%'",
    { database: DATABASE },
  )
  return Number(row?.['parts'] ?? 0)
}

/** What is prepared. */
export interface PreparedTables {
  readonly store: Pick<Store, 'query' | 'prepare'>
  readonly practices: readonly Practices[]
  /** The lanes of which the store must have reports; none where its folder is new. */
  readonly storedLanes: readonly Lane[]
  readonly onFailure: (code: 'CANDOR_STORE_DAMAGED', error: unknown) => void
}

/**
 * Prepares the tables of a store that was opened, and answers how many parts of tables it found broken, which it tells too.
 * Throws CANDOR_STORE_DAMAGED where tables that reports were stored in are gone.
 */
export const prepareTables = async (given: PreparedTables): Promise<number> => {
  await checkTables(given.store, given.storedLanes)
  await given.store.prepare(given.practices)
  const brokenParts = await countBrokenParts(given.store)
  if (brokenParts > 0)
    given.onFailure('CANDOR_STORE_DAMAGED', new CandorError('CANDOR_STORE_DAMAGED', { brokenParts }))
  return brokenParts
}
