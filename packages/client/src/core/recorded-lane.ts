import type { DataCategory } from '@candor/practices'

import type { KeptReport } from './kept-report.js'
import type { LaneStore } from './lane-store.js'
import type { LaneValues } from './lane-values.js'
import type { Services } from './services.js'

/** What a lane has recorded: saved at short intervals, and made into reports when an interval ends. */
export interface RecordedLane {
  /** Looks again which data types are collected. */
  refresh(): void
  /** Keeps what was recorded since the last time. */
  save(): void
  /** Takes out what was recorded and not kept yet. The answer records it again, as far as it is collected then. */
  cut(): () => void
  /** Makes reports of what has grown long enough. */
  end(isOver: (report: KeptReport) => boolean): void
  /** The app may end: what grows is left to whoever is next, also this app itself. */
  readonly leave?: () => void
  /** The app is running: census says so, even where nothing is counted. */
  readonly begin?: () => void
  /** Milliseconds until there is something to send; undefined where nothing was recorded. */
  dueInMillis(): number | undefined
}

/** What a lane records with. */
export interface LaneParts {
  readonly category: DataCategory
  readonly intervalMillis: number
  readonly store: LaneStore
  readonly values: LaneValues
  readonly services: Services
  /** Called whenever something was recorded. */
  readonly touch: () => void
  /** Whether the app records after closing, which is counted. */
  readonly isLate: () => boolean
}
