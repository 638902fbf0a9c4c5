import { keepNotes } from '../quarantine/keep-notes.js'
import type { QuarantineNote } from '../quarantine/quarantine.js'
import { createIdMemory, type IdMemory } from './id-memory.js'
import { createLaneDraft, type LaneDraft } from './lane-draft.js'
import { laneKey, newLaneState, type LaneState } from './lane-state.js'
import type { AppendOutcome, Lane, SpoolEntry, Tally } from './spool-entry.js'
import type { SpoolTables } from './spool-tables.js'

/** A request that waits for its transaction. */
export interface Append {
  readonly entry: SpoolEntry
  readonly tally: Tally
  /** What is kept of its refused reports. */
  readonly notes: readonly QuarantineNote[]
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

/** The drafts upon the lanes that a transaction changes. */
export interface Drafts {
  of(lane: Lane): LaneDraft
  write(): void
}

/** Drafts that are opened when they are first needed. */
export const openDrafts = (tables: SpoolTables, memories: IdMemories): Drafts => {
  const drafts = new Map<string, LaneDraft>()
  return {
    of: (lane) => {
      const drafted = drafts.get(laneKey(lane))
      if (drafted) return drafted
      const state = openLane(tables, lane)
      if (state.received === 0) void tables.lanes.put(laneKey(lane), state)
      const ids = memories.of(state.number)
      ids.catchUp(state)
      const draft = createLaneDraft(tables, state, ids)
      drafts.set(laneKey(lane), draft)
      return draft
    },
    write: () => {
      for (const draft of drafts.values()) draft.write()
    },
  }
}

/** Takes in requests within a transaction: checks and remembers ids, writes entries, counts, and notes what was refused. */
export const appendBatch = (
  tables: SpoolTables,
  memories: IdMemories,
  appends: readonly Append[],
): readonly (readonly AppendOutcome[])[] => {
  const drafts = openDrafts(tables, memories)
  const outcomes = appends.map(({ entry, tally }) => drafts.of(entry).take(entry, tally))
  drafts.write()
  for (const { notes } of appends) keepNotes(tables.quarantine, notes)
  return outcomes
}
