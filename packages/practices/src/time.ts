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

/** A lane's time in milliseconds since 1970 (UTC), or undefined where it has another form or more precision than the lane allows. */
export const parseTime = (category: DataCategory, value: unknown): number | undefined => {
  if (typeof value !== 'string' || value.length > 30 || !FORMS[category].test(value)) return undefined
  const day = value.slice(0, 10)
  const hour = value.slice(11, 13)
  const millis = Date.parse(category === 'usage' ? `${day}T${hour}:00:00Z` : value)
  return Number.isNaN(millis) || new Date(millis).toISOString().slice(0, 10) !== day ? undefined : millis
}
