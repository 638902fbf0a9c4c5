/** How the values of a column lie in a record. */
export type ColumnForm = 'whole' | 'number' | 'words' | 'json'

/** A column as bytes, and what its reader must know beside them. */
export interface EncodedColumn {
  readonly form: ColumnForm
  readonly bytes: Uint8Array
  /** The different words; the bytes hold their places, counted from 1. */
  readonly words?: readonly string[]
}

type Values = readonly unknown[]

/** Stands for no value among whole numbers; a value like it is no whole number. */
const NO_NUMBER = 0xffff_ffff

/** Beyond so many different words a dictionary saves nothing. */
const MOST_WORDS = 1024

const bytesOf = ({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

const encodeWhole = (values: Values): EncodedColumn | undefined => {
  const numbers = new Uint32Array(values.length)
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]
    const isWhole = typeof value === 'number' && value >>> 0 === value && value !== NO_NUMBER
    if (!isWhole && value !== undefined) return undefined
    numbers[row] = isWhole ? value : NO_NUMBER
  }
  return { form: 'whole', bytes: bytesOf(numbers) }
}

const encodeNumbers = (values: Values): EncodedColumn | undefined => {
  const numbers = new Float64Array(values.length)
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]
    if (typeof value !== 'number' && value !== undefined) return undefined
    numbers[row] = value ?? Number.NaN
  }
  return { form: 'number', bytes: bytesOf(numbers) }
}

const encodeWords = (values: Values): EncodedColumn | undefined => {
  const places = new Uint16Array(values.length)
  const known = new Map<string, number>()
  let [last, place] = ['', 0]
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]
    if (value === undefined) continue
    if (typeof value !== 'string' || known.size > MOST_WORDS) return undefined
    if (place === 0 || value !== last) {
      last = value
      place = known.get(value) ?? known.size + 1
      if (place > known.size) known.set(value, place)
    }
    places[row] = place
  }
  return { form: 'words', bytes: bytesOf(places), words: [...known.keys()] }
}

/** Encodes a column; what its values are is told from the first. */
export const encodeColumn = (values: Values): EncodedColumn => {
  const first = values.find((value) => value !== undefined)
  const encoded =
    typeof first === 'string' ? encodeWords(values) : (encodeWhole(values) ?? encodeNumbers(values))
  return encoded ?? { form: 'json', bytes: Buffer.from(JSON.stringify(values)) }
}

/** A copy of a column's bytes, so that numbers in it stand where the machine can read them. */
const aligned = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer

const decodeWhole = (bytes: Buffer): Values => {
  const values: unknown[] = []
  for (const number of new Uint32Array(aligned(bytes))) values.push(number === NO_NUMBER ? undefined : number)
  return values
}

const decodeNumbers = (bytes: Buffer): Values => {
  const values: unknown[] = []
  for (const number of new Float64Array(aligned(bytes)))
    values.push(Number.isNaN(number) ? undefined : number)
  return values
}

const decodeWords = (bytes: Buffer, words: readonly string[]): Values => {
  const values: unknown[] = []
  for (const place of new Uint16Array(aligned(bytes))) values.push(words[place - 1])
  return values
}

/** The values of a column; undefined where a report has none. */
export const decodeColumn = (form: ColumnForm, bytes: Buffer, words: readonly string[]): Values => {
  switch (form) {
    case 'whole':
      return decodeWhole(bytes)
    case 'number':
      return decodeNumbers(bytes)
    case 'words':
      return decodeWords(bytes, words)
    case 'json':
      return (JSON.parse(bytes.toString('utf8')) as Values).map((value) => value ?? undefined)
    default:
      return form satisfies never
  }
}
