import { setImmediate as nextTurn } from 'node:timers/promises'

import { columnsOf, dataAt, type ReportColumns } from '../spool/report-columns.js'
import type { BlockReports } from './store.js'
import type { StoredRows } from './column.js'
import { groupError } from './error-grouping.js'
import type { LaneLayout } from './lane-layout.js'
import type { NativeEncoder } from './native-format.js'

/** Rows a Native block: the engine takes many small ones in at several times the cost of few large ones. */
const ROWS_A_BLOCK = 16_384

/** How long encoding occupies the process at a time, about. */
const TURN_MILLIS = 1

const storedRows = ({ grouping }: LaneLayout, reports: ReportColumns): StoredRows => ({
  reports,
  absent: Array.from<undefined>({ length: reports.rows }),
  groupings:
    grouping === undefined ? [] : reports.headAt.map((_, row) => groupError(grouping, dataAt(reports, row))),
})

/** Parts that make a block together; no parts after each that was read, so that others can get their turn. */
function* blocksOf(layout: LaneLayout, reports: Iterable<ReportColumns>): Generator<readonly StoredRows[]> {
  let parts: StoredRows[] = []
  let rows = 0
  for (const part of reports) {
    parts.push(storedRows(layout, part))
    rows += part.rows
    if (rows < ROWS_A_BLOCK) {
      yield []
      continue
    }
    yield parts
    parts = []
    rows = 0
  }
  if (rows > 0) yield parts
}

/** Reports as Native blocks, in pieces; others get their turn about every millisecond. */
export async function* encodeRows(
  layout: LaneLayout,
  encode: NativeEncoder,
  reports: BlockReports,
): AsyncGenerator<Buffer> {
  let since = performance.now()
  const breathe = async (): Promise<void> => {
    if (performance.now() - since < TURN_MILLIS) return
    await nextTurn()
    since = performance.now()
  }
  for (const parts of blocksOf(layout, reports.columns ?? [columnsOf(reports)])) {
    await breathe()
    if (parts.length === 0) continue
    for (const piece of encode(parts)) {
      yield piece
      await breathe()
    }
  }
}
