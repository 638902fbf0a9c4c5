import { setImmediate as nextTurn } from 'node:timers/promises'

import type { SpoolEntry } from '../spool/spool-entry.js'
import type { StoredRow } from './column.js'
import { groupError } from './error-grouping.js'
import type { LaneLayout } from './lane-layout.js'
import type { NativeEncoder } from './native-format.js'

/** Rows a Native block; it bounds how long encoding occupies the process, about two milliseconds. */
const ROWS_A_BLOCK = 2048

function* rowsOf(layout: LaneLayout, entries: Iterable<SpoolEntry>): Generator<StoredRow> {
  const { grouping } = layout
  for (const entry of entries) {
    for (const report of entry.reports) {
      yield grouping === undefined
        ? { entry, report }
        : { entry, report, grouping: groupError(grouping, report.data) }
    }
  }
}

/** The rows of entries as Native blocks; others get their turn between two blocks. */
export async function* encodeRows(
  layout: LaneLayout,
  encode: NativeEncoder,
  entries: Iterable<SpoolEntry>,
): AsyncGenerator<Buffer> {
  let rows: StoredRow[] = []
  for (const row of rowsOf(layout, entries)) {
    rows.push(row)
    if (rows.length < ROWS_A_BLOCK) continue
    yield encode(rows)
    rows = []
    await nextTurn()
  }
  if (rows.length > 0) yield encode(rows)
}
