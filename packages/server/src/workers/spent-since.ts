import type { Spent } from '../admission/limits.js'

/** Adds up what is taken of limits until it is asked for. */
export const createSpentSince = () => {
  let sums = new Map<string, Spent>()
  return {
    note: (...[of, name, amount]: Spent): void => {
      const key = `${of} ${name}`
      sums.set(key, [of, name, amount + (sums.get(key)?.[2] ?? 0)])
    },
    /** What was taken since it was last asked for. */
    take: (): readonly Spent[] => {
      const taken = [...sums.values()]
      sums = new Map()
      return taken
    },
  }
}
