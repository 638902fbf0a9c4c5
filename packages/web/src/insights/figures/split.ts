/** Values by period; null where one is hidden, or where there is nothing. */
export type Values = readonly (number | null)[]

/** What is shown of an answer's periods, and what it is compared with, place by place. */
export interface Split<T> {
  readonly shown: readonly T[]
  /** As many before; undefined where they were not asked for. */
  readonly before: readonly T[] | undefined
}

/** The last of an answer's values, and as many before them where the answer has those. */
export const splitOf = <T>(values: readonly T[], shownCount: number): Split<T> => ({
  shown: values.slice(-shownCount),
  before:
    values.length >= shownCount * 2
      ? values.slice(values.length - shownCount * 2, values.length - shownCount)
      : undefined,
})

/** The sum of the values that are shown; null where none is. */
export const sumOf = (values: Values): number | null => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

/** Place by place, what a function makes of two values; null where one of them is. */
export const pairwise = (
  one: Values,
  other: Values,
  make: (one: number, other: number) => number | null,
): Values =>
  one.map((value, at) => {
    const beside = other[at] ?? null
    return value === null || beside === null ? null : make(value, beside)
  })

/** A share of a whole, 0 to 1; null where there is no whole, or the part is larger. */
export const shareOf = (part: number, whole: number): number | null =>
  whole > 0 && part >= 0 && part <= whole ? part / whole : null
