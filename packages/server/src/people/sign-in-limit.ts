import { createHash } from 'node:crypto'
import { createBucketStore } from '../admission/bucket-store.js'
import { networkOf } from '../admission/network-of.js'
import { waitOf } from '../admission/token-bucket.js'

/** An attempt to sign in, or at something as secret. */
export interface Attempt {
  /** From where. */
  readonly address: string
  /** For whose account; undefined where that is not known, or what is tried ends by itself after a few attempts. */
  readonly email?: string | undefined
}

/** Counts attempts; answers the seconds to wait, 0 where one may try. */
export type SignInLimit = (attempt: Attempt, nowMillis: number) => number

/** Ten at once, then one every 30 seconds: from an address (IPv6: a /64), and for an account from wherever. */
const PACE = { perSecond: 1 / 30, burstSeconds: 300 } as const

const MOST_KEPT = 10_000

/** Limits attempts by address and by account; an email address is kept as a hash, in memory alone. */
export const createSignInLimit = (): SignInLimit => {
  const addresses = createBucketStore(PACE, MOST_KEPT)
  const accounts = createBucketStore(PACE, MOST_KEPT)
  return ({ address, email }, nowMillis) => {
    const own = addresses.of(networkOf(address), nowMillis)
    const ownWait = waitOf(own, PACE, nowMillis)
    // Who must wait touches no account: else many names from one address would push out what is counted of another.
    if (ownWait > 0) return ownWait
    if (email !== undefined) {
      const account = accounts.of(
        createHash('sha256').update(email.toLowerCase()).digest('base64'),
        nowMillis,
      )
      const wait = waitOf(account, PACE, nowMillis)
      if (wait > 0) return wait
      account.tokens -= 1
    }
    own.tokens -= 1
    return 0
  }
}
