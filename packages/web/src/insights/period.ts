/** The periods that can be chosen, in days. */
export const PERIODS = [7, 14, 28] as const

/** A period in days. */
export type Period = (typeof PERIODS)[number]

/** Days, where the address names none. */
export const DEFAULT_PERIOD: Period = 14

/** The period of an address's `days`; the default where it names none that there is. */
export const parsePeriod = (days: string | null): Period =>
  PERIODS.find((period) => String(period) === days) ?? DEFAULT_PERIOD
