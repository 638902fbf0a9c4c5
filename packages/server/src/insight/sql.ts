import { identifier } from '../store/identifiers.js'

/** A read and the values bound in it. */
export interface Read {
  readonly sql: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/**
 * The first half of a UUID column as a number: counting halves takes half the memory, and among ten million random ids
 * two share one with a chance of one in twenty thousand. 0 where the report has none.
 */
export const halfOf = (column: string): string => `reinterpretAsUInt64(${identifier(column)})`

/** The epoch of a row's pseudonyms as a number from 1: rows from before epochs were kept are of the first. */
export const EPOCH = 'greatest(key_epoch, 1)'

/** A text of a row. */
export const textIn = (row: Readonly<Record<string, unknown>>, column: string): string => {
  const value = row[column]
  return typeof value === 'string' ? value : ''
}

/** A number of a row. */
export const numberIn = (row: Readonly<Record<string, unknown>>, column: string): number =>
  Number(row[column] ?? 0)

/** The entries of a map of numbers in a row. */
export const numbersByKeyIn = (
  row: Readonly<Record<string, unknown>>,
  column: string,
): readonly (readonly [string, number])[] =>
  Object.entries(row[column] ?? {}).map(([key, value]) => [key, Number(value)])
