import {
  CandorError,
  findDataType,
  practicesId,
  type BareDataType,
  type DataCategory,
  type DevicePractices,
} from '@candor/practices'

import { commonColumns } from './common-columns.js'
import type { Column } from './column.js'
import { dataTypeColumns } from './data-type-columns.js'
import { groupingTypes, type GroupingTypes } from './error-grouping.js'
import { tableOf } from './identifiers.js'
import type { Lane } from '../spool/spool-entry.js'

/** The table of a lane: the columns of all versions of the practices, the newest version's first. */
export interface LaneLayout {
  readonly lane: Lane
  /** As SQL writes it. */
  readonly table: string
  readonly columns: readonly Column[]
  /** The columns that rows are sorted by; used when the table is made, and fixed from then on. */
  readonly sortedBy: readonly string[]
  /** What groups errors; in the error lane only. */
  readonly grouping?: GroupingTypes
}

/**
 * The order of rows. A device's rows stand together in census, which leaves little of its two ids on disk; the report id
 * comes last, so that equal reports are neighbours and become one.
 */
const sortedBy = (category: DataCategory, types: ReadonlyMap<string, BareDataType>): readonly string[] => {
  const devices = [...types].filter(([, { kind }]) => kind === 'device-id').map(([name]) => name)
  const grouped = category === 'error' ? ['error_fingerprint'] : []
  return [...devices, 'covered_day', ...grouped, 'report_id']
}

const columnKey = (name: string, type: BareDataType): string =>
  dataTypeColumns(name, type)
    .map((column) => column.type)
    .join()

const typesOf = (
  versions: readonly DevicePractices[],
  category: DataCategory,
): ReadonlyMap<string, BareDataType> => {
  const types = new Map<string, BareDataType>()
  for (const practices of versions) {
    for (const name of Object.keys(practices.dataTypes[category])) {
      const type = findDataType(practices, category, name)
      if (type === undefined) continue
      const known = types.get(name)
      if (known !== undefined && columnKey(name, known) !== columnKey(name, type)) {
        const fault = `${category}.${name} was of kind ${known.kind} and cannot become ${type.kind}`
        throw new CandorError('CANDOR_PRACTICES_INVALID', { practices: practicesId(practices), fault })
      }
      types.set(name, known ?? type)
    }
  }
  return types
}

/** The layout of a product's lane over the versions of its practices that reports may name, at least one. */
export const layOutLane = (versions: readonly DevicePractices[], category: DataCategory): LaneLayout => {
  const newestFirst = versions.toSorted((a, b) => b.version - a.version)
  const [newest] = newestFirst
  if (newest === undefined) throw new CandorError('CANDOR_INTERNAL', { fault: 'no practices to lay out' })
  const types = typesOf(newestFirst, category)
  const lane = { product: newest.product, category }
  return {
    lane,
    table: tableOf(lane),
    columns: [
      ...commonColumns(category),
      ...[...types].flatMap(([name, type]) => dataTypeColumns(name, type)),
    ],
    sortedBy: sortedBy(category, types),
    ...(category === 'error' ? { grouping: groupingTypes(newest) } : {}),
  }
}
