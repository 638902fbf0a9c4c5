import { crc32 } from 'node:zlib'

import { CandorError } from '@candor/practices'

const CHECKSUM_BYTES = 4

/** Values as JSON behind a checksum, so that damaged bytes are never taken for a value. */
export interface CheckedJson {
  encode(value: unknown): Buffer
  /** Throws CANDOR_SPOOL_DAMAGED where the bytes are not those that were written. */
  decode(bytes: Uint8Array): unknown
  /** Tells the database that values are decoded from bytes that stay as they are. */
  readonly needsStableBuffer: true
}

/** An object as an earlier release wrote it, without a checksum. What has one does not parse: its first bytes are no JSON. */
const readUnchecked = (held: Buffer): object | undefined => {
  if (held[0] !== '{'.charCodeAt(0)) return undefined
  try {
    return JSON.parse(held.toString('utf8')) as object
  } catch {
    return undefined
  }
}

/** The encoding of what the spool keeps. */
export const checkedJson: CheckedJson = {
  encode: (value) => {
    const text = JSON.stringify(value)
    const bytes = Buffer.allocUnsafe(CHECKSUM_BYTES + Buffer.byteLength(text))
    bytes.write(text, CHECKSUM_BYTES)
    bytes.writeUInt32LE(crc32(bytes.subarray(CHECKSUM_BYTES)), 0)
    return bytes
  },
  decode: (bytes) => {
    // The database hands out views whose `length` says how much of them counts.
    const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const json = held.subarray(CHECKSUM_BYTES)
    if (held.length < CHECKSUM_BYTES || held.readUInt32LE(0) !== crc32(json)) {
      const earlier = readUnchecked(held)
      if (earlier !== undefined) return earlier
      throw new CandorError('CANDOR_SPOOL_DAMAGED', { fault: 'a record is not what was written' })
    }
    return JSON.parse(json.toString('utf8')) as unknown
  },
  needsStableBuffer: true,
}
