import type { Engine, NativeInsert } from './engine.js'
import { identifier, literal } from './identifiers.js'

/** Settings of every insert: no second batching, and the rows of one insert stay one block. */
const INSERT_SETTINGS = [
  'async_insert = 0',
  'min_insert_block_size_rows = 1048576',
  'min_insert_block_size_bytes = 0',
  'max_insert_threads = 1',
  'max_partitions_per_insert_block = 0',
].join(', ')

const columnList = (columns: readonly string[]): string => columns.map(identifier).join(', ')

/** Loads a file of Native blocks; a token that the table remembers makes it change nothing. */
const loadNew = ({ table, columns, token }: NativeInsert, path: string): string =>
  `INSERT INTO ${table} (${columnList(columns)}) FROM INFILE ${literal(path)} ` +
  `SETTINGS ${INSERT_SETTINGS}, insert_deduplication_token = ${literal(token)} FORMAT Native`

/** Loads those rows of a file whose reports the table lacks. The day narrows what is searched. */
const loadMissing = ({ table, columns }: NativeInsert, path: string): string => {
  const file = `file(${literal(path)}, 'Native')`
  return (
    `INSERT INTO ${table} (${columnList(columns)}) SELECT ${columnList(columns)} FROM ${file} WHERE report_id NOT IN (` +
    `SELECT report_id FROM ${table} WHERE covered_day IN (SELECT covered_day FROM ${file}) ` +
    `AND report_id IN (SELECT report_id FROM ${file})) SETTINGS ${INSERT_SETTINGS}, insert_deduplicate = 0`
  )
}

/** Loads a file of Native blocks into a table. */
export const loadNative = async (
  engine: Pick<Engine, 'command'>,
  insert: NativeInsert,
  path: string,
): Promise<void> =>
  engine.command(insert.attempt === 'new' ? loadNew(insert, path) : loadMissing(insert, path))
