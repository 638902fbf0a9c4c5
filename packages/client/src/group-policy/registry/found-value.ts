import type { Trouble } from '../faults.js'

/** A registry value as far as a control needs it: a REG_DWORD is a number, everything else a text that shows what was found. */
export type FoundValue = number | string

/** The values of one hive, by key and name; both are compared without case, as the registry does. */
export type RegistryLookup = (key: string, valueName: string) => FoundValue | undefined

/** What was read of a hive. */
export type HiveReading =
  | { readonly kind: 'read'; readonly hive: string; readonly lookup: RegistryLookup }
  | { readonly kind: 'unreadable'; readonly hive: string; readonly trouble: Trouble }

/** The longest text of a malformed value that is carried on. */
const MAX_SHOWN_LENGTH = 120

/** A value that is no REG_DWORD, made visible. */
export const showMalformed = (type: string, data: string): string =>
  `${type} ${data}`.slice(0, MAX_SHOWN_LENGTH).trimEnd()

/** One name for a key's value, whatever case it is written in. */
export const placeId = (key: string, valueName: string): string => `${key}\u0000${valueName}`.toLowerCase()
