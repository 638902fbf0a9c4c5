import type { DataCategory, Practices } from '@candor/practices'

import { identifier } from '../store/identifiers.js'
import type { LaneSource } from '../store/store.js'
import type { Dimension } from './dimensions.js'
import { typesOfKinds, type NamedType, type OfKind } from './lane-types.js'
import type { Period } from './periods.js'
import { EPOCH, halfOf, type Read } from './sql.js'
import { WITHIN_DAYS } from './window.js'

/** A lane whose cells are counted. */
export interface CountedLane {
  readonly practices: Practices
  readonly dimensions: readonly Dimension[]
  readonly source: LaneSource
}

/** Cells that are read of a period at most; the smallest ones beyond are counted as one, of which all is hidden. */
export const MOST_CELLS = 100_000

/** Words of a labelled count that are read at most, the most frequent ones. */
const MOST_WORDS = 1000

/** Names of the counts and durations that cells add up, in the order of the practices. */
export const amountsOf = (
  practices: Practices,
  category: DataCategory,
): readonly NamedType<OfKind<'count' | 'duration'>>[] =>
  typesOfKinds(practices, category, ['count', 'duration'])

const within = ({ first, last }: Period): Read['parameters'] => ({ first, last })

const totals = (practices: Practices, category: DataCategory): string =>
  amountsOf(practices, category)
    .map(({ name }, at) => `, sum(${identifier(name)}) AS total_${at}`)
    .join('')

const sums = (practices: Practices, category: DataCategory): string =>
  amountsOf(practices, category)
    .map((_, at) => `, sum(total_${at}) AS total_${at}`)
    .join('')

const list = (dimensions: readonly Dimension[], each: (dimension: Dimension, at: number) => string): string =>
  dimensions.map(each).join(', ')

const names = (dimensions: readonly Dimension[]): string => list(dimensions, (_, at) => `dim_${at}`)

/** The device of a census report; where it has none its user stands for it, or the report itself. */
const deviceOf = (practices: Practices): string => {
  const [device] = typesOfKinds(practices, 'census', ['device-id'])
  const [user] = typesOfKinds(practices, 'census', ['twice-hashed-user-id'])
  const ids = [device, user].flatMap((type) => (type === undefined ? [] : [halfOf(type.name)]))
  return [...ids, halfOf('report_id')].reduceRight((rest, id) => `if(${id} != 0, ${id}, ${rest})`)
}

const userOf = (practices: Practices): string => {
  const [user] = typesOfKinds(practices, 'census', ['twice-hashed-user-id'])
  return user === undefined ? 'toUInt64(0)' : halfOf(user.name)
}

/** When a report came, for argMax: by its day, and among those of one day always the same one. */
const LATEST = `bitOr(bitShiftLeft(toUInt64(covered_day), 48), bitShiftRight(${halfOf('report_id')}, 16))`

/**
 * Rows: dim_0, ..., people, devices, report_count, total_0, ... Each device counts once, with what it reported last in the
 * period, and is new if it reported nothing earlier. People are counted so that nobody is in two cells: a device without a
 * user is one, and a user with several devices counts with one of them. What a device reported is one number of 64 bits
 * until cells are counted, which takes a fraction of the memory.
 */
export const planCensusCells = ({ practices, dimensions, source }: CountedLane, period: Period): Read => {
  const device = deviceOf(practices)
  const columns = dimensions.flatMap(({ column }) => column ?? [])
  const cell = `cityHash64(${columns.join(', ')})`
  const earlier = `SELECT ${device} FROM ${source.stored} PREWHERE covered_day < {first:Date}`
  const devices =
    `SELECT ${device} AS device, argMax(${cell}, ${LATEST}) AS cell, argMax(${userOf(practices)}, ${LATEST}) AS user_half, ` +
    `count() AS device_reports${totals(practices, 'census')} FROM ${source.once} ${WITHIN_DAYS} GROUP BY device`
  const counted =
    `SELECT cell, device NOT IN (${earlier}) AS is_new, countIf(is_person) AS people, count() AS devices, ` +
    `sum(device_reports) AS report_count${sums(practices, 'census')} ` +
    `FROM (SELECT *, user_half = 0 OR device = min(device) OVER (PARTITION BY user_half) AS is_person FROM (${devices})) ` +
    `GROUP BY cell, is_new`
  const named = dimensions.flatMap(({ column }, at) =>
    column === undefined ? [] : [`any(${column}) AS name_${at}`],
  )
  const cells = `SELECT ${cell} AS cell, ${named.join(', ')} FROM ${source.stored} ${WITHIN_DAYS} GROUP BY cell`
  const values = list(dimensions, ({ column }, at) =>
    column === undefined ? `if(is_new, 'new', 'returning') AS dim_${at}` : `name_${at} AS dim_${at}`,
  )
  const amounts = amountsOf(practices, 'census').map((_, at) => `, total_${at}`)
  const sql =
    `SELECT ${values}, people, devices, report_count${amounts.join('')} ` +
    `FROM (${counted}) AS counted INNER JOIN (${cells}) AS cells USING cell`
  return { sql, parameters: within(period) }
}

