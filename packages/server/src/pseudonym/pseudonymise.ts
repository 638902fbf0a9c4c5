import type { BareDataType, DataCategory, DevicePractices, FirstHash } from '@candor/practices'
import type { Pseudonyms } from './pseudonyms.js'
import { replaceInTexts } from './replace-in-texts.js'

type Data = Readonly<Record<string, unknown>>

/** Ids shorter than this are found in texts by chance. */
const LEAST_ID_LENGTH = 3

/** Kinds whose values may hold the user's name by their nature; the practices say so, and keep them for a shorter time. */
const NAMING_KINDS: ReadonlySet<BareDataType['kind']> = new Set(['sip-uri', 'ip-address'])

/**
 * Compiles what replaces a lane's identifiers by pseudonyms, in their own data type and wherever a text of the same
 * report repeats them. Nothing durable is written before this. The given data is not changed.
 */
export const compilePseudonymise = (
  practices: DevicePractices,
  category: DataCategory,
  pseudonyms: Pseudonyms,
): ((data: Data) => Data) => {
  const types: readonly (readonly [string, BareDataType])[] = Object.entries(practices.dataTypes[category])
  const [hashed] = types.find(([, { kind }]) => kind === 'twice-hashed-user-id') ?? []
  const [clear] = types.find(([, { kind }]) => kind === 'service-hashed-user-id') ?? []
  const naming = new Set(types.flatMap(([name, { kind }]) => (NAMING_KINDS.has(kind) ? name : [])))
  return (data) => {
    const firstHash = hashed === undefined ? undefined : data[hashed]
    if (hashed !== undefined && typeof firstHash === 'string')
      return { ...data, [hashed]: pseudonyms.ofCensus(firstHash as FirstHash) }
    const userId = clear === undefined ? undefined : data[clear]
    if (clear === undefined || typeof userId !== 'string') return data
    const pseudonym = pseudonyms.ofError(userId)
    const replaced: Record<string, unknown> = { ...data }
    for (const name in data) {
      if (naming.has(name) || userId.length < LEAST_ID_LENGTH) continue
      replaced[name] = replaceInTexts(data[name], userId, pseudonym)
    }
    replaced[clear] = pseudonym
    return replaced
  }
}
