import type { DataCategory } from '@candor/practices'
import type { LaneStops } from '../control-plane/lane-stops.js'
import type { ProductKeys } from '../control-plane/keys-in-force.js'
import type { AdmittedVersion } from './admitted-version.js'
import type { Limits } from './limits.js'
import type { RoomCheck } from './room-check.js'
import type { Check, Checked } from './step.js'

/** A request before its body is read. */
export interface AskedRequest {
  readonly category: DataCategory
  readonly key: string
  /** Where it comes from; in memory alone, for limits alone. Empty where it is not known. */
  readonly address: string
  readonly nowMillis: number
}

/** A request whose key is known. */
export interface KeyedRequest extends AskedRequest {
  readonly product: string
  /** The versions that the product's reports may be made under. */
  readonly versions: ReadonlyMap<string, AdmittedVersion>
}

/** What requests are judged by. */
export interface RequestScope {
  readonly products: ReadonlyMap<string, KeyedRequest['versions']>
  readonly keys: ProductKeys
  readonly limits: Limits
  readonly laneStops: Pick<LaneStops, 'untilMillis'>
  readonly hasRoom: RoomCheck
}

/** A stopped lane is asked for again after 7 days at the latest, since stops can be ended early. */
const LONGEST_STOP_SECONDS = 7 * 86_400

type RequestCheck = Check<KeyedRequest, RequestScope>['run']

const limited = (code: 'CANDOR_RATE_LIMITED' | 'CANDOR_QUOTA_EXCEEDED', wait: number) =>
  wait === 0 ? undefined : { code, retryAfterSeconds: wait }

/** Finds the product of a request's key. */
export const findProduct = (asked: AskedRequest, { keys, products }: RequestScope): Checked<KeyedRequest> => {
  const product = keys.productOf(asked.key)
  const versions = product === undefined ? undefined : products.get(product)
  if (product === undefined || versions === undefined) return { kind: 'refused', code: 'CANDOR_KEY_UNKNOWN' }
  const { category, key, address, nowMillis } = asked
  return { kind: 'parsed', value: { category, key, address, nowMillis, product, versions } }
}

/** Refuses while an operator has stopped the lane. */
export const laneStop: RequestCheck = ({ product, category, nowMillis }, { laneStops }) => {
  const seconds = Math.ceil((laneStops.untilMillis(product, category) - nowMillis) / 1000)
  if (seconds <= 0) return undefined
  return { code: 'CANDOR_LANE_STOPPED', retryAfterSeconds: Math.min(seconds, LONGEST_STOP_SECONDS) }
}

/** Refuses where one address sends more requests than it may. */
export const addressRate: RequestCheck = ({ address, nowMillis }, { limits }) =>
  limited('CANDOR_RATE_LIMITED', limits.requestOfAddress(address, nowMillis))

/** Refuses where more requests or reports come under one key than may. */
export const keyRate: RequestCheck = ({ key, nowMillis }, { limits }) =>
  limited('CANDOR_RATE_LIMITED', limits.requestOfKey(key, nowMillis))

/** Refuses once the product has had its reports of the day. */
export const quota: RequestCheck = ({ product, nowMillis }, { limits }) =>
  limited('CANDOR_QUOTA_EXCEEDED', limits.dayOfProduct(product, nowMillis))

/** Refuses where the disk has no room. */
export const room: RequestCheck = ({ category }, { hasRoom }) =>
  hasRoom(category) ? undefined : { code: 'CANDOR_SPOOL_FULL' }
