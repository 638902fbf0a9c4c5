import { createBucketStore } from '../admission/bucket-store.js'
import { networkOf } from '../admission/network-of.js'
import { waitOf, type Pace } from '../admission/token-bucket.js'

/** Ids of one IPv4 address or IPv6 /64 network: one a second, 20 000 at once, which is two whole requests. */
const IDS: Pace = { perSecond: 1, burstSeconds: 20_000 }

/** Networks whose ids are counted. */
const REMEMBERED = 50_000

/** Counts ids that an address asks to erase; answers the seconds to wait, 0 where there is no need to. */
export type ErasureLimit = (address: string, ids: number, nowMillis: number) => number

/**
 * Makes the limit of the ids that devices ask to erase: each is remembered until no report under it can arrive any more,
 * so that nobody may fill the room for them with ids that no report has. It is kept in memory alone.
 */
export const createErasureLimit = (): ErasureLimit => {
  const buckets = createBucketStore(IDS, REMEMBERED)
  return (address, ids, nowMillis) => {
    const bucket = buckets.of(networkOf(address), nowMillis)
    const wait = waitOf(bucket, IDS, nowMillis)
    if (wait === 0) bucket.tokens -= ids
    return wait
  }
}
