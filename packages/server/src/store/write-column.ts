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

/** How wide the indices into a dictionary of so many texts are, as the layout numbers the widths. */
const indexWidth = (dictionarySize: number): 0 | 1 | 2 => {
  if (dictionarySize <= 256) return 0
  return dictionarySize <= 65_536 ? 1 : 2
}

const INDEX_LISTS = [Uint8Array, Uint16Array, Uint32Array] as const

/** Numbers as the machine has them: it must be one that keeps the least significant byte first, as all that Node runs on do. */
const bytesOf = ({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

type Parts = readonly (readonly unknown[])[]

const lengthOf = (parts: readonly { readonly length: number }[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0)

/** Numbers the different words as they come. Neighbours are often equal, which spares looking them up. */
const createDictionary = () => {
  const words = new Map<string, number>([['', 0]])
  let [last, place] = ['', 0]
  const find = (word: string): number => {
    const known = words.get(word) ?? words.size
    if (known === words.size) words.set(word, known)
    return known
  }
  return {
    words,
    placeOf: (word: string): number => {
      if (word === last) return place
      last = word
      place = find(word)
      return place
    },
  }
}

/** The places of texts among the different ones. */
const indexWords = (parts: Parts) => {
  const { words, placeOf } = createDictionary()
  const places = new Uint32Array(lengthOf(parts))
  let row = 0
  for (const values of parts) {
    for (let at = 0; at < values.length; at += 1, row += 1) places[row] = placeOf(textOf(values[at]))
  }
  return { dictionary: words, places }
}

/** Texts as a dictionary of the different ones and an index for each. Nothing where there are none. */
const writeWords = (out: ByteWriter, parts: Parts): void => {
  const { dictionary, places } = indexWords(parts)
  if (places.length === 0) return
  const width = indexWidth(dictionary.size)
  out.i64(OWN_KEYS | width)
  out.i64(dictionary.size)
  for (const word of dictionary.keys()) out.text(word)
  out.i64(places.length)
  out.raw(bytesOf(new INDEX_LISTS[width](places)))
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

/** Where the values of each row end, counted in elements. */
const writeOffsets = (out: ByteWriter, parts: Parts, lengthOfRow: (value: unknown) => number): void => {
  let offset = 0
  for (const values of parts) {
    for (const value of values) {
      offset += lengthOfRow(value)
      out.i64(offset)
    }
  }
}

const keyCount = (map: unknown): number => {
  let count = 0
  for (const _ in map as object | undefined) count += 1
  return count
}

/** The keys and the values of all maps, one after another. */
const takeApart = (parts: Parts) => {
  const keys: string[] = []
  const elements: unknown[] = []
  for (const map of parts.flat() as readonly (Readonly<Record<string, unknown>> | undefined)[]) {
    for (const key in map) {
      keys.push(key)
      elements.push(map[key])
    }
  }
  return { keys, elements }
}

const writeMap =
  (writeValue: (out: ByteWriter, value: unknown) => void) =>
  (out: ByteWriter, parts: Parts): void => {
    const { keys, elements } = takeApart(parts)
    writeOffsets(out, parts, keyCount)
    writeWords(out, [keys])
    for (const value of elements) writeValue(out, value)
  }

const linesIn = (value: unknown): readonly LogLine[] => (value ?? []) as readonly LogLine[]

const writeLogs = (out: ByteWriter, parts: Parts): void => {
  writeOffsets(out, parts, (value) => linesIn(value).length)
  const lines = parts.flatMap((values) => values.flatMap(linesIn))
  for (const { beforeMillis } of lines) out.i64(beforeMillis)
  writeWords(out, [lines.map(({ level }) => level)])
  for (const { message } of lines) out.text(message)
}

const each =
  (write: (out: ByteWriter, value: unknown) => void) =>
  (out: ByteWriter, values: readonly unknown[]): void => {
    for (const value of values) write(out, value)
  }

/** A writer of numbers in a list of the machine's own. Loops, since a list made by `from` takes several times as long. */
const numbers =
  (
    List: Uint16ArrayConstructor | Uint32ArrayConstructor | Float64ArrayConstructor,
    toStored: (value: number) => number,
  ) =>
  (out: ByteWriter, values: readonly unknown[]): void => {
    const list = new List(values.length)
    for (let at = 0; at < values.length; at += 1) list[at] = toStored(numberOf(values[at]))
    out.raw(bytesOf(list))
  }

type WriteValues = (out: ByteWriter, values: readonly unknown[]) => void

/** Writers of types whose values stand for themselves. */
const WRITERS: Readonly<Partial<Record<ColumnType, WriteValues>>> = {
  date: numbers(Uint16Array, (value) => clamp(value / DAY_MILLIS, MAX_DAY)),
  'date-time': numbers(Uint32Array, (value) => clamp(value / 1000, MAX_SECONDS)),
  instant: each((out, value) => out.i64(Math.floor(numberOf(value)))),
  version: numbers(Uint32Array, (value) => clamp(value, MAX_SECONDS)),
  count: writeCounts,
  amount: numbers(Float64Array, (value) => value),
  uuid: each((out, value) => out.uuid(typeof value === 'string' ? value : ZERO_UUID)),
  text: each((out, value) => out.text(textOf(value))),
}

/** Writers of types with one dictionary for all values, whose version stands before all else. */
const DICTIONARY_WRITERS: Readonly<Partial<Record<ColumnType, (out: ByteWriter, parts: Parts) => void>>> = {
  word: writeWords,
  'counts-by-word': writeMap((out, value) => out.i64(clamp(numberOf(value), Number.MAX_SAFE_INTEGER))),
  'numbers-by-word': writeMap((out, value) => out.f64(numberOf(value))),
  'words-by-word': writeMap((out, value) => out.text(textOf(value))),
  'log-lines': writeLogs,
}

const isList = (values: ColumnValues): values is readonly unknown[] => !(values instanceof Uint8Array)

/** Writes a column's values in the engine's Native layout. They come in parts, one after another. */
export const writeColumn = (out: ByteWriter, type: ColumnType, parts: readonly ColumnValues[]): void => {
  const writeParts = DICTIONARY_WRITERS[type]
  if (writeParts !== undefined) {
    out.i64(DICTIONARY_VERSION)
    return writeParts(out, parts.filter(isList))
  }
  for (const values of parts) {
    if (isList(values)) WRITERS[type]?.(out, values)
    else out.raw(reverseHalves(values))
  }
}
