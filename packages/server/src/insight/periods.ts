import { CandorError } from '@candor/practices'

/** How long the periods are that figures are counted over: days, weeks from Monday, or months, all of UTC. */
export const PERIOD_KINDS = ['day', 'week', 'month'] as const

/** How long a period is. */
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** A period. */
export interface Period {
  readonly kind: PeriodKind
  /** Its first day, such as 2026-11-22. */
  readonly first: string
  /** Its last day. */
  readonly last: string
}

/** How many periods are answered where nothing is said, and how many at most. */
export const PERIODS = {
  day: { usual: 28, most: 400 },
  week: { usual: 12, most: 104 },
  month: { usual: 12, most: 36 },
} as const satisfies Readonly<Record<PeriodKind, { readonly usual: number; readonly most: number }>>

const DAY_MILLIS = 86_400_000

const dayOf = (millis: number): string => new Date(millis).toISOString().slice(0, 10)

/** The first day of the period that is `back` periods before the one of an instant. */
const startMillis = (kind: PeriodKind, nowMillis: number, back: number): number => {
  const now = new Date(nowMillis)
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()]
  switch (kind) {
    case 'day':
      return Date.UTC(year, month, day - back)
    case 'week':
      // Sunday is 0 there, and the last day of a week here.
      return Date.UTC(year, month, day - ((now.getUTCDay() + 6) % 7) - 7 * back)
    case 'month':
      return Date.UTC(year, month - back, 1)
    default:
      return kind satisfies never
  }
}

/** What is asked of a lane: the last periods, of which the last one is going on. */
export interface Question {
  /** Default day. */
  readonly period?: PeriodKind
  /** How many. Default and most: PERIODS; else CANDOR_QUERY_REFUSED. */
  readonly periods?: number
  /** Milliseconds since 1970. */
  readonly nowMillis: number
}

/** The periods that a question is about, the oldest first. */
export const periodsOf = ({ period = 'day', periods, nowMillis }: Question): readonly Period[] => {
  const { usual, most } = PERIODS[period]
  const count = periods ?? usual
  if (!Number.isInteger(count) || count < 1 || count > most) {
    throw new CandorError('CANDOR_QUERY_REFUSED', { parameter: 'periods', least: 1, most })
  }
  return Array.from({ length: count }, (_, at) => {
    const back = count - 1 - at
    return {
      kind: period,
      first: dayOf(startMillis(period, nowMillis, back)),
      last: dayOf(startMillis(period, nowMillis, back - 1) - DAY_MILLIS),
    }
  })
}
