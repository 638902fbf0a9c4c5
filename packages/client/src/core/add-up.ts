import { LIMITS, isObject } from '@candor/practices'

import type { Data } from './kept-report.js'

/** Whether a data type that has so many labels may have one more. */
export type HasRoom = (name: string, labels: number) => boolean

/** Without a prototype, so that a label such as `constructor` is one like any other. */
export const emptyData = (): Data => Object.create(null) as Data

/** Adds to an amount, up to the largest there is. */
export const addTo = (amounts: Data, name: string, amount: unknown): void => {
  amounts[name] = Math.min(Number(amounts[name] ?? 0) + Number(amount), LIMITS.maxCount)
}

/** Adds to the amounts of a data type's labels. */
export const addLabel = (labels: Data, label: string, amount: unknown, hasRoom: () => boolean): void => {
  if (label in labels || hasRoom()) addTo(labels, label, amount)
}

/** Adds what was recorded later: numbers are added up, numbers by label too, and any other value replaces the one before. */
export const addUp = (before: Data, after: Data, hasRoom: HasRoom): Data => {
  const all = Object.assign(emptyData(), before)
  for (const [name, value] of Object.entries(after)) {
    if (typeof value === 'number') addTo(all, name, value)
    else if (isObject(value)) {
      const labels = Object.assign(emptyData(), all[name])
      for (const [label, amount] of Object.entries(value))
        addLabel(labels, label, amount, () => hasRoom(name, Object.keys(labels).length))
      all[name] = labels
    } else all[name] = value
  }
  return all
}
