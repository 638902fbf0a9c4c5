import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { DataCategory, Practices } from '@candor/practices'

import { laneKey } from '../spool/lane-state.js'
import type { Row } from '../store/engine.js'
import type { Store } from '../store/store.js'
import { countPeriod, type CountedPeriod, type LaneToCount } from './count-period.js'
import { dimensionsOf } from './dimensions.js'
import { typesOfKinds } from './lane-types.js'
import { openPeriodFolder, type CountedFrom, type PeriodFolder } from './period-folder.js'
import type { Period } from './periods.js'
import { planCheck } from './plan-cells.js'
import { NO_CELLS } from './release/cell-table.js'
import { numberIn, textIn, type Read } from './sql.js'

/** The counts of some periods. */
export interface KnownPeriods {
  readonly lane: LaneToCount
  readonly periods: readonly CountedPeriod[]
  /** When the oldest of the counts that may have changed since was made; milliseconds since 1970. */
  readonly asOfMillis: number
}

/** Counts periods, and keeps the counts until reports come or go. */
export interface CountedPeriods {
  /** Counts some periods, and all that were counted before, where they have changed. */
  refresh(practices: Practices, category: DataCategory, periods: readonly Period[]): Promise<void>
  /** The counts of some periods. Those that cost little to count are of this moment, others may be some seconds old. */
  read(practices: Practices, category: DataCategory, periods: readonly Period[]): Promise<KnownPeriods>
}

/** What counting and keeping work with. */
export interface CountedPeriodsOptions {
  readonly store: Pick<Store, 'query' | 'source'>
  /** Where counts are kept. */
  readonly folder: string
  /** Those who must stand behind a number. */
  readonly least: number
  readonly now: () => number
  /** Milliseconds of a clock that is never set. */
  readonly steadyNow: () => number
}

/** Of the form of the files: counts of another form are made anew. */
const FORM = 2

/** Counting may take this part of the time: one of so many. */
const SHARE = 5

/** How long a question waits for counts to be made anew where there are some. */
const PATIENCE_MILLIS = 150

/** Cells that are held in memory at most, beside those of the last answer. */
const MOST_CELLS_HELD = 500_000

/** Kinds of data types that are counted beside the dimensions. */
const COUNTED_KINDS = ['count', 'duration', 'labelled-count', 'distribution'] as const

const EMPTY = '0:'

interface LaneState {
  readonly folder: PeriodFolder
  readonly from: Map<string, CountedFrom>
  readonly held: Map<string, CountedPeriod>
  nextCheckMillis: number
  checkedMillis: number
  running: Promise<void> | undefined
}

const keyOf = ({ kind, first }: Period): string => `${kind} ${first}`

/** What a period's reports are like: how many, and a check of their ids. */
const sourceOf = (days: readonly Row[], { first, last }: Period): string => {
  const within = days.filter((row) => textIn(row, 'day') >= first && textIn(row, 'day') <= last)
  const rows = within.reduce((sum, row) => sum + numberIn(row, 'stored_rows'), 0)
  return rows === 0 ? EMPTY : `${rows}:${within.map((row) => textIn(row, 'id_check')).join('-')}`
}

const layoutOf = ({ practices, category, dimensions }: LaneToCount, least: number): string =>
  JSON.stringify([
    FORM,
    least,
    dimensions.map(({ id }) => id),
    typesOfKinds(practices, category, COUNTED_KINDS).map(({ name }) => name),
  ])

const emptyPeriod = ({ dimensions }: LaneToCount): CountedPeriod => ({
  cuts: dimensions.map(() => []),
  cross: NO_CELLS,
  userEpochs: 0,
})

const openState = (folder: string): LaneState => {
  const opened = openPeriodFolder(folder)
  return {
    folder: opened,
    from: new Map(opened.list().map((from) => [keyOf(from.period), from])),
    held: new Map(),
    nextCheckMillis: -Infinity,
    checkedMillis: 0,
    running: undefined,
  }
}

/** Holds counts in memory, and lets the oldest ones go. */
const hold = ({ held }: LaneState, key: string, counts: CountedPeriod): void => {
  held.delete(key)
  held.set(key, counts)
  let cells = 0
  for (const [other, { cross }] of [...held].toReversed()) {
    cells += cross.cells
    if (cells > MOST_CELLS_HELD && other !== key) held.delete(other)
  }
}

/** A lane with what is known of its periods. */
interface Work {
  readonly lane: LaneToCount
  readonly state: LaneState
  readonly options: CountedPeriodsOptions
}

