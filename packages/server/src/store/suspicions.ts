import type { Engine } from './engine.js'
import { DATABASE, literal, tableName } from './identifiers.js'
import type { LaneLayout } from './lane-layout.js'

/** Stands as the comment of a table that may hold a report twice. */
const SUSPICION = 'may hold reports twice: a block was stored again'

/**
 * Which tables may hold a report twice. Blocks have a token, and a block that is stored again brings only what is missing;
 * should both fail, the rows become one when their parts merge. Until then reads merge as they go (FINAL), which costs
 * four times as much; so they do it only for a table that a block was stored into again, until its months are merged.
 */
export interface Suspicions {
  /** Reads what is known of a table, and drops the suspicion where each month is one part. */
  open(layout: LaneLayout): Promise<void>
  /** Suspects a table, durably. */
  raise(layout: LaneLayout): Promise<void>
  /** Whether a table may hold a report twice. */
  hasOne(layout: LaneLayout): boolean
}

const commentDdl = (table: string, comment: string): string =>
  `ALTER TABLE ${table} MODIFY COMMENT ${literal(comment)}`

/** The suspicions of an engine's tables, which are kept in the tables' comments. */
export const createSuspicions = (engine: Pick<Engine, 'command' | 'rows'>): Suspicions => {
  const suspected = new Set<string>()
  const ask = async (sql: string, { lane }: LaneLayout): Promise<unknown> => {
    const [row] = await engine.rows(sql, { database: DATABASE, table: tableName(lane) })
    return row?.['answer']
  }
  const isSuspected = (layout: LaneLayout): Promise<unknown> =>
    ask(
      "SELECT comment != '' AS answer FROM system.tables WHERE database = {database:String} AND name = {table:String}",
      layout,
    )
  const isMerged = (layout: LaneLayout): Promise<unknown> =>
    ask(
      'SELECT count() = uniqExact(partition) AS answer FROM system.parts ' +
        'WHERE active AND database = {database:String} AND table = {table:String}',
      layout,
    )
  return {
    open: async (layout) => {
      if ((await isSuspected(layout)) !== 1) return
      if ((await isMerged(layout)) === 1) await engine.command(commentDdl(layout.table, ''))
      else suspected.add(layout.table)
    },
    raise: async (layout) => {
      if (suspected.has(layout.table)) return
      await engine.command(commentDdl(layout.table, SUSPICION))
      suspected.add(layout.table)
    },
    hasOne: ({ table }) => suspected.has(table),
  }
}
