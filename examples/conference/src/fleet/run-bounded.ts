/** Runs a task for every item, in order, never more than `limit` at a time. Rejects with the first fault, after those that run. */
export const runBounded = async <T>(
  items: readonly T[],
  limit: number,
  task: (item: T) => Promise<void>,
): Promise<void> => {
  const waiting = items.values()
  const runNext = async (): Promise<void> => {
    for (const item of waiting) await task(item)
  }
  const results = await Promise.allSettled(Array.from({ length: limit }, runNext))
  const fault = results.find((result) => result.status === 'rejected')
  if (fault !== undefined) throw fault.reason
}
