/** Runs works one after another. */
export type TakeTurn = <T>(work: () => Promise<T>) => Promise<T>

/** Turns for works that must not meet: what deletes rows and notes it elsewhere, and what copies both. */
export const createTakeTurn = (): TakeTurn => {
  let last: Promise<unknown> = Promise.resolve()
  return async (work) => {
    const turn = last.catch(() => undefined).then(work)
    last = turn
    return turn
  }
}
