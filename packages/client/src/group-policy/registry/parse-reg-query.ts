import type { FoundValue } from './found-value.js'
import { showMalformed } from './found-value.js'

/** A row of `reg query`: a value's name, its type and its data as they are printed. */
interface Row {
  readonly name: string
  readonly type: string
  readonly data: string
}

/** Four blanks (a tab in very old versions) before each column. A name may hold blanks, so it ends before the first type. */
const ROW = /^(?: {4}|\t)(.+?)(?: {4}|\t)(REG_[A-Z_]+)(?:(?: {4}|\t)(.*))?$/

const DWORD_DATA = /^0x([0-9a-f]{1,8})$/i

const rowOf = (line: string): Row | undefined => {
  const [, name, type, data = ''] = ROW.exec(line) ?? []
  return name === undefined || type === undefined ? undefined : { name, type, data }
}

const valueOf = ({ type, data }: Row): FoundValue => {
  const digits = type === 'REG_DWORD' ? DWORD_DATA.exec(data)?.[1] : undefined
  return digits === undefined ? showMalformed(type, data) : Number.parseInt(digits, 16)
}

const isKeyLine = (line: string): boolean => line.startsWith('HKEY_')

/** The lines between a key's own line and the next key's. */
const linesOfKey = (lines: readonly string[], key: string): readonly string[] => {
  const start = lines.findIndex(
    (line) => isKeyLine(line) && line.toLowerCase().endsWith(`\\${key.toLowerCase()}`),
  )
  if (start === -1) return []
  const end = lines.findIndex((line, at) => at > start && isKeyLine(line))
  return lines.slice(start + 1, end === -1 ? undefined : end)
}

/**
 * The values of a key (given without its hive) in the output of `reg query`, by lower-case name. Only what is the same
 * in every language of Windows is read: the key's line, names and REG_ types. A name that appears twice, which a text
 * with line breaks in another value can bring about, is malformed.
 */
export const parseRegQuery = (output: string, key: string): ReadonlyMap<string, FoundValue> => {
  const values = new Map<string, FoundValue>()
  for (const line of linesOfKey(output.split(/\r?\n/), key)) {
    const row = rowOf(line)
    if (row === undefined) continue
    const name = row.name.toLowerCase()
    values.set(name, values.has(name) ? showMalformed(row.type, `${row.data} (twice)`) : valueOf(row))
  }
  return values
}
