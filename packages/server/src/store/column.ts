import type { AdmittedReport, SpoolEntry } from '../spool/spool-entry.js'
import type { ColumnType } from './column-type.js'
import type { ErrorGrouping } from './error-grouping.js'

/** A report with what it shares with its request, as it becomes a row. */
export interface StoredRow {
  readonly entry: SpoolEntry
  readonly report: AdmittedReport
  /** What groups it with other errors; in the error lane only. */
  readonly grouping?: ErrorGrouping
}

/** A column of a lane's table and where its values come from. Absent values become the type's zero. */
export interface Column {
  readonly name: string
  readonly type: ColumnType
  /** The data type whose values it holds; common columns have none. */
  readonly dataType?: string
  readonly valueOf: (row: StoredRow) => unknown
}
