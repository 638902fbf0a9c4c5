import type { Column } from './column.js'
import { codecOf, ENGINE_TYPES } from './column-type.js'
import { DATABASE, identifier } from './identifiers.js'
import type { LaneLayout } from './lane-layout.js'

/** Where tables are made: in the engine of this process, or on all machines of a cluster. */
export type TableTarget =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'cluster'; /** As the servers' configuration names it. */ readonly cluster: string }

/** What differs between the two; columns, partitions, order and all else are the same. */
const dialectOf = (target: TableTarget) =>
  target.kind === 'embedded'
    ? { everywhere: '', engine: 'ReplacingMergeTree', window: 'non_replicated_deduplication_window' }
    : {
        everywhere: ` ON CLUSTER ${identifier(target.cluster)}`,
        engine: "ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/{table}', '{replica}')",
        window: 'replicated_deduplication_window',
      }

/**
 * How tables are kept. Inserts are flushed to disk; the last thousand blocks' tokens are remembered; parts of a month
 * are merged into one when no reports come for an hour, and before that only where ten are about as large, since merging the
 * same rows again and again costs more than storing them. What was merged or rewritten is flushed before the files it came
 * from go, which they do at once, so that what was erased or is over is on the disk no more.
 */
const settingsOf = (target: TableTarget): string =>
  [
    `${dialectOf(target).window} = 1000`,
    'fsync_after_insert = 1',
    'fsync_part_directory = 1',
    'merge_selector_base = 10',
    'min_age_to_force_merge_seconds = 3600',
    'min_age_to_force_merge_on_partition_only = 1',
    'min_rows_to_fsync_after_merge = 1',
    'old_parts_lifetime = 0',
  ].join(', ')

const columnDdl = ({ name, type }: Column): string => {
  const codec = name === 'report_id' ? 'NONE' : codecOf(type)
  return `${identifier(name)} ${ENGINE_TYPES[type]} CODEC(${codec})`
}

/** Makes the database that all tables are in. */
export const createDatabaseDdl = (target: TableTarget): string =>
  `CREATE DATABASE IF NOT EXISTS ${DATABASE}${dialectOf(target).everywhere}`

/** Makes a lane's table. Reports that are equal in the sort order (that is, in their id) become one when parts merge. */
export const createTableDdl = ({ table, columns, sortedBy }: LaneLayout, target: TableTarget): string => {
  const { everywhere, engine } = dialectOf(target)
  return (
    `CREATE TABLE IF NOT EXISTS ${table}${everywhere} (${columns.map(columnDdl).join(', ')}) ` +
    `ENGINE = ${engine} PARTITION BY toYYYYMM(covered_day) ` +
    `ORDER BY (${sortedBy.map(identifier).join(', ')}) SETTINGS ${settingsOf(target)}`
  )
}

/** Adds the columns that a table lacks; none is dropped or retyped. */
export const addColumnsDdl = ({ table, columns }: LaneLayout, target: TableTarget): string => {
  const added = columns.map((column) => `ADD COLUMN IF NOT EXISTS ${columnDdl(column)}`)
  return `ALTER TABLE ${table}${dialectOf(target).everywhere} ${added.join(', ')}`
}

/** Brings the settings of a table that an earlier release made to today's. */
export const changeSettingsDdl = ({ table }: LaneLayout, target: TableTarget): string =>
  `ALTER TABLE ${table}${dialectOf(target).everywhere} MODIFY SETTING ${settingsOf(target)}`
