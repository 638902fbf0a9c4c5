import { createBucketStore } from '../admission/bucket-store.js'
import { networkOf } from '../admission/network-of.js'
import { waitOf, type Pace } from '../admission/token-bucket.js'

/** Networks that are counted. */
const REMEMBERED = 50_000

/** Counts what an address asks for; answers the seconds to wait, 0 where there is no need to. */
export type AddressLimit = (address: string, cost: number, nowMillis: number) => number

/** Makes a limit of an IPv4 address or an IPv6 /64 network. It is kept in memory alone. */
export const createAddressLimit = (pace: Pace): AddressLimit => {
  const buckets = createBucketStore(pace, REMEMBERED)
  return (address, cost, nowMillis) => {
    const bucket = buckets.of(networkOf(address), nowMillis)
    const wait = waitOf(bucket, pace, nowMillis)
    if (wait === 0) bucket.tokens -= cost
    return wait
  }
}