/** Rows: dim_0, ..., people, report_count, total_0, ... Usage knows neither devices nor people: its reports stand for them. */
export const planUsageCells = ({ practices, dimensions, source }: CountedLane, period: Period): Read => ({
  sql:
    `SELECT ${list(dimensions, ({ column }, at) => `${column} AS dim_${at}`)}, count() AS people, ` +
    `count() AS report_count${totals(practices, 'usage')} FROM ${source.once} ${WITHIN_DAYS} ` +
    `GROUP BY ${names(dimensions)}`,
  parameters: within(period),
})

const userHalf = (practices: Practices): string => {
  const [user] = typesOfKinds(practices, 'error', ['service-hashed-user-id'])
  return halfOf(user?.name ?? 'report_id')
}

/**
 * Rows: dim_0, ..., people, users, report_count. Users are counted once for each fingerprint, people once in all, so that
 * nobody is in two cells. Where the lane has no user id, its reports stand for them.
 */
export const planErrorCells = ({ practices, dimensions, source }: CountedLane, period: Period): Read => {
  const half = userHalf(practices)
  const once = (by: string): string => `row_number() OVER (PARTITION BY ${by} ORDER BY report_id) = 1`
  const rows =
    `SELECT ${list(dimensions, ({ column }, at) => `${column} AS dim_${at}`)}, ${half} AS user_half, ` +
    `${once(half)} AS is_person, ${once(`error_fingerprint, ${half}`)} AS is_user FROM ${source.once} ${WITHIN_DAYS}`
  const sql =
    `SELECT ${names(dimensions)}, countIf(is_person AND user_half != 0) AS people, ` +
    `countIf(is_user AND user_half != 0) AS users, count() AS report_count ` +
    `FROM (${rows}) GROUP BY ${names(dimensions)}`
  return { sql, parameters: within(period) }
}

/** One row: users: the distinct users of all groups of errors but those named. */
export const planOtherUsers = (
  { practices, source }: CountedLane,
  period: Period,
  fingerprints: readonly string[],
): Read => ({
  sql:
    `SELECT uniqExact(${userHalf(practices)}) AS users FROM ${source.stored} ${WITHIN_DAYS} ` +
    `WHERE ${userHalf(practices)} != 0 AND NOT has({fingerprints:Array(String)}, error_fingerprint)`,
  parameters: { ...within(period), fingerprints },
})

/** The largest of a plan's cells. */
export const planLargest = ({ sql, parameters }: Read, dimensions: readonly Dimension[]): Read => ({
  sql: `${sql} ORDER BY people DESC, ${names(dimensions)} LIMIT ${MOST_CELLS}`,
  parameters,
})

/** The sum of a plan's cells, those beyond MOST_CELLS too: one row, without dimensions. */
export const planWhole = ({ sql, parameters }: Read, columns: readonly string[]): Read => {
  const summed = columns.map((column) => `sum(${column}) AS ${column}`).join(', ')
  return { sql: `SELECT ${summed} FROM (${sql})`, parameters }
}

/** Rows: covered_day, stored_rows, id_check: they change whenever rows come or go. */
export const planCheck = (
  { source }: CountedLane,
  { first, last }: Pick<Period, 'first' | 'last'>,
): Read => ({
  sql:
    `SELECT toString(covered_day) AS day, count() AS stored_rows, toString(groupBitXor(${halfOf('report_id')})) AS id_check ` +
    `FROM ${source.stored} ${WITHIN_DAYS} GROUP BY covered_day`,
  parameters: { first, last },
})

/** One row: users (distinct), user_epochs; of census, where it has a user id. */
export const planUsers = ({ practices, source }: CountedLane, period: Period): Read | undefined => {
  const [user] = typesOfKinds(practices, 'census', ['twice-hashed-user-id'])
  if (user === undefined) return undefined
  return {
    sql:
      `SELECT uniqExactIf(user_half, user_half != 0) AS users, uniqExactIf(epoch, user_half != 0) AS user_epochs ` +
      `FROM (SELECT ${halfOf(user.name)} AS user_half, ${EPOCH} AS epoch FROM ${source.stored} ${WITHIN_DAYS})`,
    parameters: within(period),
  }
}

/** Rows: word, word_reports, word_total: how often each word of a labelled count was counted, and in how many reports. */
export const planWords = ({ source }: CountedLane, period: Period, name: string): Read => ({
  sql:
    `SELECT word, count() AS word_reports, sum(word_count) AS word_total FROM (SELECT ${identifier(name)} AS counts ` +
    `FROM ${source.once} ${WITHIN_DAYS}) ARRAY JOIN mapKeys(counts) AS word, mapValues(counts) AS word_count ` +
    `GROUP BY word ORDER BY word_total DESC, word LIMIT ${MOST_WORDS}`,
  parameters: within(period),
})

/** One row: bucket_reports, buckets: how often each bucket of a distribution was counted, and in how many reports. */
export const planBuckets = ({ source }: CountedLane, period: Period, name: string): Read => ({
  sql:
    `SELECT countIf(notEmpty(${identifier(name)})) AS bucket_reports, sumMap(${identifier(name)}) AS buckets ` +
    `FROM ${source.once} ${WITHIN_DAYS}`,
  parameters: within(period),
})
