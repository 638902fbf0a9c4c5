/** Places, sweeps and sequence numbers are written in six bytes: enough for 281 trillion. */
const NUMBER_BYTES = 6

/** The key of an entry: its lane, and the place of its last report. */
export const entryKey = (lane: number, place: number): Buffer => {
  const key = Buffer.allocUnsafe(2 + NUMBER_BYTES)
  key.writeUInt16BE(lane, 0)
  key.writeUIntBE(place, 2, NUMBER_BYTES)
  return key
}

/** The place in the key of an entry. */
export const placeOf = (key: Uint8Array): number => Buffer.from(key).readUIntBE(2, NUMBER_BYTES)

/** The key of lately remembered ids: their lane, the sweeps done when they were written, and a sequence number. */
export const logKey = (lane: number, sweeps: number, sequence: number): Buffer => {
  const key = Buffer.allocUnsafe(2 + 2 * NUMBER_BYTES)
  key.writeUInt16BE(lane, 0)
  key.writeUIntBE(sweeps, 2, NUMBER_BYTES)
  key.writeUIntBE(sequence, 2 + NUMBER_BYTES, NUMBER_BYTES)
  return key
}

/** The key of a bucket's ids: their lane, bucket and generation, and the sweep that wrote them. */
export const bucketKey = (lane: number, bucket: number, generation: number, sweep: number): Buffer => {
  const key = Buffer.allocUnsafe(2 + 2 + 4 + NUMBER_BYTES)
  key.writeUInt16BE(lane, 0)
  key.writeUInt16BE(bucket, 2)
  key.writeUInt32BE(generation, 4)
  key.writeUIntBE(sweep, 8, NUMBER_BYTES)
  return key
}
