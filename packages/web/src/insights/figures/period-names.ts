import type { Language } from '@candor/practices'

import type { PeriodName } from '../../charts/time-option.js'
import type { Period } from '../view/view.js'

const DAY_MILLIS = 86_400_000

const dateOf = (isoDate: string): Date => new Date(`${isoDate.slice(0, 10)}T00:00:00Z`)

const formats = (language: Language) => {
  const of = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options })
  return {
    day: of({ day: 'numeric', month: 'short' }),
    weekday: of({ weekday: 'short', day: 'numeric', month: 'short' }),
    month: of({ month: 'short' }),
    monthOfYear: of({ month: 'short', year: 'numeric' }),
  }
}

const nameOf = (period: Period, date: Date, format: ReturnType<typeof formats>): PeriodName => {
  switch (period) {
    case 'day':
      return { short: format.day.format(date), long: format.weekday.format(date) }
    case 'week': {
      const sunday = new Date(date.getTime() + 6 * DAY_MILLIS)
      return { short: format.day.format(date), long: format.day.formatRange(date, sunday) }
    }
    case 'month': {
      const isYearsFirst = date.getUTCMonth() === 0
      const short = isYearsFirst ? format.monthOfYear.format(date) : format.month.format(date)
      return { short, long: format.monthOfYear.format(date) }
    }
    default:
      return period satisfies never
  }
}

/** The periods as an axis and a table write them; `soFar`, where it is given, is added to the last, which is going on. */
export const periodNames = (
  period: Period,
  firstDays: readonly string[],
  language: Language,
  soFar?: string,
): readonly PeriodName[] => {
  const format = formats(language)
  return firstDays.map((day, at) => {
    const date = dateOf(day)
    if (Number.isNaN(date.getTime())) return { short: day, long: day }
    const name = nameOf(period, date, format)
    return soFar !== undefined && at === firstDays.length - 1
      ? { ...name, long: `${name.long} (${soFar})` }
      : name
  })
}
