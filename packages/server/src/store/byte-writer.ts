/** Bytes that are written one after another, least significant first, into a buffer that grows. */
export interface ByteWriter {
  u8(value: number): void
  u16(value: number): void
  u32(value: number): void
  /** An integer between -2^53 and 2^53 in eight bytes. */
  i64(value: number): void
  f64(value: number): void
  /** A length in as many groups of seven bits as it needs. */
  varint(value: number): void
  /** A text as UTF-8, its length before it. */
  text(value: string): void
  /** Bytes as they are. */
  raw(bytes: Uint8Array): void
  /** A UUID as the engine keeps it: two halves of eight bytes, each reversed. */
  uuid(value: string): void
  /** What was written since the last time. */
  take(): Buffer
}

const TWO_32 = 2 ** 32
const LARGEST_GROUP = 127

const nibbles = new Uint8Array(128)
for (const digit of '0123456789abcdefABCDEF') nibbles[digit.charCodeAt(0)] = Number.parseInt(digit, 16)

/** Where the bytes of a UUID stand in its text, in the engine's order. */
const UUID_DIGITS = [16, 14, 11, 9, 6, 4, 2, 0, 34, 32, 30, 28, 26, 24, 21, 19] as const

/** A buffer that is filled from its start. */
interface Room {
  bytes: Buffer
  at: number
}

const need = (room: Room, count: number): void => {
  const { bytes, at } = room
  if (at + count <= bytes.length) return
  room.bytes = Buffer.concat([bytes.subarray(0, at)], Math.max(2 * bytes.length, at + count))
}

const writeUuid = (room: Room, value: string): void => {
  need(room, UUID_DIGITS.length)
  for (const digit of UUID_DIGITS) {
    const high = nibbles[value.charCodeAt(digit)] ?? 0
    room.bytes[room.at] = (high << 4) | (nibbles[value.charCodeAt(digit + 1)] ?? 0)
    room.at += 1
  }
}

const integerWriters = (room: Room): Pick<ByteWriter, 'u8' | 'u16' | 'u32' | 'i64' | 'varint'> => {
  const u8 = (value: number): void => {
    need(room, 1)
    room.bytes[room.at] = value
    room.at += 1
  }
  const u32 = (value: number): void => {
    need(room, 4)
    room.at = room.bytes.writeUInt32LE(value, room.at)
  }
  return {
    u8,
    u16: (value) => {
      need(room, 2)
      room.at = room.bytes.writeUInt16LE(value, room.at)
    },
    u32,
    i64: (value) => {
      const high = Math.floor(value / TWO_32)
      u32(value - high * TWO_32)
      u32(high >>> 0)
    },
    varint: (value) => {
      let rest = value
      for (; rest > LARGEST_GROUP; rest = Math.floor(rest / 128)) u8((rest % 128) | 128)
      u8(rest)
    },
  }
}

/** A writer of bytes. */
export const createByteWriter = (initialBytes = 65_536): ByteWriter => {
  const room: Room = { bytes: Buffer.allocUnsafe(initialBytes), at: 0 }
  const integers = integerWriters(room)
  return {
    ...integers,
    f64: (value) => {
      need(room, 8)
      room.at = room.bytes.writeDoubleLE(value, room.at)
    },
    text: (value) => {
      const length = Buffer.byteLength(value)
      integers.varint(length)
      need(room, length)
      room.at += room.bytes.write(value, room.at)
    },
    raw: (bytes) => {
      need(room, bytes.length)
      room.bytes.set(bytes, room.at)
      room.at += bytes.length
    },
    uuid: (value) => writeUuid(room, value),
    take: () => {
      const taken = Buffer.from(room.bytes.subarray(0, room.at))
      room.at = 0
      return taken
    },
  }
}
