import { createBucketStore } from './bucket-store.js'
import { networkOf } from './network-of.js'
import { waitOf } from './token-bucket.js'

/** How much the service takes. 0 stands for no limit. */
export interface LimitOptions {
  /** Requests a second under one key; 10 seconds' worth may come at once. Default 20 000. */
  readonly keyRequestsPerSecond?: number
  /** Reports a second under one key; 10 seconds' worth may come at once. Default 200 000. */
  readonly keyReportsPerSecond?: number
  /**
   * Requests a second of one IPv4 address or IPv6 /64 network; 30 seconds' worth may come at once. Default 1 000: ten thousand
   * devices behind one address may each send all three lanes in the same instant.
   */
  readonly addressRequestsPerSecond?: number
  /** Reports of a product a day (UTC), counted since the service started. Default 0. */
  readonly productReportsPerDay?: number
}

/** The limits of the service; every answer is seconds to wait, 0 where there is no need to. */
export interface Limits {
  /** Counts a request of an address; an empty one is not limited. The address is kept in memory alone, and there not for long. */
  requestOfAddress(address: string, nowMillis: number): number
  /** Counts a request under a key, which is in debt to its reports too. */
  requestOfKey(key: string, nowMillis: number): number
  /** Whether the product's day is used up. */
  dayOfProduct(product: string, nowMillis: number): number
  /** Counts reports that were received. A request that began is taken whole; what is too much delays those after it. */
  charge(key: string, product: string, reports: number, nowMillis: number): void
}

const DEFAULTS: Required<LimitOptions> = {
  keyRequestsPerSecond: 20_000,
  keyReportsPerSecond: 200_000,
  addressRequestsPerSecond: 1000,
  productReportsPerDay: 0,
}

const KEY_BURST_SECONDS = 10
const ADDRESS_BURST_SECONDS = 30
/** Half of the addresses that are kept, and of the keys. */
const MOST_NAMES = 50_000
const DAY_MILLIS = 86_400_000

const createPaced = (perSecond: number, burstSeconds: number) => {
  const pace = { perSecond, burstSeconds }
  const buckets = createBucketStore(pace, MOST_NAMES)
  return {
    /** Takes an amount where the bucket holds something; answers the seconds to wait where it does not. */
    take: (name: string, amount: number, nowMillis: number): number => {
      if (perSecond === 0) return 0
      const bucket = buckets.of(name, nowMillis)
      const wait = waitOf(bucket, pace, nowMillis)
      if (wait === 0) bucket.tokens -= amount
      return wait
    },
    /** Takes an amount whatever the bucket holds. */
    owe: (name: string, amount: number, nowMillis: number): void => {
      if (perSecond !== 0) buckets.of(name, nowMillis).tokens -= amount
    },
  }
}

const createDays = (mostReports: number) => {
  let day = 0
  let counts = new Map<string, number>()
  const today = (nowMillis: number): Map<string, number> => {
    const now = Math.floor(nowMillis / DAY_MILLIS)
    if (now !== day) counts = new Map()
    day = now
    return counts
  }
  return {
    wait: (product: string, nowMillis: number): number =>
      mostReports === 0 || (today(nowMillis).get(product) ?? 0) < mostReports
        ? 0
        : Math.ceil(((day + 1) * DAY_MILLIS - nowMillis) / 1000),
    take: (product: string, reports: number, nowMillis: number): void => {
      if (mostReports === 0) return
      const reportsOf = today(nowMillis)
      reportsOf.set(product, (reportsOf.get(product) ?? 0) + reports)
    },
  }
}

/** Makes the limits. They are kept in memory: a service that starts again begins anew. */
export const createLimits = (given: LimitOptions = {}): Limits => {
  const options = { ...DEFAULTS, ...given }
  const addresses = createPaced(options.addressRequestsPerSecond, ADDRESS_BURST_SECONDS)
  const requests = createPaced(options.keyRequestsPerSecond, KEY_BURST_SECONDS)
  const reports = createPaced(options.keyReportsPerSecond, KEY_BURST_SECONDS)
  const days = createDays(options.productReportsPerDay)
  return {
    requestOfAddress: (address, nowMillis) =>
      address === '' ? 0 : addresses.take(networkOf(address), 1, nowMillis),
    requestOfKey: (key, nowMillis) => reports.take(key, 0, nowMillis) || requests.take(key, 1, nowMillis),
    dayOfProduct: (product, nowMillis) => days.wait(product, nowMillis),
    charge: (key, product, count, nowMillis) => {
      reports.owe(key, count, nowMillis)
      days.take(product, count, nowMillis)
    },
  }
}
