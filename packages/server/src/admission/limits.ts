import { createBucketStore } from './bucket-store.js'
import { networkOf } from './network-of.js'
import { waitOf, type Pace } from './token-bucket.js'

/** How much the service takes. Of rates and quotas 0 stands for no limit. */
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
  /** Addresses whose requests are counted, and as many keys: those that came last. Who is forgotten begins anew. Default 100 000. */
  readonly rememberedAddresses?: number
  /** Bytes of a request's body after decompression. Default 1 048 576. Larger: CANDOR_ENVELOPE_TOO_LARGE. */
  readonly maxEnvelopeBytes?: number
  /** Bytes that all bodies on their way may hold together. Default 134 217 728. More: CANDOR_BUSY. */
  readonly maxBytesUnderWay?: number
}

/** What limits count. */
export type Limited = 'address-requests' | 'key-requests' | 'key-reports' | 'product-reports'

/** What was taken of a limit: of which, by whom, and how much. */
export type Spent = readonly [of: Limited, name: string, amount: number]

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
  /** Counts what other processes took, whether there is something left or not. */
  owe(spent: readonly Spent[], nowMillis: number): void
  /** The reports of today by product, for a process that begins. */
  today(nowMillis: number): readonly Spent[]
}

type Paces = Required<Omit<LimitOptions, 'maxEnvelopeBytes' | 'maxBytesUnderWay'>>

const DEFAULTS: Paces = {
  keyRequestsPerSecond: 20_000,
  keyReportsPerSecond: 200_000,
  addressRequestsPerSecond: 1000,
  productReportsPerDay: 0,
  rememberedAddresses: 100_000,
}

const KEY_BURST_SECONDS = 10
const ADDRESS_BURST_SECONDS = 30
const DAY_MILLIS = 86_400_000

const createPaced = (pace: Pace, remembered: number) => {
  const { perSecond } = pace
  // It keeps twice as many as it is told.
  const buckets = createBucketStore(pace, Math.ceil(remembered / 2))
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
    today,
  }
}

/**
 * Makes the limits. They are kept in memory: a service that starts again begins anew. `note` is told what is taken, so that
 * other processes can count it.
 */
export const createLimits = (
  given: LimitOptions = {},
  note: (...spent: Spent) => void = () => undefined,
): Limits => {
  const options = { ...DEFAULTS, ...given }
  const paced = (perSecond: number, burstSeconds: number) =>
    createPaced({ perSecond, burstSeconds }, options.rememberedAddresses)
  const addresses = paced(options.addressRequestsPerSecond, ADDRESS_BURST_SECONDS)
  const requests = paced(options.keyRequestsPerSecond, KEY_BURST_SECONDS)
  const reports = paced(options.keyReportsPerSecond, KEY_BURST_SECONDS)
  const days = createDays(options.productReportsPerDay)
  const countings: Readonly<Record<Limited, (name: string, amount: number, nowMillis: number) => void>> = {
    'address-requests': addresses.owe,
    'key-requests': requests.owe,
    'key-reports': reports.owe,
    'product-reports': days.take,
  }
  return {
    requestOfAddress: (address, nowMillis) => {
      if (address === '') return 0
      const network = networkOf(address)
      const wait = addresses.take(network, 1, nowMillis)
      if (wait === 0) note('address-requests', network, 1)
      return wait
    },
    requestOfKey: (key, nowMillis) => {
      const wait = reports.take(key, 0, nowMillis) || requests.take(key, 1, nowMillis)
      if (wait === 0) note('key-requests', key, 1)
      return wait
    },
    dayOfProduct: (product, nowMillis) => days.wait(product, nowMillis),
    charge: (key, product, count, nowMillis) => {
      reports.owe(key, count, nowMillis)
      days.take(product, count, nowMillis)
      note('key-reports', key, count)
      note('product-reports', product, count)
    },
    owe: (spent, nowMillis) => {
      for (const [of, name, amount] of spent) countings[of](name, amount, nowMillis)
    },
    today: (nowMillis) =>
      [...days.today(nowMillis)].map(([product, count]) => ['product-reports', product, count]),
  }
}
