import { createByteWriter } from './byte-writer.js'
import type { Column, StoredRows } from './column.js'
import { ENGINE_TYPES } from './column-type.js'
import { writeColumn } from './write-column.js'

/**
 * Writes blocks in ClickHouse's Native format: the block's size, then each column's name, type and values. The block comes
 * in pieces, a column each, so that others get their turn between two.
 */
export type NativeEncoder = (parts: readonly StoredRows[]) => Iterable<Buffer>

/** An encoder of rows of these columns; it keeps its buffer from piece to piece. */
export const createNativeEncoder = (columns: readonly Column[]): NativeEncoder => {
  const out = createByteWriter()
  return function* encode(parts) {
    out.varint(columns.length)
    out.varint(parts.reduce((sum, { reports }) => sum + reports.rows, 0))
    for (const { name, type, valuesOf } of columns) {
      out.text(name)
      out.text(ENGINE_TYPES[type])
      writeColumn(out, type, parts.map(valuesOf))
      yield out.take()
    }
  }
}
