import type { Lane } from './spool-entry.js'
import type { LaneBalance } from './spool.js'

/** A cut as it is kept until it is released. */
export interface OpenCut {
  readonly lastPlace: number
  /** Random, so that no two cuts ever share a token, not even after a spool was restored from a copy. */
  readonly nonce: string
}

/** What the spool keeps of a lane beside its entries; read and written within each transaction, never held over one. */
export interface LaneState {
  readonly lane: Lane
  /** Stands for the lane in keys. */
  readonly number: number
  readonly received: number
  readonly stored: number
  readonly duplicate: number
  readonly refused: Readonly<Record<string, number>>
  /** The place of the newest report; the first report has place 1. */
  readonly lastPlace: number
  /** All reports up to this place have left. */
  readonly releasedPlace: number
  /** The open cut, which begins after `releasedPlace`. */
  readonly cut: OpenCut | null
  /** Ids remembered, ever. */
  readonly remembered: number
  /** Buckets that were swept, ever. */
  readonly sweeps: number
  /** Writes to the id log, ever. */
  readonly logged: number
}

/** A lane's state before its first report. */
export const newLaneState = (lane: Lane, number: number): LaneState => ({
  lane: { product: lane.product, category: lane.category },
  number,
  received: 0,
  stored: 0,
  duplicate: 0,
  refused: {},
  lastPlace: 0,
  releasedPlace: 0,
  cut: null,
  remembered: 0,
  sweeps: 0,
  logged: 0,
})

/** The key of a lane's state. */
export const laneKey = (lane: Lane): string => `${lane.product}/${lane.category}`

/** Counts added to counts. */
export const addCounts = (
  counts: Readonly<Record<string, number>>,
  more: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> => {
  const sum = { ...counts }
  for (const [name, count] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + count
  return sum
}

/** A lane's balance. */
export const balanceOf = (state: LaneState): LaneBalance => ({
  received: state.received,
  stored: state.stored,
  refused: state.refused,
  duplicate: state.duplicate,
  pending: state.lastPlace - state.releasedPlace,
})
