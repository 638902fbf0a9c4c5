import type { Practices } from '@candor/practices'
import type { Writable } from 'node:stream'

import type { Cutoff } from '../retention/retention-rules.js'
import type { ReportColumns } from '../spool/report-columns.js'
import type { Lane, SpoolEntry } from '../spool/spool-entry.js'
import type { HeldRow } from './held-row.js'

/** The formats that a lane can be exported in. */
export const EXPORT_FORMATS = ['jsonl', 'csv', 'parquet'] as const

/** A format that a lane can be exported in. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** The reports of a block: entry by entry, and where they are at hand as columns, which cost less. */
export interface BlockReports extends Iterable<SpoolEntry> {
  readonly columns?: Iterable<ReportColumns>
}

/** Reports that are stored at once. */
export interface StoreBlock {
  readonly lane: Lane
  /** Names the block: a block stored twice under one token counts once. */
  readonly token: string
  /** new: it was never given to the store. repeated: all or a part of it may be stored already. */
  readonly attempt: 'new' | 'repeated'
  readonly entries: BlockReports
}

/** A lane's table as SQL names it after FROM. */
export interface LaneSource {
  /** For reads that count distinct ids: a report might be in it twice. */
  readonly stored: string
  /** For reads that count or add up: each report is in it once. */
  readonly once: string
}

/** What finds the rows of a subject. */
export interface RowMatch {
  /** Columns of UUIDs; one of them holds one of the ids. Those that the table lacks are passed over. */
  readonly columns: readonly string[]
  readonly ids: readonly string[]
}

/** What is over of a lane, and is to be removed. */
export interface Overdue {
  /** By the version that a report was made under, ascending; the first is of version 0. */
  readonly cutoffs: readonly Cutoff[]
  /** Default: whole reports. Of a data type its values are made empty, and the reports stay. */
  readonly dataType?: string
}

/** The files of a lane's table. */
export interface FrozenTable {
  readonly lane: Lane
  /** Holds a folder for each part. */
  readonly folder: string
  readonly rows: number
  /** once: no report is in it twice. suspected: one may be. */
  readonly reports: 'once' | 'suspected'
}

/** Tables that are held as they were. */
export interface Frozen {
  readonly tables: readonly FrozenTable[]
  release(): Promise<void>
}

/** The engine's port: one adapter embeds the engine, another can reach a cluster by URL. */
export interface Store {
  /** Makes the tables of these practices, and adds the columns they lack; nothing is dropped or retyped. Give all versions that reports may name. */
  prepare(practices: readonly Practices[]): Promise<void>
  /**
   * Stores a block durably. Throws CANDOR_STORE_UNAVAILABLE where the engine fails, CANDOR_VALUE_REFUSED where a value of
   * the block cannot be stored, and CANDOR_PRACTICES_UNKNOWN where the product was not prepared.
   */
  insert(block: StoreBlock): Promise<void>
  /** A lane's table as reads name it. Throws CANDOR_PRACTICES_UNKNOWN where the product was not prepared. */
  source(lane: Lane): LaneSource
  /** Rows of a read, without a SETTINGS clause. The SQL is ours alone; values are bound as parameters. */
  query(
    sql: string,
    parameters?: Readonly<Record<string, unknown>>,
  ): Promise<readonly Readonly<Record<string, unknown>>[]>
  /** Writes all reports of a lane, each once, and ends the stream. */
  export(lane: Lane, format: ExportFormat, to: Writable): Promise<void>
  /** How many different reports of a lane match. */
  count(lane: Lane, match: RowMatch): Promise<number>
  /** The reports of a lane that match, the newest first, at most 10 000. */
  held(lane: Lane, match: RowMatch): Promise<readonly HeldRow[]>
  /** Deletes the reports of a lane that match, also from the files. Costly for scattered rows: give many ids at once. */
  erase(lane: Lane, match: RowMatch): Promise<void>
  /** How many reports of a lane are over, or hold a value that is. */
  countOverdue(lane: Lane, overdue: Overdue): Promise<number>
  /** Removes what is over, also from the files: whole months at once, else month by month. Can be repeated. */
  removeOverdue(lane: Lane, overdue: Overdue): Promise<void>
  /** The day of the oldest report, such as 2026-11-22; undefined where there is none. */
  oldestDay(lane: Lane): Promise<string | undefined>
  /** Holds the files of all tables as they are now; the embedded engine only. Release them, else nothing that is deleted leaves the disk. */
  freeze(name: string): Promise<Frozen>
  /** Takes a frozen table's files in, and answers how many rows there are; the lane was prepared and is empty. */
  attach(table: FrozenTable): Promise<number>
  close(): Promise<void>
}

/** How the embedded engine is opened. */
export interface EmbeddedStoreOptions {
  /** The data folder; it belongs to one process, else CANDOR_DATA_FOLDER_IN_USE. */
  readonly folder: string
}
