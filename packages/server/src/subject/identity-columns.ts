import type { DataCategory, DevicePractices } from '@candor/practices'
import type { AdmittedReport } from '../spool/spool-entry.js'
import type { RowMatch } from '../store/store.js'
import type { Subject } from './subject.js'

/** The data types of a lane that hold whom a row is about. */
export interface IdentityColumns {
  readonly device: readonly string[]
  readonly user: readonly string[]
}

const USER_KINDS: ReadonlySet<string> = new Set(['twice-hashed-user-id', 'service-hashed-user-id'])

/** The identity columns of a lane over the versions of its practices. */
export const identityColumns = (
  versions: readonly DevicePractices[],
  category: DataCategory,
): IdentityColumns => {
  const types = versions.flatMap(({ dataTypes }) =>
    Object.entries<{ readonly kind: string }>(dataTypes[category]),
  )
  const namesOf = (isWanted: (kind: string) => boolean): readonly string[] => [
    ...new Set(types.filter(([, { kind }]) => isWanted(kind)).map(([name]) => name)),
  ]
  return { device: namesOf((kind) => kind === 'device-id'), user: namesOf((kind) => USER_KINDS.has(kind)) }
}

/** What finds a subject's rows in its lane's table. */
export const rowMatchOf = ({ by, ids }: Subject, columns: IdentityColumns): RowMatch => ({
  columns: by === 'reports' ? ['report_id'] : columns[by],
  ids,
})

/** What finds a subject's reports before they are rows. */
export const reportMatchOf = (
  { by, ids }: Subject,
  columns: IdentityColumns,
): ((report: AdmittedReport) => boolean) => {
  const wanted = new Set(ids.map((id) => id.toLowerCase()))
  const isWanted = (value: unknown): boolean => typeof value === 'string' && wanted.has(value.toLowerCase())
  return ({ id, data }) =>
    by === 'reports' ? isWanted(id) : columns[by].some((name) => isWanted(data[name]))
}
