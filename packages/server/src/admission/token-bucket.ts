/** How fast something may come: so many a second, and so many seconds' worth at once. */
export interface Pace {
  /** 0: no limit. */
  readonly perSecond: number
  readonly burstSeconds: number
}

/** A bucket that fills by time and is emptied by what comes. It may be in debt: a batch is taken as a whole. */
export interface TokenBucket {
  tokens: number
  /** When it was last filled; milliseconds since 1970. */
  filledMillis: number
}

/** A full bucket. */
export const fullBucket = ({ perSecond, burstSeconds }: Pace, nowMillis: number): TokenBucket => ({
  tokens: perSecond * burstSeconds,
  filledMillis: nowMillis,
})

/** Fills a bucket up to now; answers the seconds after which it holds something again, and 0 where it does. */
export const waitOf = (bucket: TokenBucket, { perSecond, burstSeconds }: Pace, nowMillis: number): number => {
  // A clock that was set back fills nothing and takes nothing.
  const seconds = Math.max(0, nowMillis - bucket.filledMillis) / 1000
  bucket.tokens = Math.min(perSecond * burstSeconds, bucket.tokens + seconds * perSecond)
  bucket.filledMillis = nowMillis
  return bucket.tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond))
}
