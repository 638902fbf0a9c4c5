import type { Writable } from 'node:stream'
import type { TableTarget } from './table-ddl.js'

/** A row of an answer, by column. */
export type Row = Readonly<Record<string, unknown>>

/** Rows to be inserted, as blocks in Native format. */
export interface NativeInsert {
  /** As SQL writes it. */
  readonly table: string
  /** Names of the columns that the blocks have. */
  readonly columns: readonly string[]
  /** Names the insert; one that was seen before changes nothing. Letters, digits and -/ only. */
  readonly token: string
  /** repeated: rows whose report id and day the table has already are left out. */
  readonly attempt: 'new' | 'repeated'
  readonly blocks: AsyncIterable<Buffer> | Iterable<Buffer>
}

/** What the store needs of a ClickHouse: embedded in the process, or a cluster that is reached by URL. */
export interface Engine {
  /** Where its tables are made. */
  readonly target: TableTarget
  /** Runs a statement that answers no rows. */
  command(sql: string): Promise<void>
  /** Rows of a read; values are bound as parameters. */
  rows(sql: string, parameters: Readonly<Record<string, unknown>>): Promise<readonly Row[]>
  /** Inserts durably. */
  insert(insert: NativeInsert): Promise<void>
  /** Writes the answer of a read in one of the engine's formats, and ends the stream. */
  write(sql: string, format: 'JSONEachRow' | 'CSVWithNames' | 'Parquet', to: Writable): Promise<void>
  close(): Promise<void>
}
