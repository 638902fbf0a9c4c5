import { LIMITS, isObject } from '@candor/practices'

import type { Data } from './kept-report.js'

/** Amounts by name. */
export type Amounts = Map<string, number>

/** What a lane holds in memory: the counts since they were last taken, and the values that are set. */
export interface Recording {
  readonly counts: Amounts
  /** The counts of labels, by data type. */
  readonly labels: Map<string, Amounts>
  readonly values: Map<string, unknown>
}

/** Begins with nothing recorded. */
export const createRecording = (): Recording => ({ counts: new Map(), labels: new Map(), values: new Map() })

const emptied = (amounts: Amounts): Data => {
  const data = Object.fromEntries(amounts)
  amounts.clear()
  return data
}

/** Takes the counts out; they start anew. */
export const takeCounts = ({ counts, labels }: Recording): Data => {
  const data = emptied(counts)
  for (const [name, amounts] of labels) if (amounts.size > 0) data[name] = emptied(amounts)
  return data
}

/** Adds to an amount, up to the largest there is. */
export const addTo = (amounts: Amounts, name: string, amount: number): void =>
  void amounts.set(name, Math.min((amounts.get(name) ?? 0) + amount, LIMITS.maxCount))

/** Records again what was taken out, of the data types that are open. */
export const putBack = (recording: Recording, counts: Data, open: ReadonlySet<string>): void => {
  for (const [name, count] of Object.entries(counts)) {
    if (!open.has(name)) continue
    const labels = recording.labels.get(name)
    if (labels && isObject(count))
      for (const [label, amount] of Object.entries(count)) addTo(labels, label, Number(amount))
    else addTo(recording.counts, name, Number(count))
  }
}
