import type { LogLine } from '@candor/practices'

import type { ByteWriter } from './byte-writer.js'
import type { ColumnValues } from './column.js'
import type { ColumnType } from './column-type.js'

/** The version of the dictionary layout, and the flags of a block: it brings its own keys. */
const DICTIONARY_VERSION = 1
const OWN_KEYS = 0x600

const DAY_MILLIS = 86_400_000
const MAX_DAY = 65_535
const MAX_SECONDS = 4_294_967_295
const ZERO_UUID = '00000000-0000-0000-0000-000000000000'

const TWO_32 = 2 ** 32
/** Of a place in a half of eight bytes, all bits. */
const HALF_END = 7

const clamp = (value: number, max: number): number => Math.min(Math.max(Math.floor(value), 0), max)
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The types that hold a dictionary somewhere; its version stands before all else. */
const WITH_DICTIONARY: ReadonlySet<ColumnType> = new Set([
  'word',
  'counts-by-word',
  'numbers-by-word',
  'words-by-word',
  'log-lines',
])

/** How wide the indices into a dictionary of so many texts are, as the layout numbers the widths. */
const indexWidth = (dictionarySize: number): 0 | 1 | 2 => {
  if (dictionarySize <= 256) return 0
  return dictionarySize <= 65_536 ? 1 : 2
}

const INDEX_LISTS = [Uint8Array, Uint16Array, Uint32Array] as const

/** Numbers as the machine has them: it must be one that keeps the least significant byte first, as all that Node runs on do. */
const bytesOf = ({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

/** The places of texts among the different ones. Neighbours are often equal, which spares looking them up. */
const indexWords = (words: readonly unknown[]) => {
  const dictionary = new Map<string, number>([['', 0]])
  const places = new Uint32Array(words.length)
  let [last, place] = ['', 0]
  for (let at = 0; at < words.length; at += 1) {
    const word = textOf(words[at])
    if (word !== last) {
      last = word
      place = dictionary.get(word) ?? dictionary.size
      if (place === dictionary.size) dictionary.set(word, place)
    }
    places[at] = place
  }
  return { dictionary, places }
}

/** Texts as a dictionary of the different ones and an index for each. Nothing where there are none. */
const writeWords = (out: ByteWriter, words: readonly unknown[]): void => {
  if (words.length === 0) return
  const { dictionary, places } = indexWords(words)
  const width = indexWidth(dictionary.size)
  out.i64(OWN_KEYS | width)
  out.i64(dictionary.size)
  for (const word of dictionary.keys()) out.text(word)
  out.i64(words.length)
  out.raw(bytesOf(INDEX_LISTS[width].from(places)))
}

/** Whole numbers between 0 and 2^53 in eight bytes each. */
const writeCounts = (out: ByteWriter, values: readonly unknown[]): void => {
  const halves = new Uint32Array(2 * values.length)
  for (let at = 0; at < values.length; at += 1) {
    const value = clamp(numberOf(values[at]), Number.MAX_SAFE_INTEGER)
    halves[2 * at] = value
    if (value >= TWO_32) halves[2 * at + 1] = value / TWO_32
  }
  out.raw(bytesOf(halves))
}

/** Ids that are bytes already: each half of eight is reversed. */
const reverseHalves = (ids: Uint8Array): Uint8Array => {
  const reversed = new Uint8Array(ids.length)
  for (let at = 0; at < ids.length; at += 1) reversed[at] = ids[at ^ HALF_END] ?? 0
  return reversed
}

const writeOffsets = (out: ByteWriter, lengths: readonly number[]): void => {
  let offset = 0
  for (const length of lengths) {
    offset += length
    out.i64(offset)
  }
}

const writeMap =
  (writeValue: (out: ByteWriter, value: unknown) => void) =>
  (out: ByteWriter, values: readonly unknown[]): void => {
    const maps = values.map((value) => Object.entries((value ?? {}) as Readonly<Record<string, unknown>>))
    writeOffsets(
      out,
      maps.map(({ length }) => length),
    )
    const entries = maps.flat()
    writeWords(
      out,
      entries.map(([key]) => key),
    )
    for (const [, value] of entries) writeValue(out, value)
  }

const writeLogs = (out: ByteWriter, values: readonly unknown[]): void => {
  const logs = values.map((value) => (value ?? []) as readonly LogLine[])
  writeOffsets(
    out,
    logs.map(({ length }) => length),
  )
  const lines = logs.flat()
  for (const { beforeMillis } of lines) out.i64(beforeMillis)
  writeWords(
    out,
    lines.map(({ level }) => level),
  )
  for (const { message } of lines) out.text(message)
}

const each =
  (write: (out: ByteWriter, value: unknown) => void) =>
  (out: ByteWriter, values: readonly unknown[]): void => {
    for (const value of values) write(out, value)
  }

const WRITERS: Readonly<Record<ColumnType, (out: ByteWriter, values: readonly unknown[]) => void>> = {
  date: (out, values) =>
    out.raw(bytesOf(Uint16Array.from(values, (value) => clamp(numberOf(value) / DAY_MILLIS, MAX_DAY)))),
  'date-time': (out, values) =>
    out.raw(bytesOf(Uint32Array.from(values, (value) => clamp(numberOf(value) / 1000, MAX_SECONDS)))),
  instant: each((out, value) => out.i64(Math.floor(numberOf(value)))),
  version: (out, values) =>
    out.raw(bytesOf(Uint32Array.from(values, (value) => clamp(numberOf(value), MAX_SECONDS)))),
  count: writeCounts,
  amount: (out, values) => out.raw(bytesOf(Float64Array.from(values, numberOf))),
  uuid: each((out, value) => out.uuid(typeof value === 'string' ? value : ZERO_UUID)),
  text: each((out, value) => out.text(textOf(value))),
  word: writeWords,
  'counts-by-word': writeMap((out, value) => out.i64(clamp(numberOf(value), Number.MAX_SAFE_INTEGER))),
  'numbers-by-word': writeMap((out, value) => out.f64(numberOf(value))),
  'words-by-word': writeMap((out, value) => out.text(textOf(value))),
  'log-lines': writeLogs,
}

/** Writes a column's values in the engine's Native layout. */
export const writeColumn = (out: ByteWriter, type: ColumnType, values: ColumnValues): void => {
  if (values instanceof Uint8Array) return out.raw(reverseHalves(values))
  if (WITH_DICTIONARY.has(type)) out.i64(DICTIONARY_VERSION)
  WRITERS[type](out, values)
}
