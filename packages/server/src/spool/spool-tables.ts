import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'

import { CandorError } from '@candor/practices'
import { open, type Database, type RootDatabase } from 'lmdb'

import type { EpochMark } from '../pseudonym/known-epochs.js'
import { openQuarantineTables, type QuarantineTables } from '../quarantine/quarantine-tables.js'
import { checkedJson } from './checked-json.js'
import { codeOfDatabaseFault } from './database-faults.js'
import type { LaneState } from './lane-state.js'
import { recordCodec } from './record-codec.js'
import type { ReportColumns } from './report-columns.js'

/** What a spool is, beside what it holds. */
export interface SpoolIdentity {
  /** Random 32 bits that spread report ids over buckets in a way that no sender can foresee. */
  readonly seed: number
}

/** The files of a spool: one environment, one list per purpose. */
export interface SpoolTables {
  readonly root: RootDatabase
  readonly identity: SpoolIdentity
  /** The epochs that its pseudonyms, or those of what went through it, are of; under one key. */
  readonly epochs: Database<readonly EpochMark[], string>
  /** Days that a report's id is remembered. */
  readonly rememberDays: number
  /** By `product/category`. */
  readonly lanes: Database<LaneState, string>
  /** Reports that wait, by lane and the place of the last of a record. */
  readonly entries: Database<ReportColumns, Buffer>
  /** Records that could not be stored, kept aside as they were. */
  readonly aside: Database<Buffer, Buffer>
  /** The same, decoded. */
  readonly asideEntries: Database<ReportColumns, Buffer>
  /** Lately remembered ids by lane and time of writing, before they are sorted into buckets. */
  readonly idLog: Database<Buffer, Buffer>
  /** Remembered ids by lane, bucket and generation. */
  readonly idBuckets: Database<Buffer, Buffer>
  /** What is kept of refused reports. */
  readonly quarantine: QuarantineTables
  /** Empty; what is written over free pages. */
  readonly filler: Database<Buffer, number>
  /** Every list of the file but the filler's. */
  readonly lists: readonly Pick<Database, 'getStats' | 'getKeys' | 'getBinary' | 'put'>[]
}

const identify = (about: Database<SpoolIdentity, string>): SpoolIdentity =>
  about.transactionSync(() => {
    const known = about.get('identity')
    if (known !== undefined) return known
    const made = { seed: randomBytes(4).readUInt32LE() }
    about.putSync('identity', made)
    return made
  })

const openFiles = (folder: string): RootDatabase => {
  try {
    // Without batches by turns of the event loop: the promises of those are nobody's, and one that fails ends the process.
    return open({ path: folder, overlappingSync: false, eventTurnBatching: false, maxDbs: 12, cache: false })
  } catch (cause) {
    throw new CandorError(codeOfDatabaseFault(cause), { folder }, { cause })
  }
}

/** Opens a spool's files; a commit answers when it is flushed to disk. Throws CANDOR_SPOOL_DAMAGED. */
export const openSpoolTables = (folder: string, rememberDays: number): SpoolTables => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const root = openFiles(folder)
  const checked = { cache: false, encoder: checkedJson } as const
  const records = { keyEncoding: 'binary', cache: false, encoder: recordCodec } as const
  const bytes = { keyEncoding: 'binary', encoding: 'binary' } as const
  const about = root.openDB<SpoolIdentity, string>('about', { encoding: 'json' })
  const tables = {
    lanes: root.openDB<LaneState, string>('lanes', checked),
    entries: root.openDB<ReportColumns, Buffer>('entries', records),
    aside: root.openDB<Buffer, Buffer>('aside', bytes),
    idLog: root.openDB<Buffer, Buffer>('id-log', bytes),
    idBuckets: root.openDB<Buffer, Buffer>('id-buckets', bytes),
  }
  const quarantine = openQuarantineTables(root)
  return {
    root,
    rememberDays,
    identity: identify(about),
    epochs: root.openDB<readonly EpochMark[], string>('about', { encoding: 'json' }),
    ...tables,
    asideEntries: root.openDB<ReportColumns, Buffer>('aside', records),
    quarantine,
    filler: root.openDB<Buffer, number>('filler', { keyEncoding: 'uint32', encoding: 'binary' }),
    lists: [
      about,
      tables.lanes,
      tables.entries,
      tables.aside,
      tables.idLog,
      tables.idBuckets,
      quarantine.groups,
      quarantine.kept,
      quarantine.totals,
    ],
  }
}
