/** What is known of the time when a request is looked at; milliseconds since 1970. */
export interface KnownTime {
  readonly nowMillis: number
  /** The latest instant that was ever looked at. */
  readonly latestMillis: number
  /** The time that is believed: earlier than now while the machine's clock is far ahead of what it should be. */
  readonly trustedMillis: number
}

/** A clock that remembers how far it was. */
export interface LatestClock {
  look(): KnownTime
  /** Whether the machine's clock is believed; what is not believed is told to nobody. */
  isBelieved(): boolean
}

/** What the clock goes by. */
export interface LatestClockParts {
  /** The machine's clock: milliseconds since 1970. */
  readonly now: () => number
  /** How far it was before. Default: unknown. */
  readonly seenMillis?: number | undefined
  /** The clock that things are deleted by. Default: the machine's. */
  readonly trustedNow?: (() => number) | undefined
}

/** Makes a clock that remembers how far it was, since a machine's clock may go back. */
export const createLatestClock = ({ now, seenMillis, trustedNow }: LatestClockParts): LatestClock => {
  let latestMillis = seenMillis ?? -Infinity
  const look = (): KnownTime => {
    const nowMillis = now()
    latestMillis = Math.max(latestMillis, nowMillis)
    return { nowMillis, latestMillis, trustedMillis: Math.min(nowMillis, trustedNow?.() ?? nowMillis) }
  }
  return {
    look,
    isBelieved: () => {
      const { nowMillis, trustedMillis } = look()
      return trustedMillis === nowMillis
    },
  }
}
