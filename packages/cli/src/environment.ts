/** The environment's variables. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A text of the environment, or its default where it is not set. */
export const textOf = (environment: Environment, key: string, fallback: string): string =>
  environment[key] || fallback
