import { CandorError } from '@candor/practices'

/** Runs a work unless too many are under way, then throws CANDOR_BUSY. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>

/** A gate that lets so many works through at once. */
export const createGate = (most: number): Gate => {
  let underWay = 0
  return async (work) => {
    if (underWay >= most) throw new CandorError('CANDOR_BUSY')
    underWay += 1
    try {
      return await work()
    } finally {
      underWay -= 1
    }
  }
}
