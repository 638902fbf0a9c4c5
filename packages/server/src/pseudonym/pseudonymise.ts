import type { BareDataType, DataCategory, DevicePractices, FirstHash } from '@candor/practices'
import type { Pseudonyms } from './pseudonyms.js'
import {
  createReplace,
  replaceInValueOf,
  type ReplaceInText,
  type ReplaceInValue,
} from './replace-in-texts.js'
import { spellingsOf } from './spellings-of.js'

type Data = Readonly<Record<string, unknown>>

/** Ids shorter than this are found in texts by chance. */
const LEAST_ID_LENGTH = 3

/** The same for addresses. */
const LEAST_ADDRESS_LENGTH = 7

/** Kinds whose values may hold the user's name by their nature; the practices say so, and keep them for a shorter time. */
const NAMING_KINDS: ReadonlySet<BareDataType['kind']> = new Set(['sip-uri', 'ip-address'])

interface Texts {
  readonly name: string
  readonly replaceIn: ReplaceInValue
}

/** The data types of a lane, by what becomes of them. */
const sort = (practices: DevicePractices, category: DataCategory) => {
  const types: readonly (readonly [string, BareDataType])[] = Object.entries(practices.dataTypes[category])
  const namesOf = (isWanted: (kind: BareDataType['kind']) => boolean): readonly string[] =>
    types.flatMap(([name, { kind }]) => (isWanted(kind) ? [name] : []))
  return {
    hashed: namesOf((kind) => kind === 'twice-hashed-user-id'),
    clear: namesOf((kind) => kind === 'service-hashed-user-id'),
    naming: namesOf((kind) => NAMING_KINDS.has(kind)),
    texts: types.flatMap(([name, type]): readonly Texts[] => {
      const replaceIn = replaceInValueOf(type)
      return replaceIn === undefined ? [] : [{ name, replaceIn }]
    }),
  }
}

/** The texts that a report has under the names. */
const textsUnder = (data: Data, names: readonly string[]): readonly (readonly [string, string])[] =>
  names.flatMap((name) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined
    return typeof value === 'string' ? [[name, value] as const] : []
  })

/**
 * Compiles what replaces a lane's identifiers by pseudonyms, in their own data types and wherever a text of the same
 * report repeats them. An address that a report holds stays in its own data type alone, which is kept for a shorter time.
 * Nothing durable is written before this. The given data is not changed.
 */
export const compilePseudonymise = (
  practices: DevicePractices,
  category: DataCategory,
  pseudonyms: Pseudonyms,
): ((data: Data) => Data) => {
  const { hashed, clear, naming, texts } = sort(practices, category)
  if (hashed.length + clear.length + naming.length === 0) return (data) => data
  return (data) => {
    const replaced: Record<string, unknown> = { ...data }
    const replacements: ReplaceInText[] = []
    for (const [name, address] of textsUnder(data, naming))
      replacements.push(createReplace(spellingsOf(address, LEAST_ADDRESS_LENGTH), `[${name}]`))
    for (const [name, firstHash] of textsUnder(data, hashed))
      replaced[name] = pseudonyms.ofCensus(firstHash as FirstHash)
    for (const [name, userId] of textsUnder(data, clear)) {
      const pseudonym = pseudonyms.ofError(userId)
      replaced[name] = pseudonym
      replacements.push(createReplace(spellingsOf(userId, LEAST_ID_LENGTH), pseudonym))
    }
    if (replacements.length === 0) return replaced
    const replaceAll: ReplaceInText = (text) =>
      replacements.reduce((shorter, replace) => replace(shorter), text)
    for (const { name, replaceIn } of texts)
      if (Object.hasOwn(data, name)) replaced[name] = replaceIn(data[name], replaceAll)
    return replaced
  }
}
