import { addUp, type Cell, type Counted } from './cell.js'
import { NO_CELLS, tableOf, type CellTable } from './cell-table.js'
import { crossOf } from './cross.js'
import type { Cut } from './cut.js'
import { cutsOf, type Dimensions } from './nested.js'

/** What of a period's counts may be seen. */
export interface Released {
  /** All together; undefined where they are fewer than the minimum, and then there are no cells either. */
  readonly total?: Counted
  /** A cut for each dimension, for what is asked by it alone. */
  readonly cuts: readonly Cut[]
  /** The cells of all dimensions, for what is asked by several. */
  readonly cross: CellTable
}

/**
 * Releases the counts of a period: every number that can be asked for is a sum of cells that at least `least` stand behind,
 * and so are the differences of any two. The method is cell suppression with complementary suppression for each dimension
 * (Hundepool et al., Statistical Disclosure Control, 2012, chapter 4), and local suppression to k-anonymity for all of them
 * together (Samarati and Sweeney, 1998).
 */
export const release = (cells: readonly Cell[], dimensions: Dimensions, least: number): Released => {
  const total = addUp(cells)
  if (total.size < least) return { cuts: Array.from({ length: dimensions.count }, () => []), cross: NO_CELLS }
  const cuts = cutsOf(cells, dimensions, least)
  return { total, cuts, cross: tableOf(crossOf(cells, cuts, least)) }
}
