import type { PolicyFault } from '../faults.js'

/** The registry's types, each at the number that stands for it in a file ([MS-GPREG] section 2.2.1 and winnt.h). */
export const REGISTRY_TYPES = [
  'REG_NONE',
  'REG_SZ',
  'REG_EXPAND_SZ',
  'REG_BINARY',
  'REG_DWORD',
  'REG_DWORD_BIG_ENDIAN',
  'REG_LINK',
  'REG_MULTI_SZ',
  'REG_RESOURCE_LIST',
  'REG_FULL_RESOURCE_DESCRIPTOR',
  'REG_RESOURCE_REQUIREMENTS_LIST',
  'REG_QWORD',
] as const

/** A type of a registry value. */
export type RegistryType = (typeof REGISTRY_TYPES)[number]

/** One instruction of a Registry.pol file, as it stands there. */
export interface RegistryPolEntry {
  /** A key without its hive. */
  readonly key: string
  /** A value's name, a marker such as `**del.Name`, or empty for the key alone. */
  readonly valueName: string
  readonly type: RegistryType
  readonly data: Uint8Array
}

/** The bytes PReg. */
export const SIGNATURE = 0x67_65_52_50

/** The only version there is. */
export const VERSION = 1

/** Signature and version. */
export const HEADER_BYTES = 8

/** What is read and written at most. */
export const REGISTRY_POL_LIMITS = {
  /** The whole file: far beyond what policies need, small enough to hold. */
  fileBytes: 16_777_216,
  /** A key's path, in UTF-16 units. */
  keyLength: 32_767,
  /** A value's name, markers included, in UTF-16 units. */
  valueNameLength: 259,
  /** One value's data. */
  dataBytes: 65_535,
} as const

/** The codes of what a file can be damaged in; their texts are in faults.ts. */
export const REGISTRY_POL_FAULTS = [
  'over-16-mib',
  'signature',
  'version',
  'truncated',
  'delimiter',
  'key',
  'value-name',
  'type',
  'size',
] as const satisfies readonly PolicyFault[]

/** The code of a damage. */
export type RegistryPolFault = (typeof REGISTRY_POL_FAULTS)[number]

/** What a Registry.pol file holds, or where and in what it is damaged. */
export type ParsedRegistryPol =
  | { readonly kind: 'parsed'; readonly entries: readonly RegistryPolEntry[] }
  | { readonly kind: 'damaged'; readonly fault: RegistryPolFault; readonly offsetBytes: number }
