import { list, nullable, number, object, oneOf, text, type Shape, type Shaped } from './shape.js'

/** A text in both languages. */
export const localised = object({ en: text, es: text })

/** A number a period, in the order of `periods`; null where it is hidden, or where there is nothing. */
const counts = list(nullable(number))

/** A text, or null where there is none; an empty one is none. */
const named: Shape<string | null> = (value, path) => (value === '' ? null : nullable(text)(value, path))

/** A list; none where the answer does not have it. */
const listOrNone =
  <T>(shape: Shape<T>): Shape<readonly T[]> =>
  (value, path) =>
    value === undefined ? [] : list(shape)(value, path)

const dimension = object({ id: text, label: localised })

const common = {
  product: text,
  period: oneOf(['day', 'week', 'month']),
  /** ISO dates (UTC) of the periods' first days, ascending; the last period is going on. */
  periods: list(text),
  /** ISO instant at which the figures were counted. */
  asOf: text,
  /** Groups of fewer are merged into what is not shown. */
  groupMinimum: number,
  /** What the lane can be filtered and broken down by. */
  dimensions: list(dimension),
  by: dimension,
  where: list(object({ id: text, value: text })),
  /** Groups beyond those that are answered. */
  moreGroups: number,
  /** Versions that came out within the periods, each with its day (UTC). */
  releases: list(object({ version: text, day: text })),
}

const unit = oneOf(['', 'minute', 'second'])

const distribution = object({
  dataType: text,
  label: localised,
  unit: text,
  /** Each from its lower bound to the next one's. */
  buckets: list(object({ from: number, count: number })),
  total: number,
})

/** `GET /api/insights/census`. Devices and users are distinct within a period: they do not add up over periods. */
export const censusInsight = object({
  ...common,
  category: oneOf(['census']),
  groups: list(
    object({
      value: text,
      devices: counts,
      reports: counts,
      /** A list a data type, in the order of `totals.counts`. */
      counts: list(counts),
    }),
  ),
  notShown: object({ devices: list(number) }),
  totals: object({
    devices: counts,
    newDevices: counts,
    users: counts,
    reports: counts,
    counts: list(object({ dataType: text, label: localised, values: counts })),
  }),
  /** Over 1: the keys of the user ids changed within the periods, and who was there before and after counts twice. */
  userEpochs: number,
})

/** `GET /api/insights/usage`. A number is a number of occurrences: this lane knows no device and no user. */
export const usageInsight = object({
  ...common,
  category: oneOf(['usage']),
  reports: counts,
  series: list(object({ dataType: text, label: localised, unit, values: counts })),
  groups: list(
    object({
      value: text,
      reports: counts,
      /** A list a data type, in the order of `series`. */
      series: list(counts),
    }),
  ),
  notShown: object({ reports: list(number) }),
  features: list(object({ dataType: text, label: localised, values: list(object({ value: text, counts })) })),
  distributions: list(distribution),
})

/** `GET /api/insights/error`. */
export const errorInsight = object({
  ...common,
  category: oneOf(['error']),
  reports: counts,
  groups: list(
    object({
      /** The fingerprint, or the value of another dimension, whose groups have no type, place or code. */
      value: text,
      type: named,
      place: named,
      code: named,
      /** Of all periods asked for. */
      affectedUsers: nullable(number),
      firstDay: nullable(text),
      lastDay: nullable(text),
      /** regressed: it was resolved, and came again. */
      state: oneOf(['open', 'resolved', 'regressed', 'ignored']),
      reports: counts,
    }),
  ),
  userEpochs: number,
  /** Of measurements, such as those of the network. */
  distributions: listOrNone(distribution),
})

/** What census tells of some periods. */
export type CensusInsight = Shaped<typeof censusInsight>
/** What usage tells of some periods. */
export type UsageInsight = Shaped<typeof usageInsight>
/** What error reporting tells of some periods. */
export type ErrorInsight = Shaped<typeof errorInsight>
/** What the answers of all lanes have. */
export type InsightFrame = Pick<CensusInsight, keyof typeof common> & {
  readonly category: 'census' | 'usage' | 'error'
}
/** How often a measure was in which range. */
export type Distribution = Shaped<typeof distribution>
