import { randomUUID } from 'node:crypto'

import { CandorError } from '@candor/practices'

import { entryKey, placeOf } from './keys.js'
import { addCounts, laneKey, type LaneState, type OpenCut } from './lane-state.js'
import { columnsOf } from './report-columns.js'
import type { Lane } from './spool-entry.js'
import type { Cut, PoisonedRecord } from './spool.js'
import type { SpoolTables } from './spool-tables.js'

const cutFrom = (state: LaneState, { lastPlace, nonce }: OpenCut, origin: Cut['origin']): Cut => {
  const firstPlace = state.releasedPlace + 1
  return {
    lane: state.lane,
    firstPlace,
    lastPlace,
    rows: lastPlace - state.releasedPlace,
    origin,
    token: `${laneKey(state.lane)}/${firstPlace}-${lastPlace}/${nonce}`,
  }
}

const keepCut = (tables: SpoolTables, state: LaneState, lastPlace: number): OpenCut => {
  const cut = { lastPlace, nonce: randomUUID() }
  void tables.lanes.put(laneKey(state.lane), { ...state, cut })
  return cut
}

/** The place of the last record that fits into so many rows, or of the first record where none fits. */
const endOfCut = (tables: SpoolTables, { number, releasedPlace }: LaneState, maxRows: number): number => {
  const [before, after] = [entryKey(number, releasedPlace), entryKey(number, releasedPlace + maxRows)]
  for (const key of tables.entries.getKeys({ start: after, end: before, reverse: true, limit: 1 }))
    return placeOf(key)
  for (const key of tables.entries.getKeys({ start: after, limit: 1 })) return placeOf(key)
  throw new CandorError('CANDOR_INTERNAL', { fault: 'the spool counts reports that it does not hold' })
}

/** The open cut of a lane or a new one, within a transaction. */
export const openCut = (tables: SpoolTables, lane: Lane, maxRows: number): Cut | undefined => {
  const state = tables.lanes.get(laneKey(lane))
  if (state === undefined || state.lastPlace === state.releasedPlace) return undefined
  if (state.cut !== null) return cutFrom(state, state.cut, 'found')
  return cutFrom(state, keepCut(tables, state, endOfCut(tables, state, maxRows)), 'new')
}

const stateOfCut = (tables: SpoolTables, cut: Cut): LaneState => {
  const state = tables.lanes.get(laneKey(cut.lane))
  if (
    state === undefined ||
    state.releasedPlace + 1 !== cut.firstPlace ||
    state.cut?.lastPlace !== cut.lastPlace
  ) {
    throw new CandorError('CANDOR_INTERNAL', { fault: 'the cut is not the open one', token: cut.token })
  }
  return state
}

/** Ends an open cut earlier, within a transaction. */
export const shortenCut = (tables: SpoolTables, cut: Cut, lastPlace: number): Cut => {
  const state = stateOfCut(tables, cut)
  return cutFrom(state, keepCut(tables, state, lastPlace), 'found')
}

const countPoisoned = (poisoned: readonly PoisonedRecord[]): Readonly<Record<string, number>> =>
  poisoned.reduce<Readonly<Record<string, number>>>(
    (counts, { code, rows }) => addCounts(counts, { [code]: rows }),
    {},
  )

/** Deletes a cut's entries and counts its reports, within a transaction. */
export const releaseCut = (tables: SpoolTables, cut: Cut, poisoned: readonly PoisonedRecord[]): void => {
  const state = stateOfCut(tables, cut)
  const refused = countPoisoned(poisoned)
  const refusedRows = Object.values(refused).reduce((sum, count) => sum + count, 0)
  for (const { place, refused: entries } of poisoned) {
    const key = entryKey(state.number, place)
    const bytes = tables.entries.getBinary(key)
    if (entries) void tables.asideEntries.put(key, columnsOf(entries))
    else if (bytes) void tables.aside.put(key, bytes)
  }
  const range = {
    start: entryKey(state.number, cut.firstPlace),
    end: entryKey(state.number, cut.lastPlace + 1),
  }
  const keys = [...tables.entries.getKeys(range)]
  for (const key of keys) void tables.entries.remove(key)
  void tables.lanes.put(laneKey(cut.lane), {
    ...state,
    stored: state.stored + cut.rows - refusedRows,
    refused: addCounts(state.refused, refused),
    releasedPlace: cut.lastPlace,
    cut: null,
  })
}
