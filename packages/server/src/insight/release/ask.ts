import { addUp, type Cell, type Counted } from './cell.js'
import { sumBy, type Condition } from './cell-table.js'
import type { Released } from './release.js'

export type { Condition } from './cell-table.js'

/** What is asked of a period's counts. */
export interface Asked {
  /** The dimension to group by, by its place. */
  readonly by: number
  readonly where: readonly Condition[]
}

/** An answer; what is hidden of the dimension is in no group. */
export interface Grouped {
  readonly groups: ReadonlyMap<string, Counted>
  readonly hidden?: Counted
  /** Groups and hidden together; undefined where there is nothing to see. */
  readonly total?: Counted
}

const grouped = (cells: readonly Cell[], total: Counted | undefined): Grouped => {
  const groups = new Map<string, Counted>()
  let hidden: Counted | undefined
  for (const { values, ...counted } of cells) {
    const value = values[0] ?? null
    if (value === null) hidden = counted
    else groups.set(value, counted)
  }
  return { groups, ...(hidden && { hidden }), ...(total && { total }) }
}

/** Asks what was released: by one dimension of its cut, with conditions of the cells of all dimensions. */
export const ask = ({ total, cuts, cross }: Released, { by, where }: Asked): Grouped => {
  if (where.length === 0) return grouped(cuts[by] ?? [], total)
  const met = sumBy(cross, by, where)
  return grouped(met, met.length === 0 ? undefined : addUp(met))
}
