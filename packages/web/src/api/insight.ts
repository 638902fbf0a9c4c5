import { list, nullable, number, object, oneOf, text, type Shape, type Shaped } from './shape.js'

/** A text in both languages. */
export const localised = object({ en: text, es: text })

/** Numbers a day, in the order of `days`; null where a small group is not shown. */
const dailyOrHidden = list(nullable(number))
const daily = list(number)

/** A text, or null where there is none; an empty one is none. */
const named: Shape<string | null> = (value, path) => (value === '' ? null : nullable(text)(value, path))

const common = {
  product: text,
  /** ISO dates (UTC), ascending. */
  days: list(text),
}

/** `GET /api/insights/census`. */
export const censusInsight = object({
  ...common,
  category: oneOf(['census']),
  /** Groups of fewer devices are left out. */
  groupMinimum: number,
  by: object({ dataType: text, label: localised }),
  groups: list(
    object({
      value: text,
      reports: dailyOrHidden,
      devices: dailyOrHidden,
      totalReports: nullable(number),
      totalDevices: nullable(number),
    }),
  ),
  suppressedGroups: number,
  totals: object({
    reports: nullable(number),
    devices: nullable(number),
    users: nullable(number),
    /** Over 1: the keys of the user ids changed in the period, and who was there before and after counts twice. */
    userEpochs: number,
    counts: list(object({ dataType: text, label: localised, total: nullable(number) })),
  }),
})

/** `GET /api/insights/usage`. A number is a number of occurrences: this lane knows no device and no user. */
export const usageInsight = object({
  ...common,
  category: oneOf(['usage']),
  series: list(
    object({
      dataType: text,
      label: localised,
      unit: oneOf(['', 'minute', 'second']),
      values: daily,
      total: number,
    }),
  ),
  reports: daily,
})

/** `GET /api/insights/error`. */
export const errorInsight = object({
  ...common,
  category: oneOf(['error']),
  /** Groups of fewer affected users are left out. */
  groupMinimum: number,
  groups: list(
    object({
      fingerprint: text,
      type: named,
      place: named,
      code: named,
      reports: number,
      affectedUsers: nullable(number),
      firstDay: text,
      lastDay: text,
      values: dailyOrHidden,
    }),
  ),
  suppressedGroups: number,
  /** Over 1: the keys of the user ids changed in the period, and who was there before and after counts twice. */
  userEpochs: number,
  reports: daily,
})

/** What census tells of a period. */
export type CensusInsight = Shaped<typeof censusInsight>
/** What usage tells of a period. */
export type UsageInsight = Shaped<typeof usageInsight>
/** What error reporting tells of a period. */
export type ErrorInsight = Shaped<typeof errorInsight>
