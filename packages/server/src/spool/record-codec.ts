import { crc32 } from 'node:zlib'
import { CandorError } from '@candor/practices'
import { checkedJson } from './checked-json.js'
import { decodeColumn, encodeColumn, type ColumnForm, type EncodedColumn } from './column-codec.js'
import { ID_BYTES } from './id-bytes.js'
import { columnsOf, type EntryHead, type ReportColumns } from './report-columns.js'
import type { SpoolEntry } from './spool-entry.js'

/** What stands in front of a record's columns, as JSON. */
interface RecordHead {
  readonly rows: number
  readonly heads: readonly EntryHead[]
  /** Name, form, bytes, and the words where it has some; the own columns first, which have fixed places. */
  readonly columns: readonly (readonly [string, ColumnForm, number, readonly string[] | null])[]
}

/** What a record begins with: its checksum, the version of the form, and the length of its head. */
const PLACES = { checksum: 0, version: 4, headLength: 5, head: 9 } as const

/** No JSON begins with it, so that records of earlier releases are told apart. */
const VERSION = 1

/** The columns that every record has, before those of the data types. */
const OWN_COLUMNS = 4

const damaged = (): CandorError =>
  new CandorError('CANDOR_SPOOL_DAMAGED', { fault: 'a record is not what was written' })

const encodeAll = (columns: ReportColumns): readonly (readonly [string, EncodedColumn])[] => [
  ['head', encodeColumn(columns.headAt)],
  ['from', encodeColumn(columns.fromMillis)],
  ['to', encodeColumn(columns.toMillis)],
  ['decision', encodeColumn(columns.decisions)],
  ...[...columns.data].map(([name, values]) => [name, encodeColumn(values)] as const),
]

const encodeRecord = (columns: ReportColumns): Buffer => {
  const encoded = encodeAll(columns)
  const head: RecordHead = {
    rows: columns.rows,
    heads: columns.heads,
    columns: encoded.map(([name, { form, bytes, words }]) => [name, form, bytes.length, words ?? null]),
  }
  const headBytes = Buffer.from(JSON.stringify(head))
  const front = Buffer.alloc(PLACES.head)
  front[PLACES.version] = VERSION
  front.writeUInt32LE(headBytes.length, PLACES.headLength)
  const record = Buffer.concat([front, headBytes, columns.ids, ...encoded.map(([, { bytes }]) => bytes)])
  record.writeUInt32LE(crc32(record.subarray(PLACES.version)), PLACES.checksum)
  return record
}

const decodeColumns = (record: Buffer): ReportColumns => {
  const headEnd = PLACES.head + record.readUInt32LE(PLACES.headLength)
  const head = JSON.parse(record.toString('utf8', PLACES.head, headEnd)) as RecordHead
  const { rows, heads } = head
  let at = headEnd + rows * ID_BYTES
  const decoded = head.columns.map(([name, form, length, words]) => {
    const bytes = record.subarray(at, at + length)
    at += length
    return [name, decodeColumn(form, bytes, words ?? [])] as const
  })
  const own = (place: number): readonly unknown[] => decoded[place]?.[1] ?? []
  return {
    rows,
    heads,
    // A copy: the record's bytes belong to the database.
    ids: Uint8Array.from(record.subarray(headEnd, headEnd + rows * ID_BYTES)),
    headAt: own(0) as readonly number[],
    fromMillis: own(1) as readonly number[],
    toMillis: own(2) as readonly number[],
    decisions: own(3) as ReportColumns['decisions'],
    data: new Map(decoded.slice(OWN_COLUMNS)),
  }
}

/** The encoding of the reports that wait: columns behind a checksum. Reads what earlier releases wrote as JSON too. */
export const recordCodec = {
  encode: encodeRecord,
  /** Throws CANDOR_SPOOL_DAMAGED where the bytes are not those that were written. */
  decode: (bytes: Uint8Array): ReportColumns => {
    // The database hands out views whose `length` says how much of them counts.
    const record = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    if (record[PLACES.version] !== VERSION)
      return columnsOf(checkedJson.decode(bytes) as readonly SpoolEntry[])
    if (record.readUInt32LE(PLACES.checksum) !== crc32(record.subarray(PLACES.version))) throw damaged()
    return decodeColumns(record)
  },
  /** Tells the database that values are decoded from bytes that stay as they are. */
  needsStableBuffer: true,
} as const
