import { CandorError, DATA_CATEGORIES, type DataCategory } from '@candor/practices'

/** The last file of a backup: without it the backup is not complete. */
export const MANIFEST = 'manifest.json'

/** The files of keys; without them the data cannot be continued, and with them pseudonyms can be made. */
export const KEY_FILES = [
  'keyring.json',
  'subject-secret',
  'policy-signing-key.pem',
  'receipt-signing-key.pem',
  'operator-token',
] as const

/** A file of a backup. */
export interface ListedFile {
  readonly bytes: number
  /** SHA-256, hexadecimal. */
  readonly sha256: string
}

/** A lane's table in a backup. */
export interface ListedTable {
  readonly product: string
  readonly category: DataCategory
  /** The folder of its parts in the backup. */
  readonly folder: string
  readonly rows: number
  readonly reports: 'once' | 'suspected'
}

/** What a backup holds. */
export interface Manifest {
  readonly v: 1
  readonly kind: 'candor-backup'
  /** When it was made, such as 2026-11-22T12:00:00.000Z. */
  readonly madeAt: string
  readonly keys: 'included' | 'left-out'
  readonly tables: readonly ListedTable[]
  readonly files: Readonly<Record<string, ListedFile>>
}

const damaged = (fault: string): CandorError => new CandorError('CANDOR_BACKUP_UNUSABLE', { fault })

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isTable = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['product'] === 'string' &&
  DATA_CATEGORIES.some((category) => category === value['category']) &&
  typeof value['folder'] === 'string' &&
  Number.isInteger(value['rows']) &&
  (value['reports'] === 'once' || value['reports'] === 'suspected')

const isFile = (value: unknown): boolean =>
  isObject(value) && Number.isInteger(value['bytes']) && typeof value['sha256'] === 'string'

/** A name in a backup leads nowhere but into it. */
export const isInside = (name: string): boolean =>
  name !== '' &&
  !name.startsWith('/') &&
  !name.includes('\\') &&
  name.split('/').every((part) => !['', '.', '..'].includes(part))

/** Reads a manifest. Throws CANDOR_BACKUP_UNUSABLE where it is none. */
export const parseManifest = (text: string): Manifest => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw damaged('the manifest cannot be read')
  }
  if (!isObject(value) || value['kind'] !== 'candor-backup' || value['v'] !== 1)
    throw damaged('it is no backup of this form')
  const { tables, files } = value
  const isWhole =
    Array.isArray(tables) &&
    tables.every(isTable) &&
    isObject(files) &&
    Object.values(files).every(isFile) &&
    [...Object.keys(files), ...tables.map((table: { readonly folder: string }) => table.folder)].every(
      isInside,
    )
  if (!isWhole) throw damaged('the manifest cannot be read')
  return value as unknown as Manifest
}