const reading =
  ({ store }: CountedPeriodsOptions) =>
  async ({ sql, parameters }: Read) =>
    store.query(sql, parameters)

const count = async ({ lane, state, options }: Work, from: CountedFrom): Promise<void> => {
  const key = keyOf(from.period)
  if (from.source === EMPTY) {
    state.held.delete(key)
    state.folder.remove(from.period)
  } else {
    const counts = await countPeriod(lane, from.period, { least: options.least, read: reading(options) })
    await state.folder.write(from, counts)
    hold(state, key, counts)
  }
  state.from.set(key, from)
}

/** From the first to the last day of some periods. */
const spanOf = (periods: readonly Period[]): Pick<Period, 'first' | 'last'> => {
  const days = periods.flatMap(({ first, last }) => [first, last]).toSorted()
  return { first: days[0] ?? '', last: days.at(-1) ?? '' }
}

/** Looks which of some periods have changed, and counts those. */
const refresh = async (work: Work, asked: readonly Period[]): Promise<void> => {
  const { lane, state, options } = work
  const { now, steadyNow, least } = options
  const startedMillis = steadyNow()
  const countedMillis = now()
  const rows = await reading(options)(planCheck(lane, spanOf(asked)))
  const layout = layoutOf(lane, least)
  for (const period of asked) {
    const key = keyOf(period)
    const source = sourceOf(rows, period)
    const known = state.from.get(key)
    if (known?.source === source && known.layout === layout) continue
    await count(work, { period, layout, source, countedMillis })
  }
  state.checkedMillis = countedMillis
  state.nextCheckMillis = steadyNow() + SHARE * (steadyNow() - startedMillis)
}

/** One refresh of a lane at a time. */
const refreshInTurn = async (work: Work, asked: readonly Period[]): Promise<void> => {
  const { state } = work
  while (state.running !== undefined) await state.running.catch(() => undefined)
  state.running = refresh(work, asked)
  try {
    await state.running
  } finally {
    state.running = undefined
  }
}

/** Brings what was asked for up to date: all that was never counted, and the rest as far as it takes little time. */
const bringUp = async (work: Work, asked: readonly Period[]): Promise<void> => {
  const { lane, state, options } = work
  const layout = layoutOf(lane, options.least)
  const isKnown = (): boolean => asked.every((period) => state.from.get(keyOf(period))?.layout === layout)
  while (!isKnown()) await refreshInTurn(work, asked)
  if (state.running === undefined && options.steadyNow() < state.nextCheckMillis) return
  const refreshed = (state.running ?? refreshInTurn(work, asked)).catch(() => undefined)
  const over = new AbortController()
  await Promise.race([
    refreshed,
    pause(PATIENCE_MILLIS, undefined, { ref: false, signal: over.signal }).catch(() => undefined),
  ])
  over.abort()
}

const countsOf = ({ lane, state }: Work, period: Period): CountedPeriod => {
  const key = keyOf(period)
  if (state.from.get(key)?.source === EMPTY) return emptyPeriod(lane)
  const counts = state.held.get(key) ?? state.folder.read(period)
  if (counts === undefined) {
    // The file is gone or spoiled: it is counted anew with the next question.
    state.from.delete(key)
    return emptyPeriod(lane)
  }
  hold(state, key, counts)
  return counts
}

/** Creates the counts of a store's periods. */
export const createCountedPeriods = (options: CountedPeriodsOptions): CountedPeriods => {
  const states = new Map<string, LaneState>()
  const workOf = (practices: Practices, category: DataCategory): Work => {
    const key = laneKey({ product: practices.product, category })
    const state = states.get(key) ?? openState(join(options.folder, key))
    states.set(key, state)
    const source = options.store.source({ product: practices.product, category })
    const lane = { practices, category, dimensions: dimensionsOf(practices, category), source }
    return { lane, state, options }
  }
  return {
    refresh: async (practices, category, periods) => {
      const work = workOf(practices, category)
      const kept = [...work.state.from.values()].map(({ period }) => period)
      const all = new Map([...periods, ...kept].map((period) => [keyOf(period), period]))
      await refreshInTurn(work, [...all.values()])
    },
    read: async (practices, category, periods) => {
      const work = workOf(practices, category)
      await bringUp(work, periods)
      const counts = periods.map((period) => countsOf(work, period))
      return { lane: work.lane, periods: counts, asOfMillis: work.state.checkedMillis }
    },
  }
}
