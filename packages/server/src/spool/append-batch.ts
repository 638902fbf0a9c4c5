import { createIdMemory, type IdMemory } from './id-memory.js'
import { createLaneDraft, type LaneDraft } from './lane-draft.js'
import { laneKey, newLaneState, type LaneState } from './lane-state.js'
import type { AppendOutcome, Lane, SpoolEntry, Tally } from './spool-entry.js'
import type { SpoolTables } from './spool-tables.js'

/** A request that waits for its transaction. */
export interface Append {
  readonly entry: SpoolEntry
  readonly tally: Tally
}

/** The id memories of the lanes, by the lane's number. */
export interface IdMemories {
  of(lane: number): IdMemory
  /** Drops what is held, where a transaction failed and it may be ahead of the disk. */
  drop(): void
}

/** Id memories that are made when they are first needed. */
export const createIdMemories = (tables: SpoolTables): IdMemories => {
  const memories = new Map<number, IdMemory>()
  return {
    of: (lane) => {
      const held = memories.get(lane)
      if (held) return held
      const made = createIdMemory(tables, lane)
      memories.set(lane, made)
      return made
    },
    drop: () => memories.clear(),
  }
}

const openLane = (tables: SpoolTables, lane: Lane): LaneState =>
  tables.lanes.get(laneKey(lane)) ?? newLaneState(lane, [...tables.lanes.getKeys()].length + 1)

/** Takes in requests within a transaction: checks and remembers ids, writes entries and counts. */
export const appendBatch = (
  tables: SpoolTables,
  memories: IdMemories,
  appends: readonly Append[],
): readonly (readonly AppendOutcome[])[] => {
  const drafts = new Map<string, LaneDraft>()
  const draftOf = (lane: Lane): LaneDraft => {
    const drafted = drafts.get(laneKey(lane))
    if (drafted) return drafted
    const state = openLane(tables, lane)
    if (state.received === 0) void tables.lanes.put(laneKey(lane), state)
    const ids = memories.of(state.number)
    ids.catchUp(state)
    const draft = createLaneDraft(tables, state, ids)
    drafts.set(laneKey(lane), draft)
    return draft
  }
  const outcomes = appends.map(({ entry, tally }) => draftOf(entry).take(entry, tally))
  for (const draft of drafts.values()) draft.write()
  return outcomes
}
