import type { Column } from './column.js'
import { codecOf, ENGINE_TYPES } from './column-type.js'
import { DATABASE, identifier } from './identifiers.js'
import type { LaneLayout } from './lane-layout.js'

/**
 * How tables are kept. Inserts are flushed to disk; the last thousand blocks' tokens are remembered; parts of a month
 * are merged into one when no reports come for an hour.
 */
const TABLE_SETTINGS = [
  'non_replicated_deduplication_window = 1000',
  'fsync_after_insert = 1',
  'fsync_part_directory = 1',
  'min_age_to_force_merge_seconds = 3600',
  'min_age_to_force_merge_on_partition_only = 1',
].join(', ')

const columnDdl = ({ name, type }: Column): string => {
  const codec = name === 'report_id' ? 'NONE' : codecOf(type)
  return `${identifier(name)} ${ENGINE_TYPES[type]} CODEC(${codec})`
}

/** Makes the database that all tables are in. */
export const createDatabaseDdl = (): string => `CREATE DATABASE IF NOT EXISTS ${DATABASE}`

/** Makes a lane's table. Reports that are equal in the sort order (that is, in their id) become one when parts merge. */
export const createTableDdl = ({ table, columns, sortedBy }: LaneLayout): string =>
  `CREATE TABLE IF NOT EXISTS ${table} (${columns.map(columnDdl).join(', ')}) ` +
  `ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM(covered_day) ` +
  `ORDER BY (${sortedBy.map(identifier).join(', ')}) SETTINGS ${TABLE_SETTINGS}`

/** Adds the columns that a table lacks; none is dropped or retyped. */
export const addColumnsDdl = ({ table, columns }: LaneLayout): string =>
  `ALTER TABLE ${table} ${columns.map((column) => `ADD COLUMN IF NOT EXISTS ${columnDdl(column)}`).join(', ')}`
