import { CandorError } from '@candor/practices'
import type { Environment } from '../environment.js'
import { nearest } from '../policy/nearest.js'
import type { Entry } from './entry.js'
import { ENTRIES, type Configuration, type Key } from './table.js'

/** Where a value comes from; the first of these that has one counts. */
export const SOURCES = ['flag', 'environment', 'file', 'default'] as const

/** Where a value comes from. */
export type Source = (typeof SOURCES)[number]

/** What a configuration is read from. */
export interface Given {
  /** By key. */
  readonly flags: Readonly<Partial<Record<Key, unknown>>>
  readonly environment: Environment
  /** The object of the file. Default: no file. */
  readonly file?: Readonly<Record<string, unknown>>
}

/** A configuration, and where each value comes from. */
export interface Settled {
  readonly values: Configuration
  readonly sources: Readonly<Record<Key, Source>>
}

/** How a person names a place that a value can come from. */
const placeOf = (source: Source, key: Key, { environment, flag }: Entry<unknown>): string => {
  switch (source) {
    case 'flag':
      return `the flag --${flag ?? key}`
    case 'environment':
      return `the environment variable ${environment}`
    case 'file':
      return 'the configuration file'
    case 'default':
      return 'the default'
    default:
      return source satisfies never
  }
}

/** The value that is given for a key, and where; an empty variable counts as one that is not set. */
const find = (key: Key, { environment }: Entry<unknown>, given: Given): readonly [Source, unknown] => {
  const flag = given.flags[key]
  if (flag !== undefined) return ['flag', flag]
  const variable = given.environment[environment]
  if (variable !== undefined && variable !== '') return ['environment', variable]
  const written = given.file?.[key]
  return written === undefined ? ['default', undefined] : ['file', written]
}

const refuseUnknown = (file: Readonly<Record<string, unknown>>): void => {
  const known = ENTRIES.map(([key]) => key)
  for (const key of Object.keys(file)) {
    if (known.some((name) => name === key)) continue
    const meant = nearest(key, known)
    const facts = { key, from: 'the configuration file', fault: 'there is no such key' }
    throw new CandorError('CANDOR_CONFIGURATION_INVALID', {
      ...facts,
      ...(meant !== undefined && { nearest: meant }),
    })
  }
}

const refuseHalfOfTls = ({ tlsCert, tlsKey }: Configuration): void => {
  if ((tlsCert === undefined) === (tlsKey === undefined)) return
  const [key, other] = tlsKey === undefined ? ['tlsKey', 'tlsCert'] : ['tlsCert', 'tlsKey']
  throw new CandorError('CANDOR_CONFIGURATION_INVALID', { key, expected: `a path, since ${other} has one` })
}

/**
 * Reads the configuration: a flag counts before the environment, that before the file, that before the default. Throws
 * CANDOR_CONFIGURATION_INVALID, naming the key, where its value comes from, and what is allowed.
 */
export const readConfiguration = (given: Given): Settled => {
  refuseUnknown(given.file ?? {})
  const values: Record<string, unknown> = {}
  const sources: Record<string, Source> = {}
  for (const [key, entry] of ENTRIES) {
    const [source, value] = find(key, entry, given)
    sources[key] = source
    values[key] = source === 'default' ? entry.initial : entry.kind.parse(value)
    if (source === 'default' || values[key] !== undefined) continue
    throw new CandorError('CANDOR_CONFIGURATION_INVALID', {
      key,
      from: placeOf(source, key, entry),
      expected: entry.kind.allowed,
    })
  }
  // Each value was made by its own entry of the table, which the type is derived from.
  const settled = { values, sources } as unknown as Settled
  refuseHalfOfTls(settled.values)
  return settled
}
