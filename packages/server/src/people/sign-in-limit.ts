import { createHash } from 'node:crypto'
import { createBucketStore } from '../admission/bucket-store.js'
import { waitOf } from '../admission/token-bucket.js'

/** Counts attempts to sign in; answers the seconds to wait, 0 where one may try. */
export type SignInLimit = (
  attempt: { readonly address: string; readonly email: string },
  nowMillis: number,
) => number

/** Ten at once, then one every 30 seconds: from an address, and for an account from wherever. */
const PACE = { perSecond: 1 / 30, burstSeconds: 300 } as const

const MOST_KEPT = 10_000

/** Limits attempts by address and by account; an email address is kept as a hash, in memory alone. */
export const createSignInLimit = (): SignInLimit => {
  const buckets = createBucketStore(PACE, MOST_KEPT)
  return ({ address, email }, nowMillis) => {
    const account = createHash('sha256').update(email.toLowerCase()).digest('base64')
    const mine = [`address ${address}`, `account ${account}`].map((name) => buckets.of(name, nowMillis))
    const wait = Math.max(...mine.map((bucket) => waitOf(bucket, PACE, nowMillis)))
    if (wait === 0) for (const bucket of mine) bucket.tokens -= 1
    return wait
  }
}
