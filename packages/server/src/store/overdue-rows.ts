import type { DataCategory } from '@candor/practices'
import type { Cutoff } from '../retention/retention-rules.js'
import type { Lane } from '../spool/spool-entry.js'
import type { Column } from './column.js'
import type { Engine } from './engine.js'
import { guardEngine } from './guard-engine.js'
import { identifier } from './identifiers.js'
import type { LaneLayout } from './lane-layout.js'
import { removeOldFiles, waitForMutations } from './mutations.js'
import type { Overdue, Store } from './store.js'

const DAY_MILLIS = 86_400_000

const dayText = (millis: number): string => new Date(millis).toISOString().slice(0, 10)

/** An instant as the lane's column `covers_to` is compared with it. A census report ends with the day that it holds. */
const INSTANTS: Readonly<Record<DataCategory, (endMillis: number) => string>> = {
  census: (endMillis) => `toDate('${dayText(Math.max(0, endMillis - DAY_MILLIS))}')`,
  usage: (endMillis) => `toDateTime(${Math.floor(endMillis / 1000)}, 'UTC')`,
  error: (endMillis) => `fromUnixTimestamp64Milli(toInt64(${Math.floor(endMillis)}), 'UTC')`,
}

/** The condition of rows that are over: by their end, and by the version that they were made under. */
const isOverSql = (category: DataCategory, cutoffs: readonly Cutoff[]): string => {
  const latest = Math.max(...cutoffs.map(({ endMillis }) => endMillis))
  const over = ({ endMillis }: Cutoff): string => `covers_to <= ${INSTANTS[category](endMillis)}`
  const cases = cutoffs
    .toReversed()
    .map(
      (cutoff) =>
        (cutoff.fromVersion === 0 ? '' : `practices_version >= ${cutoff.fromVersion}, `) + over(cutoff),
    )
  const byVersion = cases.length === 1 ? cases.join('') : `multiIf(${cases.join(', ')})`
  return `covered_day <= toDate('${dayText(latest)}') AND ${byVersion}`
}

/** The columns that hold a data type's values, and what was read from them to group errors. */
const columnsOf = ({ columns, grouping }: LaneLayout, dataType: string): readonly Column[] => {
  const derived = new Set([
    ...(grouping?.exceptions.includes(dataType) === true ? ['error_class', 'error_place'] : []),
    ...(grouping?.code === dataType ? ['error_code'] : []),
  ])
  return columns.filter((column) => column.dataType === dataType || derived.has(column.name))
}

const emptyOf = ({ name }: Column): string => `defaultValueOfArgumentType(${identifier(name)})`

const conditionOf = (layout: LaneLayout, { cutoffs, dataType }: Overdue): string => {
  const over = isOverSql(layout.lane.category, cutoffs)
  if (dataType === undefined) return over
  const filled = columnsOf(layout, dataType).map(
    (column) => `${identifier(column.name)} != ${emptyOf(column)}`,
  )
  return `${over} AND (${filled.join(' OR ')})`
}

interface OverduePartition {
  /** Year and month, such as 202611. */
  readonly partition: string
  readonly reports: number
}

const findOverdue = async (
  engine: Engine,
  layout: LaneLayout,
  overdue: Overdue,
): Promise<readonly OverduePartition[]> => {
  const sql =
    `SELECT toString(toYYYYMM(covered_day)) AS partition, uniqExact(report_id) AS reports FROM ${layout.table} ` +
    `WHERE ${conditionOf(layout, overdue)} GROUP BY partition ORDER BY partition`
  const rows = await engine.rows(sql, {})
  return rows.map((row) => ({ partition: String(row['partition']), reports: Number(row['reports']) }))
}

/** Whether all that a month can hold is over, so that it can be dropped at once; what comes late is refused before. */
const isWhollyOver = (partition: string, { cutoffs, dataType }: Overdue): boolean => {
  const nextMonth = Date.UTC(Number(partition.slice(0, 4)), Number(partition.slice(4)))
  return dataType === undefined && cutoffs.every(({ endMillis }) => nextMonth <= endMillis)
}

const removalOf = (layout: LaneLayout, overdue: Overdue, partition: string): string => {
  const { table } = layout
  const where = `IN PARTITION ID '${partition}' WHERE ${conditionOf(layout, overdue)}`
  if (isWhollyOver(partition, overdue)) return `ALTER TABLE ${table} DROP PARTITION ID '${partition}'`
  if (overdue.dataType === undefined) return `ALTER TABLE ${table} DELETE ${where}`
  const set = columnsOf(layout, overdue.dataType).map(
    (column) => `${identifier(column.name)} = ${emptyOf(column)}`,
  )
  return `ALTER TABLE ${table} UPDATE ${set.join(', ')} ${where}`
}

/** Month by month, so that a step that is interrupted leaves whole months done. */
const removeOverdue = async (engine: Engine, layout: LaneLayout, overdue: Overdue): Promise<void> => {
  await waitForMutations(engine, layout)
  for (const { partition } of await findOverdue(engine, layout, overdue)) {
    await engine.command(removalOf(layout, overdue, partition))
    await waitForMutations(engine, layout)
  }
  await removeOldFiles(engine, layout)
}

const isColumnThere = (layout: LaneLayout, { dataType }: Overdue): boolean =>
  dataType === undefined || columnsOf(layout, dataType).length > 0

/** What of a store is about rows and values whose time is over. */
export const createOverdueRows = (
  engine: Engine,
  layoutOf: (lane: Lane) => LaneLayout,
): Pick<Store, 'countOverdue' | 'removeOverdue' | 'oldestDay'> => ({
  countOverdue: async (lane, overdue) =>
    guardEngine(async () => {
      const layout = layoutOf(lane)
      if (!isColumnThere(layout, overdue)) return 0
      const found = await findOverdue(engine, layout, overdue)
      return found.reduce((sum, { reports }) => sum + reports, 0)
    }),
  removeOverdue: async (lane, overdue) =>
    guardEngine(async () => {
      const layout = layoutOf(lane)
      if (isColumnThere(layout, overdue)) await removeOverdue(engine, layout, overdue)
    }),
  oldestDay: async (lane) =>
    guardEngine(async () => {
      const sql = `SELECT count() AS reports, toString(min(covered_day)) AS day FROM ${layoutOf(lane).table}`
      const [row] = await engine.rows(sql, {})
      return Number(row?.['reports'] ?? 0) === 0 ? undefined : String(row?.['day'])
    }),
})
