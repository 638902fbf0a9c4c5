import { hideAt, regroup, smallest, type Cell } from './cell.js'
import type { Cut } from './cut.js'

/** Dimensions with few values first: they are asked for most, and what is hidden in small cells is hidden from the last. */
const fewestValuesFirst = (cells: readonly Cell[], dimensions: number): readonly number[] => {
  const counts = Array.from(
    { length: dimensions },
    (_, dimension) => new Set(cells.map(({ values }) => values[dimension])).size,
  )
  return [...counts.keys()].toSorted((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b)
}

const isHidden = ({ values }: Cell): boolean => values.every((value) => value === null)

/** Hides the smallest cells wholly, until those of which all is hidden are enough. */
const fillHidden = (cells: readonly Cell[], least: number): readonly Cell[] => {
  let filled = cells
  for (;;) {
    const hidden = filled.find(isHidden)
    const next = smallest(filled.filter((cell) => cell !== hidden))
    if (hidden === undefined || hidden.size >= least || next === undefined) return filled
    filled = regroup(filled, (cell) => (cell === next ? cell.values.map(() => null) : cell.values))
  }
}

/** How many show each value of a dimension. */
const sizesOf = (cross: readonly Cell[], dimension: number): ReadonlyMap<string | null, number> => {
  const sizes = new Map<string | null, number>()
  for (const { values, size } of cross) {
    const value = values[dimension] ?? null
    sizes.set(value, (sizes.get(value) ?? 0) + size)
  }
  return sizes
}

/** The cells to hide a dimension of: of a value that too few hide, so that its cut would tell of them, the smallest that shows it. */
const tellTales = (
  cross: readonly Cell[],
  cuts: readonly Cut[],
  least: number,
): ReadonlyMap<Cell, readonly number[]> => {
  const found = new Map<Cell, number[]>()
  for (const [dimension, cut] of cuts.entries()) {
    const sizes = sizesOf(cross, dimension)
    for (const { values, size } of cut) {
      const value = values[0] ?? null
      const hidden = size - (sizes.get(value) ?? 0)
      if (value === null || hidden === 0 || hidden >= least) continue
      const cell = smallest(cross.filter((shown) => shown.values[dimension] === value))
      if (cell !== undefined) found.set(cell, [...(found.get(cell) ?? []), dimension])
    }
  }
  return found
}

/**
 * The cells of all dimensions together, each of at least `least`: what fewer have is hidden, dimension by dimension, until
 * enough have the same. Whatever is asked of them by any conditions is a sum of such cells. Of a value that its
 * cut shows, either all are shown here, or at least `least` are not. Empty where there are fewer in all.
 */
export const crossOf = (cells: readonly Cell[], cuts: readonly Cut[], least: number): readonly Cell[] => {
  const shown = cuts.map((cut) => new Set(cut.map(({ values }) => values[0])))
  let cross = regroup(cells, ({ values }) =>
    values.map((value, at) => (shown[at]?.has(value) === true ? value : null)),
  )
  for (const dimension of fewestValuesFirst(cells, cuts.length).toReversed()) {
    cross = regroup(cross, (cell) => (cell.size < least ? hideAt(cell.values, dimension) : cell.values))
  }
  cross = fillHidden(cross, least)
  for (;;) {
    const found = tellTales(cross, cuts, least)
    if (found.size === 0) break
    cross = regroup(cross, (cell) => (found.get(cell) ?? []).reduce(hideAt, cell.values))
  }
  return cross.every(({ size }) => size >= least) ? cross : []
}
