import type { UsageInsight } from '../../api/insight.js'
import { rateOf, RATES, type RateName, type ValuesOf } from '../figures/rates.js'

/** Series that are drawn at once, at most: the eye tells no more apart. */
export const MAX_DRAWN = 8

/** Calls, messages and meetings: what is shown first, where the product has them. */
const SHOWN_FIRST = new Set([
  'CallsMade',
  'IMSent',
  'IMReceived',
  'MeetingJoinAttempts',
  'MeetingJoinSuccesses',
])

/** How many series of a product without any of those are shown first. */
const SHOWN_OTHERWISE = 4

/** The values of a data type of usage; undefined where the product does not have it. */
export const seriesOf =
  ({ series }: UsageInsight): ValuesOf =>
  (dataType) =>
    series.find((each) => each.dataType === dataType)?.values

/** The series that are shown until a person chooses. */
export const firstSeries = (known: readonly string[]): readonly string[] => {
  const first = known.filter((id) => SHOWN_FIRST.has(id))
  return first.length > 0 ? first : known.slice(0, SHOWN_OTHERWISE)
}

/** The rates of usage. */
export const USAGE_RATES = ['meetingJoin', 'crashFree'] as const satisfies readonly RateName[]

/** The series that are told by themselves: those that no rate of the product tells. */
export const unratedSeries = (insight: UsageInsight): UsageInsight['series'] => {
  const rated = new Set<string>(
    USAGE_RATES.flatMap((name) =>
      rateOf(name, seriesOf(insight)) === undefined ? [] : Object.values(RATES[name]),
    ),
  )
  return insight.series.filter(({ dataType }) => !rated.has(dataType))
}
