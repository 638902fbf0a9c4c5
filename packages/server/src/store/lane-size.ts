import type { Lane } from '../spool/spool-entry.js'
import { DATABASE, literal, tableName } from './identifiers.js'
import type { Store } from './store.js'

/** How much a lane's table holds. */
export interface LaneSize {
  readonly lane: Lane
  readonly rows: number
  /** On disk. */
  readonly bytes: number
}

const SIZES =
  'SELECT table, sum(rows) AS rows, sum(bytes_on_disk) AS bytes FROM system.parts ' +
  `WHERE active AND database = ${literal(DATABASE)} GROUP BY table`

/** The sizes of lanes' tables: a report that is stored twice counts twice until its parts merge. */
export const readLaneSizes = async (
  store: Pick<Store, 'query'>,
  lanes: readonly Lane[],
): Promise<readonly LaneSize[]> => {
  const rows = await store.query(SIZES)
  const byTable = new Map(rows.map((row) => [row['table'], row]))
  return lanes.map((lane) => {
    const { rows: count, bytes } = byTable.get(tableName(lane)) ?? {}
    return { lane, rows: Number(count ?? 0), bytes: Number(bytes ?? 0) }
  })
}
