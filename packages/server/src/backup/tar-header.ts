import { CandorError } from '@candor/practices'

/** Bytes of a header, and what contents are filled up to. */
export const TAR_BLOCK = 512

/** An entry of a tar archive (POSIX ustar; a longer name or a larger size in a pax record before it). */
export interface TarEntry {
  /** With slashes, relative. */
  readonly name: string
  readonly bytes: number
}

const NAME_BYTES = 100
const MOST_USTAR_BYTES = 8 ** 11 - 1

const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`

const headerOf = (name: string, bytes: number, kind: '0' | 'x'): Buffer => {
  const header = Buffer.alloc(TAR_BLOCK)
  header.write(name, 0, NAME_BYTES)
  header.write(octal(0o600, 7), 100)
  header.write(octal(0, 7), 108)
  header.write(octal(0, 7), 116)
  header.write(octal(bytes, 11), 124)
  header.write(octal(0, 11), 136)
  header.fill(' ', 148, 156)
  header.write(kind, 156)
  header.write('ustar\0', 257)
  header.write('00', 263)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${octal(sum, 6)} `, 148)
  return header
}

/** Fills what has so many bytes up to whole blocks. */
export const tarPadding = (bytes: number): Buffer =>
  Buffer.alloc((TAR_BLOCK - (bytes % TAR_BLOCK)) % TAR_BLOCK)

/** A pax record says its own length first, whose digits count too. */
const paxRecord = (key: string, value: string): string => {
  const rest = ` ${key}=${value}\n`
  let length = Buffer.byteLength(rest)
  while (String(length).length + Buffer.byteLength(rest) !== length)
    length = String(length).length + Buffer.byteLength(rest)
  return length + rest
}

/** What stands before an entry's contents. */
export const writeTarHeader = ({ name, bytes }: TarEntry): Buffer => {
  const isPlain = Buffer.byteLength(name) <= NAME_BYTES && bytes <= MOST_USTAR_BYTES
  if (isPlain) return headerOf(name, bytes, '0')
  const records = Buffer.from(paxRecord('path', name) + paxRecord('size', String(bytes)))
  return Buffer.concat([
    headerOf('pax', records.length, 'x'),
    records,
    tarPadding(records.length),
    headerOf(name.slice(-NAME_BYTES), Math.min(bytes, MOST_USTAR_BYTES), '0'),
  ])
}

const textIn = (header: Buffer, from: number, length: number): string =>
  header
    .subarray(from, from + length)
    .toString('utf8')
    .replace(/\0.*$/s, '')

/** A header that was read. */
export type TarHeader =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'pax'; readonly bytes: number }
  | { readonly kind: 'end' }

const damaged = (): CandorError =>
  new CandorError('CANDOR_BACKUP_UNUSABLE', { fault: 'the archive is damaged' })

/** Reads a header block. Throws CANDOR_BACKUP_UNUSABLE where it is none, or of another kind than backups have. */
export const readTarHeader = (header: Buffer): TarHeader => {
  if (header.every((byte) => byte === 0)) return { kind: 'end' }
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  const bytes = Number.parseInt(textIn(header, 124, 12), 8)
  if (Number.parseInt(textIn(header, 148, 8), 8) !== sum || !Number.isInteger(bytes)) throw damaged()
  const prefix = textIn(header, 345, 155)
  const name = (prefix === '' ? '' : `${prefix}/`) + textIn(header, 0, NAME_BYTES)
  switch (textIn(header, 156, 1)) {
    case '0':
    case '':
      return { kind: 'file', name, bytes }
    case 'x':
      return { kind: 'pax', bytes }
    default:
      throw damaged()
  }
}

/** The name and size that a pax record gives the entry after it. */
export const readPax = (records: Buffer): Partial<TarEntry> => {
  const found: { name?: string; bytes?: number } = {}
  for (let at = 0; at < records.length;) {
    const length = Number.parseInt(records.subarray(at, at + 20).toString(), 10)
    if (!(length > 0)) throw damaged()
    const [, key, value = ''] =
      /^\d+ ([^=]+)=(.*)\n$/s.exec(records.subarray(at, at + length).toString()) ?? []
    if (key === 'path') found.name = value
    if (key === 'size') found.bytes = Number(value)
    at += length
  }
  return found
}
