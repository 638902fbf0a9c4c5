import type { Language } from '@candor/practices'

import type { UsageInsight } from '../api/insight.js'
import type { DailySeries } from '../charts/daily-series.js'
import { seriesSlots } from '../theme/series-slots.js'

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

/** The counts and durations of usage as series, in the order of the practices. */
export const usageSeries = (
  { series }: UsageInsight,
  language: Language,
  units: Readonly<Record<'minute' | 'second', string>>,
): readonly DailySeries[] => {
  const slots = seriesSlots(series.map(({ dataType }) => dataType))
  return series.map(({ dataType, label, unit, values, total }) => ({
    id: dataType,
    label: label[language],
    values,
    total,
    unit: unit === '' ? '' : units[unit],
    slot: slots.get(dataType) ?? 0,
  }))
}

/** The series that are shown until a person chooses. */
export const firstSeries = (known: readonly string[]): readonly string[] => {
  const first = known.filter((id) => SHOWN_FIRST.has(id))
  return first.length > 0 ? first : known.slice(0, SHOWN_OTHERWISE)
}
