import { LIMITS, isObject } from '@candor/practices'

import type { Data } from './kept-report.js'

/** Whether a data type that has so many labels may have one more. */
export type HasRoom = (name: string, labels: number) => boolean

/** Without a prototype, so that a label such as `constructor` is one like any other. */
export const emptyData = (from?: unknown): Data => Object.assign(Object.create(null) as Data, from)

/** Adds to an amount, up to the largest there is. */
export const addTo = (amounts: Data, name: string, amount: number): void => {
  amounts[name] = Math.min(((amounts[name] as number | undefined) ?? 0) + amount, LIMITS.maxCount)
}

/** Adds to the amounts of a data type's labels. */
const addLabels = (labels: Data, later: Data, hasRoom: (labels: number) => boolean): Data => {
  for (const [label, amount] of Object.entries(later))
    if (label in labels || hasRoom(Object.keys(labels).length)) addTo(labels, label, Number(amount))
  return labels
}

/**
 * Adds what was recorded later to what was before: numbers are added up, numbers by label too, and any other value replaces
 * the one before. Returns what it added to.
 */
export const addUp = (all: Data, later: Data, hasRoom: HasRoom): Data => {
  for (const [name, value] of Object.entries(later)) {
    if (typeof value === 'number') addTo(all, name, value)
    else if (isObject(value))
      all[name] = addLabels(emptyData(all[name]), value, (labels) => hasRoom(name, labels))
    else all[name] = value
  }
  return all
}
