import { LIMITS, isObject } from '@candor/practices'

import type { Data } from './kept-report.js'

type HasRoom = (name: string, labels: number) => boolean

const sum = (before: unknown, after: unknown): number =>
  Math.min(Number(before) + Number(after), LIMITS.maxCount)

const addLabels = (before: Data, after: Data, hasRoom: (labels: number) => boolean): Data => {
  const all = new Map(Object.entries(before))
  for (const [label, value] of Object.entries(after)) {
    if (all.has(label)) all.set(label, sum(all.get(label), value))
    else if (hasRoom(all.size)) all.set(label, value)
  }
  return Object.fromEntries(all)
}

/**
 * Adds what was recorded later: numbers are added up, numbers by label too, and any other value replaces the one
 * before. `hasRoom` is asked whether a data type may hold one label more than it has.
 */
export const addUp = (before: Data, after: Data, hasRoom: HasRoom): Data => {
  const all = { ...before }
  for (const [name, value] of Object.entries(after)) {
    const known = Object.hasOwn(all, name) ? all[name] : undefined
    if (isObject(value))
      all[name] = addLabels(isObject(known) ? known : {}, value, (labels) => hasRoom(name, labels))
    else all[name] = typeof value === 'number' && known !== undefined ? sum(known, value) : value
  }
  return all
}
