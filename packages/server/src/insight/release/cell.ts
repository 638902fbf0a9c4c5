/** What was counted of those that have the same values. */
export interface Counted {
  /** Those who stand behind it, each in one cell of a period alone. */
  readonly size: number
  /** Numbers that may be added up, in an order that the lane gives. */
  readonly amounts: readonly number[]
}

/** Counts by the value of each dimension. */
export interface Cell extends Counted {
  /** A value per dimension; null: hidden, since too few have it. */
  readonly values: readonly (string | null)[]
}

/** The sum of counts. */
export const addUp = (counts: readonly Counted[]): Counted => {
  const amounts: number[] = []
  let size = 0
  for (const counted of counts) {
    size += counted.size
    for (const [at, amount] of counted.amounts.entries()) amounts[at] = (amounts[at] ?? 0) + amount
  }
  return { size, amounts }
}

const keyOf = (values: Cell['values']): string => JSON.stringify(values)

/** Cells whose values are given anew, those that became equal added up. */
export const regroup = (
  cells: readonly Cell[],
  valuesOf: (cell: Cell) => Cell['values'] = ({ values }) => values,
): readonly Cell[] => {
  const byKey = new Map<string, { readonly values: Cell['values']; readonly cells: Cell[] }>()
  for (const cell of cells) {
    const values = valuesOf(cell)
    const key = keyOf(values)
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, { values, cells: [cell] })
    else known.cells.push(cell)
  }
  return [...byKey.values()].map(({ values, cells: equal }) => ({ values, ...addUp(equal) }))
}

/** The values of a cell with one of them hidden. */
export const hideAt = (values: Cell['values'], dimension: number): Cell['values'] =>
  values.map((value, at) => (at === dimension ? null : value))

/** The smallest of some cells; of equal ones the first by its values, so that the choice is always the same. */
export const smallest = (cells: readonly Cell[]): Cell | undefined =>
  cells.toSorted((a, b) => a.size - b.size || (keyOf(a.values) < keyOf(b.values) ? -1 : 1))[0]
