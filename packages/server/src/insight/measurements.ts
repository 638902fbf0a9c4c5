import type { Row } from '../store/engine.js'
import { identifier } from '../store/identifiers.js'
import { typesOfKinds } from './lane-types.js'
import { mergeBuckets } from './merge-buckets.js'
import type { CountedLane } from './plan-cells.js'
import type { Period } from './periods.js'
import { halfOf, numberIn, textIn, type Read } from './sql.js'
import { WITHIN_DAYS } from './window.js'

/** Stands for reports of a lane that do not have a figure. */
const MISSING = -1

/** The measurements of errors that the practices name: of each data type each figure. */
const figuresOf = ({ practices }: Pick<CountedLane, 'practices'>) =>
  typesOfKinds(practices, 'error', ['measurements']).flatMap(({ name, label, type }) =>
    Object.entries(type.figures).map(([figure, unit]) => ({ name, label, figure, unit })),
  )

/**
 * Rows: data_type, figure, bucket (its lower bound: 0, or a power of two; -1 for reports without the figure), users
 * (distinct), reports. undefined where the practices have no measurements. Where the lane has no user id, its reports stand for the users.
 */
export const planMeasurements = (
  { practices, source }: CountedLane,
  span: Pick<Period, 'first' | 'last'>,
): Read | undefined => {
  const figures = figuresOf({ practices })
  if (figures.length === 0) return undefined
  const [user] = typesOfKinds(practices, 'error', ['service-hashed-user-id'])
  const tuples = figures.map(({ name }, at) => {
    const value = `${identifier(name)}[{figure_${at}:String}]`
    const bucket = `if(${value} < 1, 0, exp2(floor(log2(${value}))))`
    return `({type_${at}:String}, {figure_${at}:String}, if(mapContains(${identifier(name)}, {figure_${at}:String}), ${bucket}, ${MISSING}))`
  })
  const rows =
    `SELECT ${halfOf(user?.name ?? 'report_id')} AS half, arrayJoin([${tuples.join(', ')}]) AS measured ` +
    `FROM ${source.once} ${WITHIN_DAYS}`
  const named = figures.flatMap(({ name, figure }, at) => [
    [`type_${at}`, name] as const,
    [`figure_${at}`, figure] as const,
  ])
  return {
    sql:
      `SELECT measured.1 AS data_type, measured.2 AS figure, measured.3 AS bucket, uniqExact(half) AS users, count() AS reports ` +
      `FROM (${rows}) GROUP BY data_type, figure, bucket ORDER BY bucket`,
    parameters: { first: span.first, last: span.last, ...Object.fromEntries(named) },
  }
}

/**
 * How often each measurement fell into which range. A figure that all but a few users' reports have is not shown at all: that
 * it is fewer than all reports would tell of those few.
 */
export const answerMeasurements = (
  lane: Pick<CountedLane, 'practices'>,
  rows: readonly Row[],
  least: number,
) =>
  figuresOf(lane).map(({ name, label, figure, unit }) => {
    const own = rows.filter((row) => textIn(row, 'data_type') === name && textIn(row, 'figure') === figure)
    const counted = own.map((row) => ({
      from: numberIn(row, 'bucket'),
      users: numberIn(row, 'users'),
      count: numberIn(row, 'reports'),
    }))
    const missing = counted.find(({ from }) => from === MISSING)
    const tellsOfFew = missing !== undefined && missing.users < least
    const buckets = tellsOfFew
      ? []
      : mergeBuckets(
          counted.filter(({ from }) => from !== MISSING),
          least,
        )
    return {
      dataType: `${name}.${figure}`,
      label: { en: `${label.en}: ${figure}`, es: `${label.es}: ${figure}` },
      unit,
      buckets,
      total: buckets.reduce((sum, { count }) => sum + count, 0),
    }
  })
