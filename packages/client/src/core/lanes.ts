import type { DataCategory } from '@candor/practices'

import type { Accumulator } from './accumulator.js'
import type { ErrorLane } from './error-lane.js'
import type { LaneStore } from './lane-store.js'
import type { RecordedLane } from './recorded-lane.js'
import type { Schedule } from './schedule.js'
import type { Sender } from './sender.js'

/** A lane with all that a report passes on its way. */
export interface OpenLane<L extends RecordedLane = RecordedLane> {
  readonly category: DataCategory
  readonly store: LaneStore
  readonly lane: L
  readonly sender: Sender
  readonly schedule: Schedule
}

/** The lanes of a client. */
export interface Lanes {
  readonly census: OpenLane<Accumulator>
  readonly usage: OpenLane<Accumulator>
  readonly error: OpenLane<ErrorLane>
  readonly all: readonly OpenLane[]
}
