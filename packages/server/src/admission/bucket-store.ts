import { fullBucket, type Pace, type TokenBucket } from './token-bucket.js'

/** Buckets by whom they are of. */
export interface BucketStore {
  of(name: string, nowMillis: number): TokenBucket
}

/**
 * Keeps buckets in memory alone, those of the names that came last: at most twice `most`. They lie in two halves; when the
 * younger one is full the older one is dropped. Who is dropped begins with a full bucket again.
 */
export const createBucketStore = (pace: Pace, most: number): BucketStore => {
  let young = new Map<string, TokenBucket>()
  let old = new Map<string, TokenBucket>()
  return {
    of: (name, nowMillis) => {
      const found = young.get(name)
      if (found !== undefined) return found
      const bucket = old.get(name) ?? fullBucket(pace, nowMillis)
      if (young.size >= most) {
        old = young
        young = new Map()
      }
      young.set(name, bucket)
      return bucket
    },
  }
}
