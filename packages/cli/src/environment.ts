import { CandorError } from '@candor/practices'

/** The environment's variables. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A whole number of the environment, or its default where it is not set. Throws CANDOR_CONFIGURATION_INVALID, naming the key. */
export const wholeNumber = (
  environment: Environment,
  key: string,
  fallback: number,
  most: number,
): number => {
  const text = environment[key]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new CandorError('CANDOR_CONFIGURATION_INVALID', {
      key,
      expected: `a whole number from 0 to ${most}`,
    })
  }
  return value
}

/** A text of the environment, or its default where it is not set. */
export const textOf = (environment: Environment, key: string, fallback: string): string =>
  environment[key] || fallback
