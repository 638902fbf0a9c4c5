import type { Split, Values } from './split.js'
import { sumOf } from './split.js'

/** How a figure differs from the one before. */
export type Change =
  /** There is nothing to compare with, or it is not shown. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'same' }
  /** `by` is a share of the figure before for numbers, and a difference of shares for shares; never 0. */
  | { readonly kind: 'differs'; readonly by: number; readonly as: 'share' | 'points' }

/** How a number differs from the one before. */
export const changeOf = (now: number | null, before: number | null): Change => {
  if (now === null || before === null || before === 0) return { kind: 'unknown' }
  return now === before ? { kind: 'same' } : { kind: 'differs', by: (now - before) / before, as: 'share' }
}

/** How a share differs from the one before, in points. */
export const pointsOf = (now: number | null, before: number | null): Change => {
  if (now === null || before === null) return { kind: 'unknown' }
  return now === before ? { kind: 'same' } : { kind: 'differs', by: now - before, as: 'points' }
}

/** Periods that are over: all but the last, which is going on. */
export const complete = <T>(values: readonly T[]): readonly T[] => values.slice(0, -1)

/** How the sum of the complete periods differs from that of the same places before. */
export const changeOfSums = ({ shown, before }: Split<number | null>): Change =>
  before === undefined ? { kind: 'unknown' } : changeOf(sumOf(complete(shown)), sumOf(complete(before)))

/** The last period with a figure: the last complete one, or the one that is going on where there is none before. */
export const latestOf = (values: Values): { readonly value: number; readonly at: number } | undefined => {
  const last = values.length - 1
  const order = last > 0 ? [last - 1, last] : [last]
  for (const at of order) {
    const value = values[at] ?? null
    if (value !== null) return { value, at }
  }
  return undefined
}
