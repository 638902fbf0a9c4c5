import type { FigureUnit } from './time-series.js'

/** A column of figures. */
export interface FigureColumn {
  /** The key in JSON. */
  readonly id: string
  readonly heading: string
  readonly unit: FigureUnit
}

/** A row: what it is about, and a figure a column. */
export interface FigureRow {
  readonly id: string
  readonly head: string
  /** null: not shown. */
  readonly cells: readonly (number | string | null)[]
}

/** The figures of a chart. */
export interface FigureTable {
  readonly caption: string
  /** The heading of the rows' heads, and its key in JSON. */
  readonly head: { readonly id: string; readonly heading: string }
  readonly columns: readonly FigureColumn[]
  readonly rows: readonly FigureRow[]
}

/** A spreadsheet takes a text that begins so for a formula, and would run it. */
const FORMULA = /^[=+\-@\t\r]/

const csvText = (text: string): string => {
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

const csvCell = (cell: number | string | null): string => {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : csvText(cell)
}

/** The figures as CSV (RFC 4180): whole numbers and shares as they are, nothing where one is not shown. */
export const csvOf = ({ head, columns, rows }: FigureTable): string => {
  const first = [head.heading, ...columns.map(({ heading }) => heading)].map(csvText)
  const others = rows.map((row) => [csvText(row.id), ...row.cells.map(csvCell)])
  return [first, ...others].map((cells) => `${cells.join(',')}\r\n`).join('')
}

/** The figures as JSON: what they are about, and an object a row, with null where a figure is not shown. */
export const jsonOf = (
  { caption, head, columns, rows }: FigureTable,
  about: Readonly<Record<string, unknown>>,
): string => {
  const objects = rows.map(({ id, cells }): Readonly<Record<string, string | number | null>> => ({
    [head.id]: id,
    ...Object.fromEntries(columns.map((column, at) => [column.id, cells[at] ?? null] as const)),
  }))
  return `${JSON.stringify({ title: caption, ...about, rows: objects }, null, 2)}\n`
}
