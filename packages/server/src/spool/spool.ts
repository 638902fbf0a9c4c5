import type { DataCategory } from '@candor/practices'

import type { PartHealth } from '../health/health-figures.js'
import type { DiskRoom } from '../admission/disk.js'
import type {
  GroupRecord,
  KeptReport,
  QuarantineGroup,
  QuarantineNote,
  QuarantineTotals,
} from '../quarantine/quarantine.js'
import type { EpochMark } from '../pseudonym/known-epochs.js'
import type { ReportColumns } from './report-columns.js'
import type { AppendOutcome, Lane, ReportMatch, SpoolEntry, Tally } from './spool-entry.js'

/** What became of a lane's reports. At all times received = stored + refused + duplicate + pending. */
export interface LaneBalance {
  readonly received: number
  readonly stored: number
  /** Refused reports by code. */
  readonly refused: Readonly<Record<string, number>>
  readonly duplicate: number
  readonly pending: number
}

/** The balance of every lane, by category. */
export type Conservation = Readonly<Record<DataCategory, LaneBalance>>

/** Reports that were written together. A place is a report's number in its lane, counted from 1 and never used twice. */
export interface SpoolRecord {
  readonly kind: 'record'
  /** The place of its last report. */
  readonly place: number
  /** Reports in it. */
  readonly rows: number
  readonly columns: ReportColumns
}

/** A record that cannot be read or stored: it is kept aside, and its reports count as refused with the code. */
export interface PoisonedRecord {
  readonly kind: 'poisoned'
  /** The place of its last report. */
  readonly place: number
  /** Reports of it that count as refused. */
  readonly rows: number
  readonly code: string
  /** The reports that were refused, where the others of the record were stored. Missing: all of its reports were. */
  readonly refused?: readonly SpoolEntry[]
}

/** The run of places that is moved to the store as one block. It stays as it was cut until it is released. */
export interface Cut {
  readonly lane: Lane
  readonly firstPlace: number
  readonly lastPlace: number
  readonly rows: number
  /** new: nobody tried to store it. found: an earlier attempt may have stored all or a part of it. */
  readonly origin: 'new' | 'found'
  /** Names the block for all times: the lane, the places and a random part. */
  readonly token: string
}

/** A report that the quarantine keeps, and its group. */
export interface KeptPlace {
  readonly group: QuarantineGroup
  readonly report: KeptReport
}

/** What the spool keeps of refused reports. */
export interface QuarantineShelf {
  /** The groups of a product, those seen last first. */
  groups(product: string): readonly GroupRecord[]
  totals(product: string): QuarantineTotals
  /** The reports that are kept in a group. */
  kept(group: QuarantineGroup): readonly KeptReport[]
  /** Moves a kept report from refused to pending, in one step; `gone` where it is no longer kept. */
  readmit(place: KeptPlace, entry: SpoolEntry): Promise<AppendOutcome | 'gone'>
  /** Removes a kept report; it stays refused. */
  discard(place: KeptPlace): Promise<void>
  /** Removes the kept reports of a product that match; they stay refused. Answers how many. */
  purge(product: string, matches: (report: KeptReport, record: GroupRecord) => boolean): Promise<number>
  /** Removes the groups of a product that match; their reports stay refused. Answers how many. */
  clear(product: string, matches: (record: GroupRecord) => boolean): Promise<number>
}

/** The durable queue between admission and the loader. Several processes may use one folder. */
export interface Spool {
  /**
   * Appends a request's reports and counts; one outcome per report, in order. Resolves when both are durable (fsync).
   * An entry without reports only counts. Throws CANDOR_INTERNAL where `received` is not the reports and the refused
   * ones together, CANDOR_SPOOL_FULL where the disk has no room, and CANDOR_SPOOL_DAMAGED where the files are not what
   * was written. What is noted of refused reports is durable with them.
   */
  append(
    entry: SpoolEntry,
    tally: Tally,
    notes?: readonly QuarantineNote[],
  ): Promise<readonly AppendOutcome[]>
  readonly quarantine: QuarantineShelf
  /** The lanes that have entries waiting. */
  waiting(): readonly Lane[]
  /** The lanes of which reports were moved to the store, ever. */
  storedLanes(): readonly Lane[]
  /** The open cut of a lane, or a new one of at most `maxRows` reports (at least one record); undefined where none waits. */
  cut(lane: Lane, maxRows: number): Promise<Cut | undefined>
  /** Ends an open cut earlier: at the place of one of its records. */
  shorten(cut: Cut, lastPlace: number): Promise<Cut>
  /** The records of a cut, in order. */
  read(cut: Cut): Iterable<SpoolRecord | PoisonedRecord>
  /** Closes a cut: deletes its records, and moves its reports from pending to stored, those of the poisoned ones to refused. */
  release(cut: Cut, poisoned: readonly PoisonedRecord[]): Promise<void>
  /** Resolves when all that was appended before is durable. */
  settled(): Promise<void>
  /** How many reports of a lane match, of those that wait or were set aside. */
  count(lane: Lane, matches: ReportMatch): number
  /** Removes the reports that match from what was set aside; answers how many. */
  purgeAside(lane: Lane, matches: ReportMatch): Promise<number>
  /** The epochs of pseudonyms that were noted last; empty where none were. */
  epochs(): readonly EpochMark[]
  /** Notes them durably; a copy of the spool has them too. */
  noteEpochs(epochs: readonly EpochMark[]): Promise<void>
  /** The balance of a product's lanes, or of all products together. */
  conservation(product?: string): Conservation
  /** Records that are kept aside because they could not be stored. */
  setAside(): number
  /** failing: the last append did not succeed, and the disk has no room yet or nothing was appended since. */
  health(): PartHealth
  /**
   * Deletes remembered ids that were received longer ago than `rememberDays` (at most a sixteenth later), in one small
   * step; answers how many, and 0 when nothing is old any more. To be called daily until it answers 0.
   */
  forget(nowMillis: number): Promise<number>
  /** Writes over what was deleted: the files keep it otherwise until they need its place for something else. */
  scrub(): Promise<void>
  /** Writes a copy of all that is durable now into an empty folder. */
  copy(folder: string): Promise<void>
  /** Waits for what is under way and closes the files. */
  close(): Promise<void>
}

/** How a spool is opened. */
export interface SpoolOptions {
  /** Where its files are; made where it does not exist (mode 0700). */
  readonly folder: string
  /** Days that a report's id is remembered after it was received. Default 60; longer than a client keeps a report. */
  readonly rememberDays?: number
  /** Asks for the room of the disk. Default: that of the folder's disk. */
  readonly readRoom?: () => DiskRoom
  /** Milliseconds since 1970. Default Date.now. */
  readonly now?: () => number
  /** A clock that never goes back, in milliseconds. Default performance.now. */
  readonly steadyNow?: () => number
}
