import { decodeText } from './registry-data.js'
import type { RegistryPolEntry } from './registry-pol.js'

/** What an entry does to the registry: its markers understood ([MS-GPREG] section 3.2.5.1.2). */
export type Instruction =
  | { readonly kind: 'create-key' }
  | { readonly kind: 'set'; readonly valueName: string }
  | { readonly kind: 'set-where-absent'; readonly valueName: string }
  | { readonly kind: 'delete-values'; readonly valueNames: readonly string[] }
  | { readonly kind: 'delete-all-values' }
  | { readonly kind: 'delete-subkeys'; readonly subkeys: readonly string[] }
  /** Rights on the key, or a marker that is not known: it sets no value. */
  | { readonly kind: 'no-value' }

const MARKER = '**'
const DELETE_ONE = '**del.'
const SET_WHERE_ABSENT = '**soft.'

const listOf = ({ data }: RegistryPolEntry): readonly string[] =>
  decodeText(data)
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')

const markerOf = (entry: RegistryPolEntry): Instruction => {
  const { valueName } = entry
  // Markers are compared without case; what follows them is a name and stays as it is.
  const marker = valueName.toLowerCase()
  if (marker.startsWith(DELETE_ONE))
    return { kind: 'delete-values', valueNames: [valueName.slice(DELETE_ONE.length)] }
  if (marker.startsWith(SET_WHERE_ABSENT))
    return { kind: 'set-where-absent', valueName: valueName.slice(SET_WHERE_ABSENT.length) }
  switch (marker) {
    case '**delvals':
    case '**delvals.':
      return { kind: 'delete-all-values' }
    case '**deletevalues':
      return { kind: 'delete-values', valueNames: listOf(entry) }
    case '**deletekeys':
      return { kind: 'delete-subkeys', subkeys: listOf(entry) }
    default:
      return { kind: 'no-value' }
  }
}

/** What an entry of a Registry.pol file does. */
export const instructionOf = (entry: RegistryPolEntry): Instruction => {
  if (entry.valueName.startsWith(MARKER)) return markerOf(entry)
  const isKeyAlone = entry.valueName === '' && entry.data.byteLength === 0
  return isKeyAlone ? { kind: 'create-key' } : { kind: 'set', valueName: entry.valueName }
}
