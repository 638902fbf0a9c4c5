import { createByteWriter } from './byte-writer.js'
import type { Column, StoredRow } from './column.js'
import { ENGINE_TYPES } from './column-type.js'
import { writeColumn } from './write-column.js'

/** A writer of blocks in ClickHouse's Native format: per block its size, then each column's name, type and values. */
export type NativeEncoder = (rows: readonly StoredRow[]) => Buffer

/** An encoder of rows of these columns; it keeps its buffer from block to block. */
export const createNativeEncoder = (columns: readonly Column[]): NativeEncoder => {
  const out = createByteWriter()
  return (rows) => {
    out.varint(columns.length)
    out.varint(rows.length)
    for (const { name, type, valueOf } of columns) {
      out.text(name)
      out.text(ENGINE_TYPES[type])
      writeColumn(out, type, rows.map(valueOf))
    }
    return out.take()
  }
}
