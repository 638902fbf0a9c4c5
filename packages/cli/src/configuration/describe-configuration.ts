import type { Settled, Source } from './read-configuration.js'
import type { Entry } from './entry.js'
import { ENTRIES, type Key } from './table.js'

/** A key with its value and where that comes from; a secret is named, not shown. */
export interface ShownValue {
  readonly key: Key
  readonly value: unknown
  readonly source: Source
}

const HIDDEN = '(not shown)'

/** The values in force, without secrets, in the order of the table. */
export const showConfiguration = ({ values, sources }: Settled): readonly ShownValue[] =>
  ENTRIES.map(([key, { display }]) => {
    const value = values[key] ?? null
    return { key, value: display === 'hidden' && value !== null ? HIDDEN : value, source: sources[key] }
  })

const written = (value: unknown): string => (value === undefined ? '' : `\`${JSON.stringify(value)}\``)

const rowOf = ([key, entry]: readonly [Key, Entry<unknown>]): string => {
  const { environment, flag, kind, initial, text } = entry
  const cells = [
    `\`${key}\``,
    `\`${environment}\``,
    flag === undefined ? '' : `\`--${flag}\``,
    kind.allowed,
    written(initial),
    text,
  ]
  return `| ${cells.join(' | ')} |`
}

/** The table of docs/configuration.md, line by line. */
export const configurationTable = (): readonly string[] => [
  '| key | variable | flag | allowed | default | what it does |',
  '| --- | --- | --- | --- | --- | --- |',
  ...ENTRIES.map(rowOf),
]
