/** A clock that remembers how far it was. */
export interface LatestClock {
  /** Now, and the latest instant that was ever looked at. */
  look(): { readonly nowMillis: number; readonly latestMillis: number }
}

/** Makes a clock that remembers how far it was, since a machine's clock may go back. `seenMillis`: how far it was before. */
export const createLatestClock = (now: () => number, seenMillis: number = -Infinity): LatestClock => {
  let latestMillis = seenMillis
  return {
    look: () => {
      const nowMillis = now()
      latestMillis = Math.max(latestMillis, nowMillis)
      return { nowMillis, latestMillis }
    },
  }
}
