import type { ReportColumns } from '../spool/report-columns.js'
import type { ColumnType } from './column-type.js'
import type { ErrorGrouping } from './error-grouping.js'

/** Reports as they become rows. */
export interface StoredRows {
  readonly reports: ReportColumns
  /** Stands for the values of a data type that no report has; as long as there are reports. */
  readonly absent: readonly undefined[]
  /** What groups each with other errors; in the error lane only. */
  readonly groupings: readonly ErrorGrouping[]
}

/** Values of a column, one a row. Ids may come as their bytes, 16 a row. */
export type ColumnValues = readonly unknown[] | Uint8Array

/** A column of a lane's table and where its values come from. Absent values become the type's zero. */
export interface Column {
  readonly name: string
  readonly type: ColumnType
  /** The data type whose values it holds; common columns have none. */
  readonly dataType?: string
  readonly valuesOf: (rows: StoredRows) => ColumnValues
}
