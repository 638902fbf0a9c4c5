const BUCKET_BITS = 10

/** Buckets that a lane's ids are spread over. */
export const BUCKETS = 2 ** BUCKET_BITS

/** New ids a sweep; so a bucket has about this many late ids when its turn comes. */
const IDS_PER_SWEEP = 64

const DAY_MILLIS = 86_400_000

/** The bucket of an id: the first bits of its hash; the filters use the others. */
export const bucketOf = (hash: number): number => hash >>> (32 - BUCKET_BITS)

/** The sweeps that are due when so many ids were remembered, ever. Sweep 1 is bucket 0's. */
export const sweepsDue = (remembered: number): number => Math.floor(remembered / IDS_PER_SWEEP)

/** The bucket whose turn a sweep is. */
export const sweptBucket = (sweep: number): number => (sweep - 1) % BUCKETS

/** Whether a bucket had its turn after sweep `since`, up to sweep `until`. */
export const wasSwept = (bucket: number, since: number, until: number): boolean => {
  const lastTurn = until - ((until - 1 - bucket + BUCKETS) % BUCKETS)
  return lastTurn > since && lastTurn > 0 && until > 0
}

/** All ids that were logged at or before this sweep are in their buckets now. */
export const settledSweep = (sweeps: number): number => sweeps - BUCKETS

/** Ids are forgotten by generations of this many days; so they are remembered up to a sixteenth longer than asked. */
export const generationDays = (rememberDays: number): number => Math.max(1, Math.ceil(rememberDays / 16))

/** The day of an instant, counted from 1970. */
export const dayOf = (millis: number): number => Math.floor(millis / DAY_MILLIS)

/** The oldest generation that is still remembered on a day. */
export const oldestGeneration = (day: number, rememberDays: number): number =>
  Math.floor((day - rememberDays) / generationDays(rememberDays))
