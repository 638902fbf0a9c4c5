import { regroup, smallest, type Cell } from './cell.js'
import { tableOf } from './cell-table.js'
import { cutOf, hideValue, type Cut } from './cut.js'

/** The dimensions of cells. */
export interface Dimensions {
  readonly count: number
  /** Those whose values are known to belong to one value of another each, as versions do to a system: the inner, the outer. */
  readonly within: readonly (readonly [number, number])[]
}

/** Values that occur together in two dimensions. */
type Together = readonly (readonly [string | null, string | null])[]

const togetherOf = (cells: readonly Cell[], outer: number, inner: number): Together =>
  regroup(cells, ({ values }) => [values[outer] ?? null, values[inner] ?? null]).map(
    ({ values: [a = null, b = null] }) => [a, b],
  )

const shownIn = (cut: Cut): ((value: string | null) => string | null) => {
  const shown = new Set(cut.map(({ values }) => values[0] ?? null))
  return (value) => (shown.has(value) ? value : null)
}

/** What is shown of each value's holder: the one value of the other dimension that all those with it have, or undefined. */
const holdersOf = (
  together: Together,
  outerCut: Cut,
  innerCut: Cut,
): ReadonlyMap<string | null, string | null | undefined> => {
  const [outerShown, innerShown] = [shownIn(outerCut), shownIn(innerCut)]
  const found = new Map<string | null, string | null | undefined>()
  for (const [outer, inner] of together) {
    const [holder, value] = [outerShown(outer), innerShown(inner)]
    if (!found.has(value)) found.set(value, holder)
    else if (found.get(value) !== holder) found.set(value, undefined)
  }
  return found
}

/**
 * The value to hide in the inner cut, or undefined: one whose holder, less all that it is known to hold, leaves fewer than
 * `least`. So of 100 devices with iOS 97 with its newest version would tell of the 3 that have another.
 */
const tellTale = (together: Together, outerCut: Cut, innerCut: Cut, least: number): string | undefined => {
  const holders = holdersOf(together, outerCut, innerCut)
  for (const { values, size } of outerCut) {
    const held = innerCut.filter((cell) => holders.get(cell.values[0] ?? null) === (values[0] ?? null))
    const rest = size - held.reduce((sum, cell) => sum + cell.size, 0)
    if (held.length === 0 || rest === 0 || rest >= least) continue
    const value = smallest(held.filter((cell) => cell.values[0] !== null))?.values[0]
    if (typeof value === 'string') return value
  }
  return undefined
}

/**
 * The cuts of all dimensions, with so much hidden that a value of one (a system) and all values of another that are known to
 * belong to it alone (its versions) do not differ by fewer than `least`.
 */
export const cutsOf = (
  cells: readonly Cell[],
  { count, within }: Dimensions,
  least: number,
): readonly Cut[] => {
  const table = tableOf(cells)
  const cuts = Array.from({ length: count }, (_, dimension) => cutOf(table, dimension, least))
  const pairs = within.map(([inner, outer]) => ({ outer, inner, together: togetherOf(cells, outer, inner) }))
  for (let found = true; found;) {
    found = false
    for (const { outer, inner, together } of pairs) {
      const value = tellTale(together, cuts[outer] ?? [], cuts[inner] ?? [], least)
      if (value === undefined) continue
      cuts[inner] = hideValue(cuts[inner] ?? [], value)
      found = true
    }
  }
  return cuts
}
