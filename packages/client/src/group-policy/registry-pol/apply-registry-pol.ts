import { placeId, showMalformed, type FoundValue, type RegistryLookup } from '../registry/found-value.js'
import { instructionOf } from './instruction.js'
import { decodeNumber, decodeText } from './registry-data.js'
import type { RegistryPolEntry } from './registry-pol.js'

const TEXT_TYPES: ReadonlySet<string> = new Set(['REG_SZ', 'REG_EXPAND_SZ', 'REG_MULTI_SZ', 'REG_LINK'])

const hexOf = (data: Uint8Array): string =>
  Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join('')

const valueOf = ({ type, data }: RegistryPolEntry): FoundValue => {
  const number = type === 'REG_DWORD' ? decodeNumber(data) : undefined
  if (number !== undefined) return number
  return showMalformed(type, TEXT_TYPES.has(type) ? decodeText(data) : hexOf(data))
}

const deleteBelow = (found: Map<string, FoundValue>, keyStart: string): void => {
  for (const id of found.keys()) if (id.startsWith(keyStart)) found.delete(id)
}

const deleteSubkey = (found: Map<string, FoundValue>, key: string, subkey: string): void => {
  deleteBelow(found, placeId(`${key}\\${subkey}`, ''))
  deleteBelow(found, `${key}\\${subkey}\\`.toLowerCase())
}

const applyTo = (found: Map<string, FoundValue>, entry: RegistryPolEntry): void => {
  const instruction = instructionOf(entry)
  const idOf = (valueName: string): string => placeId(entry.key, valueName)
  switch (instruction.kind) {
    case 'set':
      found.set(idOf(instruction.valueName), valueOf(entry))
      break
    case 'set-where-absent':
      if (!found.has(idOf(instruction.valueName))) found.set(idOf(instruction.valueName), valueOf(entry))
      break
    case 'delete-values':
      for (const valueName of instruction.valueNames) found.delete(idOf(valueName))
      break
    case 'delete-all-values':
      deleteBelow(found, idOf(''))
      break
    case 'delete-subkeys':
      for (const subkey of instruction.subkeys) deleteSubkey(found, entry.key, subkey)
      break
    case 'create-key':
    case 'no-value':
      break
    default:
      instruction satisfies never
  }
}

/** What stands in an empty hive after the instructions, in their order. */
export const applyRegistryPol = (entries: readonly RegistryPolEntry[]): RegistryLookup => {
  const found = new Map<string, FoundValue>()
  for (const entry of entries) applyTo(found, entry)
  return (key, valueName) => found.get(placeId(key, valueName))
}
