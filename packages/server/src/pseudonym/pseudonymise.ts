import type { DataCategory, DevicePractices, FirstHash } from '@candor/practices'
import type { Pseudonyms } from './pseudonyms.js'

type Data = Readonly<Record<string, unknown>>

/**
 * Compiles what replaces a lane's identifiers by pseudonyms. Nothing durable is written before this; after it the
 * identifiers are gone. The given data is not changed.
 */
export const compilePseudonymise = (
  practices: DevicePractices,
  category: DataCategory,
  pseudonyms: Pseudonyms,
): ((data: Data) => Data) => {
  const replacements = Object.entries(practices.dataTypes[category]).flatMap(([name, { kind }]) => {
    if (kind === 'twice-hashed-user-id')
      return [{ name, replace: (id: string) => pseudonyms.ofCensus(id as FirstHash) }]
    return kind === 'service-hashed-user-id'
      ? [{ name, replace: (id: string) => pseudonyms.ofError(id) }]
      : []
  })
  return (data) => {
    const replaced: Record<string, unknown> = { ...data }
    for (const { name, replace } of replacements) {
      const id = data[name]
      if (typeof id === 'string') replaced[name] = replace(id)
    }
    return replaced
  }
}
