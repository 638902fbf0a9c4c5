import { addUp } from './add-up.js'
import type { Circumstances, KeptReport } from './kept-report.js'
import type { Stored } from './kept-reports.js'
import type { LaneValues } from './lane-values.js'

/** Growing reports of one origin and one user, the oldest first. */
export type Group = readonly [Stored, ...Stored[]]

/** What reports have in common that are put together: where and for whom they were recorded. */
export const originOf = ({ head, site, user }: Circumstances): string => JSON.stringify([head, site, user])

/** Groups growing reports by where and for whom they were recorded. */
export const groupGrowing = (growing: readonly Stored[]): readonly Group[] => {
  const groups = new Map<string, [Stored, ...Stored[]]>()
  for (const stored of growing) {
    const origin = originOf(stored.report)
    const group = groups.get(origin)
    if (group) group.push(stored)
    else groups.set(origin, [stored])
  }
  return [...groups.values()]
}

/** The reports of a group as one, under the id of the oldest. */
export const putTogether = ([{ report }, ...others]: Group, { hasRoom }: LaneValues): KeptReport => {
  let { toMillis, data } = report
  for (const { report: other } of others) {
    toMillis = Math.max(toMillis, other.toMillis)
    data = addUp(data, other.data, hasRoom)
  }
  const parts = others.map(({ report: { id } }) => id)
  return { ...report, toMillis, data, ...(parts.length > 0 && { parts }) }
}
