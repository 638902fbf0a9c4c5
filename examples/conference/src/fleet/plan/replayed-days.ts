const DAY_MILLIS = 86_400_000

/** A day of the replay. */
export interface ReplayedDay {
  /** Such as 2026-11-22 (UTC). */
  readonly date: string
  readonly startMillis: number
  /** The end of the day, or now on the last one. */
  readonly endMillis: number
  readonly kind: 'workday' | 'weekend'
  /** The share of the replayed days (0 to 1) that have passed when it begins. */
  readonly share: number
  /** troubled: a release raises an error that was not there before; it was taken back after two workdays. */
  readonly release: 'steady' | 'troubled'
}

const TROUBLED_WORKDAYS = 2
/** The trouble is over for some days, so that it can be seen to end. */
const STEADY_DAYS_AT_END = 3

const kindOf = (startMillis: number): ReplayedDay['kind'] => {
  const weekday = new Date(startMillis).getUTCDay()
  return weekday === 0 || weekday === 6 ? 'weekend' : 'workday'
}

/** The days up to today (UTC), oldest first; the last one ends now. */
export const listReplayedDays = (nowMillis: number, days: number): readonly ReplayedDay[] => {
  const today = Math.floor(nowMillis / DAY_MILLIS) * DAY_MILLIS
  const starts = Array.from({ length: days }, (_, at) => today - (days - 1 - at) * DAY_MILLIS)
  const workdays = starts.slice(0, -STEADY_DAYS_AT_END).filter((start) => kindOf(start) === 'workday')
  const troubled = new Set(workdays.slice(-TROUBLED_WORKDAYS))
  return starts.map((startMillis, at) => ({
    date: new Date(startMillis).toISOString().slice(0, 10),
    startMillis,
    endMillis: Math.min(startMillis + DAY_MILLIS - 1, nowMillis),
    kind: kindOf(startMillis),
    share: at / days,
    release: troubled.has(startMillis) ? 'troubled' : 'steady',
  }))
}
