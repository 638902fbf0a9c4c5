import type { Cell, Counted } from './cell.js'

/** Cells side by side: a tenth of the memory that they take one by one, and quick to add up by conditions. */
export interface CellTable {
  readonly cells: number
  /** The different values of each dimension; null: hidden. */
  readonly values: readonly (readonly (string | null)[])[]
  /** For each dimension where each cell's value stands among them. */
  readonly places: readonly (readonly number[])[]
  readonly sizes: readonly number[]
  /** For each amount, that of each cell. */
  readonly amounts: readonly (readonly number[])[]
}

/** A condition: a dimension, by its place, has a value. */
export interface Condition {
  readonly dimension: number
  readonly value: string
}

/** A table without cells. */
export const NO_CELLS: CellTable = { cells: 0, values: [], places: [], sizes: [], amounts: [] }

/** The table of some cells, which all have the same dimensions and amounts. */
export const tableOf = (cells: readonly Cell[]): CellTable => {
  const [first] = cells
  if (first === undefined) return NO_CELLS
  const dimensions = first.values.map((_, dimension) => {
    const known = new Map<string | null, number>()
    const places = cells.map(({ values }) => {
      const value = values[dimension] ?? null
      const place = known.get(value) ?? known.size
      known.set(value, place)
      return place
    })
    return { values: [...known.keys()], places }
  })
  return {
    cells: cells.length,
    values: dimensions.map(({ values }) => values),
    places: dimensions.map(({ places }) => places),
    sizes: cells.map(({ size }) => size),
    amounts: first.amounts.map((_, at) => cells.map(({ amounts }) => amounts[at] ?? 0)),
  }
}

/** Says of each cell whether it meets the conditions; undefined where none can. */
const meeting = ({ values, places }: CellTable, where: readonly Condition[]) => {
  const wanted = where.map(({ dimension, value }) => ({
    places: places[dimension] ?? [],
    place: values[dimension]?.indexOf(value) ?? -1,
  }))
  if (wanted.some(({ place }) => place < 0)) return undefined
  return (cell: number): boolean => wanted.every((each) => each.places[cell] === each.place)
}

interface Sum {
  size: number
  readonly amounts: number[]
}

/** Adds up the cells that meet all conditions, by one dimension: a cell for each of its values. */
export const sumBy = (table: CellTable, by: number, where: readonly Condition[]): readonly Cell[] => {
  const isMet = meeting(table, where)
  const [values, places] = [table.values[by], table.places[by]]
  if (isMet === undefined || values === undefined || places === undefined) return []
  const sums: (Sum | undefined)[] = values.map(() => undefined)
  for (let cell = 0; cell < table.cells; cell += 1) {
    if (!isMet(cell)) continue
    const place = places[cell] ?? 0
    const sum = sums[place] ?? { size: 0, amounts: table.amounts.map(() => 0) }
    sums[place] = sum
    sum.size += table.sizes[cell] ?? 0
    for (let at = 0; at < sum.amounts.length; at += 1)
      sum.amounts[at] = (sum.amounts[at] ?? 0) + (table.amounts[at]?.[cell] ?? 0)
  }
  return sums.flatMap((sum: Counted | undefined, place) =>
    sum === undefined ? [] : [{ values: [values[place] ?? null], ...sum }],
  )
}
