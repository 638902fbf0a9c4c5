import type { DataCategory } from './category.js'

const DAY_MILLIS = 86_400_000
const HOUR_MILLIS = 3_600_000

/** The precision of each lane's times, in milliseconds: days in census, hours in usage, instants in errors. */
export const PRECISION_MILLIS = {
  census: DAY_MILLIS,
  usage: HOUR_MILLIS,
  error: 1,
} as const satisfies Readonly<Record<DataCategory, number>>

const FORMS = {
  census: /^\d{4}-\d\d-\d\d$/,
  usage: /^\d{4}-\d\d-\d\dT\d\d(:00(:00(\.0{1,3})?)?)?Z?$/,
  error: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/,
} as const satisfies Readonly<Record<DataCategory, RegExp>>

/** An instant as a lane writes it: `2026-11-22`, `2026-11-22T14:00:00Z` or `2026-11-22T14:03:22.117Z` (always UTC). */
export const formatTime = (category: DataCategory, millis: number): string => {
  const precision = PRECISION_MILLIS[category]
  const iso = new Date(Math.floor(millis / precision) * precision).toISOString()
  if (category === 'census') return iso.slice(0, 10)
  return category === 'usage' ? iso.replace('.000Z', 'Z') : iso
}

const ZERO = 48

/** The number that digits of a text write; as its characters, since texts and numbers made for it would cost several times as much. */
const numberIn = (text: string, from: number, end: number): number => {
  let number = 0
  for (let at = from; at < end; at += 1) number = number * 10 + text.charCodeAt(at) - ZERO
  return number
}

const parse = (category: DataCategory, value: unknown): number | undefined => {
  if (typeof value !== 'string' || value.length > 30 || !FORMS[category].test(value)) return undefined
  const year = numberIn(value, 0, 4)
  const day = numberIn(value, 8, 10)
  const hour = category === 'census' ? 0 : numberIn(value, 11, 13)
  const isInstant = category === 'error'
  const minute = isInstant ? numberIn(value, 14, 16) : 0
  const second = isInstant ? numberIn(value, 17, 19) : 0
  if (hour > 23 || minute > 59 || second > 59) return undefined
  // Digits after the third are cut off.
  const part = isInstant ? Number(value.slice(20, 23).replace('Z', '').padEnd(3, '0')) : 0
  const millis = Date.UTC(year, numberIn(value, 5, 7) - 1, day, hour, minute, second, part)
  const date = new Date(millis)
  // A day that the month does not have would be another day.
  return date.getUTCDate() === day && date.getUTCFullYear() === year ? millis : undefined
}

interface Known {
  text: unknown
  millis: number | undefined
}

/** Reports that come together are mostly of one day or hour. */
const last: Readonly<Record<DataCategory, Known>> = {
  census: { text: undefined, millis: undefined },
  usage: { text: undefined, millis: undefined },
  error: { text: undefined, millis: undefined },
}

/** A lane's time in milliseconds since 1970 (UTC), or undefined where it has another form or more precision than the lane allows. */
export const parseTime = (category: DataCategory, value: unknown): number | undefined => {
  const known = last[category]
  if (value === known.text) return known.millis
  const millis = parse(category, value)
  if (millis !== undefined) {
    known.text = value
    known.millis = millis
  }
  return millis
}
