/** How many measurements fell between a bound and the next one, and how many users they are of; a user may be in several. */
export interface CountedBucket {
  readonly from: number
  readonly users: number
  readonly count: number
}

/**
 * Puts neighbours together, from the lowest on, until at least `least` users stand behind each; what is left at the end
 * goes to the last one. Of buckets that are put together at least as many users stand behind them as behind the largest.
 * Nothing where there are too few in all.
 */
export const mergeBuckets = (
  ascending: readonly CountedBucket[],
  least: number,
): readonly Omit<CountedBucket, 'users'>[] => {
  const merged: CountedBucket[] = []
  let open: CountedBucket | undefined
  for (const { from, users, count } of ascending) {
    const begun: CountedBucket = open ?? { from, users: 0, count: 0 }
    open = { from: begun.from, users: Math.max(begun.users, users), count: begun.count + count }
    if (open.users < least) continue
    merged.push(open)
    open = undefined
  }
  const last = merged.pop()
  if (last === undefined) return []
  return [...merged, { ...last, count: last.count + (open?.count ?? 0) }].map(({ from, count }) => ({
    from,
    count,
  }))
}
