import type { Writable } from 'node:stream'

import type { Column } from './column.js'
import type { Engine } from './engine.js'
import { identifier } from './identifiers.js'
import type { LaneLayout } from './lane-layout.js'
import type { ExportFormat } from './store.js'

const ENGINE_FORMATS = {
  jsonl: 'JSONEachRow',
  csv: 'CSVWithNames',
  parquet: 'Parquet',
} as const satisfies Readonly<Record<ExportFormat, string>>

/** A column as it is exported: pseudonyms and device ids as the practices show them, in upper case, and null where absent. */
const exported = ({ name, type, dataType }: Column): string => {
  const column = identifier(name)
  if (type !== 'uuid' || dataType === undefined) return column
  return `if(${column} = toUUID('00000000-0000-0000-0000-000000000000'), NULL, upper(toString(${column}))) AS ${column}`
}

/** Writes all reports of a lane, each once, with all their columns, and ends the stream. */
export const exportLane = async (
  engine: Engine,
  { table, columns }: LaneLayout,
  format: ExportFormat,
  to: Writable,
): Promise<void> => {
  await engine.write(
    `SELECT ${columns.map(exported).join(', ')} FROM ${table} FINAL`,
    ENGINE_FORMATS[format],
    to,
  )
}
