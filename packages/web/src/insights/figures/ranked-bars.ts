import type { Bar } from '../../charts/bars-option.js'
import { sumOf, type Values } from './split.js'

/** Bars of a ranking, at most; those beyond stand together as others. */
export const MAX_BARS = 12

/** A thing with its numbers by period. */
export interface RankedThing {
  readonly id: string
  readonly label: string
  readonly values: Values
}

/** The sums as bars, the largest first, then the smaller ones together, then what is not shown. */
export const rankedBars = (
  things: readonly RankedThing[],
  notShown: number,
  labels: { readonly others: (count: number) => string; readonly notShown: string },
): readonly Bar[] => {
  const bars = things
    .map(({ id, label, values }) => ({ id, label, value: sumOf(values) ?? 0 }))
    .filter(({ value }) => value > 0)
    .toSorted((one, other) => other.value - one.value || (one.id < other.id ? -1 : 1))
  const beyond = bars.slice(MAX_BARS)
  const others: Bar = {
    id: '\u0000others',
    label: labels.others(beyond.length),
    value: beyond.reduce((sum, { value }) => sum + value, 0),
    look: { kind: 'others' },
  }
  const hidden: Bar = {
    id: '\u0000not-shown',
    label: labels.notShown,
    value: notShown,
    look: { kind: 'not-shown' },
  }
  return [...bars.slice(0, MAX_BARS), others, hidden].filter(({ value }) => value > 0)
}
