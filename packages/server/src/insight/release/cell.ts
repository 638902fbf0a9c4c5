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

/** Makes keys of values: equal ones for equal values alone. A key is two characters a value, which costs less than a text of them all. */
const createKeys = (): ((values: Cell['values']) => string) => {
  const numbers = new Map<string | null, number>()
  return (values) => {
    let key = ''
    for (const value of values) {
      const number = numbers.get(value) ?? numbers.size
      if (number === numbers.size) numbers.set(value, number)
      key += String.fromCharCode(number & 0xffff, number >>> 16)
    }
    return key
  }
}

/** A sum that grows; what it began with is another's and stays as it is. */
const addTo = (sum: Counted, { size, amounts }: Counted): Counted => ({
  size: sum.size + size,
  amounts: sum.amounts.map((amount, at) => amount + (amounts[at] ?? 0)),
})

/** Cells whose values are given anew, those that became equal added up. */
export const regroup = (
  cells: readonly Cell[],
  valuesOf: (cell: Cell) => Cell['values'] = ({ values }) => values,
): readonly Cell[] => {
  const keyOf = createKeys()
  const byKey = new Map<string, Cell>()
  for (const cell of cells) {
    const values = valuesOf(cell)
    const key = keyOf(values)
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, values === cell.values ? cell : { ...cell, values })
    else byKey.set(key, { values: known.values, ...addTo(known, cell) })
  }
  return [...byKey.values()]
}

/** The values of a cell with one of them hidden. */
export const hideAt = (values: Cell['values'], dimension: number): Cell['values'] =>
  values.map((value, at) => (at === dimension ? null : value))

/** The smallest of some cells; of equal ones the first by its values, so that the choice is always the same. */
export const smallest = (cells: readonly Cell[]): Cell | undefined => {
  let least: { readonly cell: Cell; readonly text: string } | undefined
  for (const cell of cells) {
    if (least !== undefined && cell.size > least.cell.size) continue
    const text = JSON.stringify(cell.values)
    if (least === undefined || cell.size < least.cell.size || text < least.text) least = { cell, text }
  }
  return least?.cell
}
