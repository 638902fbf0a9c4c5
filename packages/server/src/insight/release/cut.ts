import { regroup, smallest, type Cell } from './cell.js'
import { sumBy, type CellTable } from './cell-table.js'

/** Cells of one dimension each: what is shown of it on its own. The cell of the value null holds all that is hidden. */
export type Cut = readonly Cell[]

const hideCell = (cut: Cut, hidden: Cell): Cut =>
  regroup(cut, (cell) => (cell === hidden ? [null] : cell.values))

/** A cut with one more value hidden. */
export const hideValue = (cut: Cut, value: string): Cut =>
  regroup(cut, (cell) => (cell.values[0] === value ? [null] : cell.values))

/**
 * The cut of a dimension: values that fewer than `least` have are hidden together, and while those are fewer than
 * `least` the smallest value that is shown is hidden with them, since else the total would give them away.
 */
export const cutOf = (table: CellTable, dimension: number, least: number): Cut => {
  let cut: Cut = regroup(sumBy(table, dimension, []), ({ values, size }) => (size < least ? [null] : values))
  for (;;) {
    const hidden = cut.find(({ values }) => values[0] === null)
    const next = smallest(cut.filter((cell) => cell !== hidden))
    if (hidden === undefined || hidden.size >= least || next === undefined) return cut
    cut = hideCell(cut, next)
  }
}
