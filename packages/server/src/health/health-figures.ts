import type { DataCategory, ErrorCode } from '@candor/practices'

/** Whether a part does its work: well, or failing since an instant (milliseconds since 1970) for the reason of a code. */
export type PartHealth =
  | { readonly kind: 'well' }
  | { readonly kind: 'failing'; readonly since: number; readonly code: ErrorCode }

/** The room on the disk of the data folder, in bytes. */
export interface DiskFigures {
  readonly freeBytes: number
  readonly totalBytes: number
  /** With less free than this the error lane answers 503. */
  readonly errorsStopBelowBytes: number
  /** With less free than this every lane answers 503. */
  readonly allStopBelowBytes: number
}

/** Whether the machine's clock went back since the service started, or between its last write and its start. */
export type ClockHealth =
  | { readonly kind: 'well' }
  | {
      readonly kind: 'went-back'
      /** How far, in milliseconds. */
      readonly byMillis: number
      /** When it was noticed, by the clock that went back; milliseconds since 1970. */
      readonly at: number
    }

/** A collector process beside the main one. */
export interface WorkerFigures {
  readonly process: number
  readonly state: 'starts' | 'serves'
  /** How often it was started again after it ended by itself. */
  readonly restarts: number
}

/** Whether the machine's clock is too far ahead to delete anything by it. */
export type ClockAhead =
  | { readonly kind: 'well' }
  | {
      readonly kind: 'went-ahead'
      /** How far, in milliseconds. */
      readonly byMillis: number
      /** When it was noticed, by the clock that is ahead; milliseconds since 1970. */
      readonly at: number
    }

/** What can be told of a running service's health; `/readyz`, `/metrics` and `candor doctor` read it. */
export interface HealthFigures {
  /** failing with CANDOR_SPOOL_FULL: the disk has no room, reports are answered with 503. */
  readonly spool: PartHealth
  /** failing: reports wait in the spool since then, and acknowledgements go on. */
  readonly loader: PartHealth
  /** Reports that wait in the spool, by category. */
  readonly pending: Readonly<Record<DataCategory, number>>
  /** Parts of tables that the engine found broken when it opened them: their reports are missing in all figures (CANDOR_STORE_DAMAGED). */
  readonly brokenParts: number
  /** Records that could not be stored and are kept aside. */
  readonly setAside: number
  readonly disk: DiskFigures
  readonly clock: ClockHealth | ClockAhead
  /** failing: the file changed and cannot be used; the keys that were read before stay in use. */
  readonly keyring: PartHealth
  /** Empty where one process does everything. */
  readonly workers: readonly WorkerFigures[]
}

/** Whether the service can take reports now: a store that is down does not matter, a full spool does. */
export const isReady = ({ spool }: HealthFigures): boolean => spool.kind === 'well'
