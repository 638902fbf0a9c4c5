import type { DataCategory } from '@candor/practices'

import { laneKey } from '../spool/lane-state.js'
import type { Lane } from '../spool/spool-entry.js'
import { fullPace, healthOf, isResting, nextPace, type LanePace } from './lane-pace.js'
import { loadLane, type LoadOutcome } from './load-lane.js'
import type { LoaderFigures, LoaderHealth, LoaderOptions } from './loader.js'

const DEFAULT_BLOCK_ROWS = 200_000

/** Errors carry stacks and logs: a block of so many is as large as a full one of the other lanes. */
const LARGEST_BLOCK_ROWS: Readonly<Partial<Record<DataCategory, number>>> = { error: 5000 }

/** Moves lanes, each at its pace. */
export interface LaneMover {
  /** Moves blocks while there are full ones, or until nothing waits; less where the lane rests or fails. */
  move(lane: Lane, until: 'no-full-block' | 'nothing-waits'): Promise<void>
  /** Ends all rests. */
  wake(): void
  /** Begins no further block. */
  halt(): void
  /** Notes that a look was done without a failure. */
  sawNothing(): void
  figures(): LoaderFigures
  health(): LoaderHealth
}

/** A mover of lanes; the full pace is theirs at first. */
export const createLaneMover = (options: LoaderOptions): LaneMover => {
  const { spool, store, maxBlockRows = DEFAULT_BLOCK_ROWS, now = Date.now } = options
  const paces = new Map<string, LanePace>()
  const did = { blocks: 0, rows: 0, failures: 0, lastSuccessMillis: now() }
  let isHalted = false
  const note = (outcome: LoadOutcome): void => {
    if (outcome.kind === 'failed') {
      did.failures += 1
      return
    }
    did.lastSuccessMillis = now()
    if (outcome.kind !== 'moved') return
    did.blocks += 1
    did.rows += outcome.rows
  }
  return {
    move: async (lane, until) => {
      const most = Math.min(maxBlockRows, LARGEST_BLOCK_ROWS[lane.category] ?? maxBlockRows)
      for (;;) {
        const pace = paces.get(laneKey(lane)) ?? fullPace(most)
        if (isHalted || isResting(pace, now())) return
        const outcome = await loadLane(spool, store, lane, pace.maxRows)
        note(outcome)
        paces.set(laneKey(lane), nextPace(pace, outcome, most, now()))
        if (outcome.kind === 'idle' || outcome.kind === 'failed') return
        // A block that was not nearly full was all there was; the rest gathers until the next look.
        if (until === 'no-full-block' && outcome.kind === 'moved' && outcome.rows < pace.maxRows / 2) return
      }
    },
    wake: () => {
      for (const [key, pace] of paces) paces.set(key, { ...pace, restsUntil: 0 })
    },
    halt: () => {
      isHalted = true
    },
    sawNothing: () => {
      if (healthOf(paces.values()).kind === 'well') did.lastSuccessMillis = now()
    },
    figures: () => ({ ...did }),
    health: () => healthOf(paces.values()),
  }
}
