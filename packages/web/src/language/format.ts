import type { Language } from '@candor/practices'

/** How numbers and days are written in a language. */
export interface Format {
  readonly language: Language
  /** 12,345 */
  readonly number: (value: number) => string
  /** An ISO date (UTC) as a short day: 9 Nov. */
  readonly day: (isoDate: string) => string
}

/** Numbers are grouped from four digits on in both languages, so that columns of them line up. */
export const createFormat = (language: Language): Format => {
  const numbers = new Intl.NumberFormat(language, { useGrouping: 'always' })
  const days = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return {
    language,
    number: (value) => numbers.format(value),
    day: (isoDate) => {
      const date = new Date(`${isoDate.slice(0, 10)}T00:00:00Z`)
      return Number.isNaN(date.getTime()) ? isoDate : days.format(date)
    },
  }
}
