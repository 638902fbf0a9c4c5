import type { DataCategory } from '@candor/practices'

import type { Row } from '../store/engine.js'
import { nestingOf } from './dimensions.js'
import { typesOfKinds } from './lane-types.js'
import {
  amountsOf,
  MOST_CELLS,
  planCensusCells,
  planErrorCells,
  planLargest,
  planOtherUsers,
  planUsageCells,
  planBuckets,
  planUsers,
  planWhole,
  planWords,
  type CountedLane,
} from './plan-cells.js'
import type { Period } from './periods.js'
import { addUp, smallest, type Cell } from './release/cell.js'
import { tableOf } from './release/cell-table.js'
import { cutOf, hideValue, type Cut } from './release/cut.js'
import { release, type Released } from './release/release.js'
import { numberIn, numbersByKeyIn, textIn, type Read } from './sql.js'

/** A lane to be counted. */
export interface LaneToCount extends CountedLane {
  readonly category: DataCategory
}

/** The counts of a period that may be seen. */
export interface CountedPeriod extends Released {
  /** Distinct users of all the period; only where they are not fewer than the minimum. */
  readonly users?: number
  readonly userEpochs: number
  /** Of usage: how often each word of a labelled count was counted, by data type. */
  readonly words?: Tally
  /** Of usage: how often each bucket of a distribution was counted, by data type; a bucket is named by its lower bound. */
  readonly buckets?: Tally
}

/** Counts of words, by data type. */
export type Tally = Readonly<Record<string, readonly (readonly [string, number])[]>>

type ReadRows = (read: Read) => Promise<readonly Row[]>

/** What counting works with. */
export interface Counting {
  /** Those who must stand behind a number. */
  readonly least: number
  readonly read: ReadRows
}

const PLANS = { census: planCensusCells, usage: planUsageCells, error: planErrorCells } as const

/** The columns that a cell adds up, in the order of its amounts. */
const amountColumns = ({
  practices,
  category,
}: Pick<LaneToCount, 'practices' | 'category'>): readonly string[] => [
  ...(category === 'census' ? ['devices'] : []),
  'report_count',
  ...(category === 'error' ? [] : amountsOf(practices, category).map((_, at) => `total_${at}`)),
]

const cellOf = (row: Row, dimensions: number, columns: readonly string[]): Cell => ({
  values: Array.from({ length: dimensions }, (_, at) => textIn(row, `dim_${at}`)),
  size: numberIn(row, 'people'),
  amounts: columns.map((column) => numberIn(row, column)),
})

/** What is read of more cells than are read one by one: as one cell of which all is hidden. */
const restOf = (cells: readonly Cell[], whole: Row, columns: readonly string[]): Cell => {
  const read = addUp(cells)
  return {
    values: (cells[0]?.values ?? []).map(() => null),
    size: numberIn(whole, 'people') - read.size,
    amounts: columns.map((column, at) => numberIn(whole, column) - (read.amounts[at] ?? 0)),
  }
}

const readCells = async (
  lane: LaneToCount,
  plan: Read,
  read: ReadRows,
): Promise<{ readonly cells: readonly Cell[]; readonly rows: readonly Row[] }> => {
  const columns = amountColumns(lane)
  const rows = await read(planLargest(plan, lane.dimensions))
  const cells = rows.map((row) => cellOf(row, lane.dimensions.length, columns))
  if (rows.length < MOST_CELLS) return { cells, rows }
  const [whole = {}] = await read(planWhole(plan, ['people', ...columns]))
  return { cells: [...cells, restOf(cells, whole, columns)], rows }
}

/**
 * The groups of errors that may be seen: a user counts in each group of theirs, so that those in small groups are counted
 * apart, and where they are too few the smallest group that is shown is hidden too.
 */
const groupsCut = async (
  lane: LaneToCount,
  period: Period,
  { cells, rows }: Awaited<ReturnType<typeof readCells>>,
  { least, read }: Counting,
): Promise<Cut> => {
  const place = lane.dimensions.findIndex(({ id }) => id === 'fingerprint')
  const byUsers = cells.map((cell, at) => ({ ...cell, size: numberIn(rows[at] ?? {}, 'users') }))
  const cut = cutOf(tableOf(byUsers), place, least)
  const shown = cut.filter(({ values }) => values[0] !== null)
  if (shown.length === cut.length) return cut
  const named = shown.flatMap(({ values: [value] }) => value ?? [])
  const [others = {}] = await read(planOtherUsers(lane, period, named))
  if (numberIn(others, 'users') >= least) return cut
  const value = smallest(shown)?.values[0]
  return typeof value === 'string' ? hideValue(cut, value) : cut
}

const tally = async (
  lane: LaneToCount,
  kind: 'labelled-count' | 'distribution',
  count: (name: string) => Promise<Tally[string]>,
): Promise<Tally> => {
  const types = typesOfKinds(lane.practices, 'usage', [kind])
  return Object.fromEntries(
    await Promise.all(types.map(async ({ name }) => [name, await count(name)] as const)),
  )
}

/** Labelled counts and distributions: each word, and each distribution, that enough reports hold. */
const tallyUsage = async (lane: LaneToCount, period: Period, { least, read }: Counting) => ({
  words: await tally(lane, 'labelled-count', async (name) =>
    (await read(planWords(lane, period, name)))
      .filter((row) => numberIn(row, 'word_reports') >= least)
      .map((row) => [textIn(row, 'word'), numberIn(row, 'word_total')] as const),
  ),
  buckets: await tally(lane, 'distribution', async (name) =>
    (await read(planBuckets(lane, period, name)))
      .filter((row) => numberIn(row, 'bucket_reports') >= least)
      .flatMap((row) => numbersByKeyIn(row, 'buckets')),
  ),
})

/** The users of all the period, where they are enough, and the epochs of their pseudonyms. */
const countUsers = async (lane: LaneToCount, period: Period, { least, read }: Counting) => {
  const plan = planUsers(lane, period)
  const [counted = {}] = plan === undefined ? [] : await read(plan)
  const users = numberIn(counted, 'users')
  return { ...(users >= least && { users }), userEpochs: numberIn(counted, 'user_epochs') }
}

/** Counts a period of a lane, and releases of it what at least `least` stand behind. */
export const countPeriod = async (
  lane: LaneToCount,
  period: Period,
  counting: Counting,
): Promise<CountedPeriod> => {
  const { dimensions, category } = lane
  const found = await readCells(lane, PLANS[category](lane, period), counting.read)
  const released = release(found.cells, nestingOf(dimensions), counting.least)
  if (category === 'census') return { ...released, ...(await countUsers(lane, period, counting)) }
  if (released.total === undefined) return { ...released, userEpochs: 0 }
  if (category === 'usage')
    return { ...released, userEpochs: 0, ...(await tallyUsage(lane, period, counting)) }
  const groups = await groupsCut(lane, period, found, counting)
  const cuts = released.cuts.map((cut, at) => (dimensions[at]?.id === 'fingerprint' ? groups : cut))
  return { ...released, cuts, userEpochs: 0 }
}
