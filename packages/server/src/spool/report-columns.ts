import type { DecisionBasis } from '@candor/practices'
import { copyId, ID_BYTES, readId, writeId } from './id-bytes.js'
import type { AdmittedReport, SpoolEntry } from './spool-entry.js'

/** What the reports of one request share. */
export type EntryHead = Omit<SpoolEntry, 'reports'>

/**
 * Reports side by side, as they wait between admission and the store: a list for each thing that they hold, as long as
 * there are reports. So they are encoded once, and become a block of the store without a step for each of them.
 */
export interface ReportColumns {
  readonly rows: number
  /** The different ones. */
  readonly heads: readonly EntryHead[]
  /** Which of the heads a report has. */
  readonly headAt: readonly number[]
  /** 16 bytes a report. */
  readonly ids: Uint8Array
  readonly fromMillis: readonly number[]
  readonly toMillis: readonly number[]
  readonly decisions: readonly (DecisionBasis | undefined)[]
  /** The values of each data type; undefined where a report has none. */
  readonly data: ReadonlyMap<string, readonly unknown[]>
}

/** Columns that grow. */
export interface ColumnsDraft {
  /** Adds a report, whose id stands in a buffer of 16 bytes. */
  add(head: EntryHead, report: AdmittedReport, id: Uint8Array): void
  rows(): number
  /** The columns; the draft is empty then. */
  take(): ReportColumns
}

const LEAST_ROWS = 64

const isSameHead = (a: EntryHead, b: EntryHead): boolean =>
  a.practicesVersion === b.practicesVersion &&
  a.client === b.client &&
  a.os === b.os &&
  a.org === b.org &&
  a.pool === b.pool &&
  a.keyEpoch === b.keyEpoch &&
  a.receivedMillis === b.receivedMillis

/** The different heads of one lane, and where each stands. Requests that come together have mostly the same. */
const createHeads = () => {
  const heads: EntryHead[] = []
  let last: EntryHead | undefined
  let place = 0
  const find = (head: EntryHead): number => {
    const known = heads.findIndex((other) => isSameHead(other, head))
    return known < 0 ? heads.push(withoutReports(head)) - 1 : known
  }
  return {
    heads,
    placeOf: (head: EntryHead): number => {
      if (head === last) return place
      last = head
      place = find(head)
      return place
    },
  }
}

const withoutReports = (head: EntryHead & { readonly reports?: unknown }): EntryHead => {
  const { reports: _, ...rest } = head
  return rest
}

interface Growing {
  readonly heads: ReturnType<typeof createHeads>
  readonly headAt: number[]
  ids: Uint8Array
  readonly fromMillis: number[]
  readonly toMillis: number[]
  readonly decisions: (DecisionBasis | undefined)[]
  readonly data: Map<string, unknown[]>
}

const nothing = (): Growing => ({
  heads: createHeads(),
  headAt: [],
  ids: new Uint8Array(LEAST_ROWS * ID_BYTES),
  fromMillis: [],
  toMillis: [],
  decisions: [],
  data: new Map(),
})

const addId = (growing: Growing, row: number, id: Uint8Array): void => {
  if ((row + 1) * ID_BYTES > growing.ids.length) {
    const wider = new Uint8Array(2 * growing.ids.length)
    wider.set(growing.ids)
    growing.ids = wider
  }
  copyId(id, growing.ids, row * ID_BYTES)
}

/** A column that earlier reports have no value in. */
const columnFrom = (rows: number): unknown[] => Array.from({ length: rows }, () => undefined)

const addData = (data: Growing['data'], row: number, values: AdmittedReport['data']): void => {
  for (const name in values) {
    let column = data.get(name)
    if (column === undefined) {
      column = columnFrom(row)
      data.set(name, column)
    }
    while (column.length < row) column.push(undefined)
    column.push(values[name])
  }
}

/** Columns without a report. */
export const createColumnsDraft = (): ColumnsDraft => {
  let growing = nothing()
  return {
    add: (head, report, id) => {
      const row = growing.headAt.length
      addId(growing, row, id)
      growing.headAt.push(growing.heads.placeOf(head))
      growing.fromMillis.push(report.fromMillis)
      growing.toMillis.push(report.toMillis)
      growing.decisions.push(report.decision)
      addData(growing.data, row, report.data)
    },
    rows: () => growing.headAt.length,
    take: () => {
      const { heads, ids, data, ...lists } = growing
      const rows = lists.headAt.length
      for (const column of data.values()) while (column.length < rows) column.push(undefined)
      growing = nothing()
      return { rows, heads: heads.heads, ids: ids.subarray(0, rows * ID_BYTES), data, ...lists }
    },
  }
}

/** The columns of entries of one lane. */
export const columnsOf = (entries: Iterable<SpoolEntry>): ReportColumns => {
  const draft = createColumnsDraft()
  const id = new Uint8Array(ID_BYTES)
  for (const entry of entries) {
    for (const report of entry.reports) {
      writeId(report.id, id, 0)
      draft.add(entry, report, id)
    }
  }
  return draft.take()
}

/** The data of one report. */
export const dataAt = ({ data }: ReportColumns, row: number): AdmittedReport['data'] => {
  const values: Record<string, unknown> = {}
  for (const [name, column] of data) if (column[row] !== undefined) values[name] = column[row]
  return values
}

const reportAt = (columns: ReportColumns, row: number): AdmittedReport => {
  const decision = columns.decisions[row]
  return {
    id: readId(columns.ids, row * ID_BYTES),
    fromMillis: columns.fromMillis[row] ?? 0,
    toMillis: columns.toMillis[row] ?? 0,
    data: dataAt(columns, row),
    ...(decision && { decision }),
  }
}

/** The entries of columns: one for each run of reports with the same head. */
export const entriesOf = (columns: ReportColumns): readonly SpoolEntry[] => {
  const entries: (EntryHead & { readonly reports: AdmittedReport[] })[] = []
  let headAt = -1
  for (let row = 0; row < columns.rows; row += 1) {
    const at = columns.headAt[row] ?? 0
    const head = columns.heads[at]
    if (head === undefined) continue
    if (at !== headAt) entries.push({ ...head, reports: [] })
    headAt = at
    entries.at(-1)?.reports.push(reportAt(columns, row))
  }
  return entries
}
