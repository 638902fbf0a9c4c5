import {
  DATA_CATEGORIES,
  type AutomaticSource,
  type BareDataType,
  type DataCategory,
  type DevicePractices,
} from '@candor/practices'

/** A data type that the client fills in by itself. */
export interface AutomaticType {
  readonly category: DataCategory
  readonly name: string
  /** Such as usage.Crashes. */
  readonly id: string
  readonly type: BareDataType
}

/** The data types whose automatic source is one of these; none where the practices name none. */
export const findAutomatic = (
  practices: Pick<DevicePractices, 'dataTypes'>,
  ...sources: readonly AutomaticSource[]
): readonly AutomaticType[] =>
  DATA_CATEGORIES.flatMap((category) =>
    Object.entries<BareDataType>(practices.dataTypes[category]).flatMap(([name, type]) =>
      type.automatic !== undefined && sources.includes(type.automatic)
        ? { category, name, id: `${category}.${name}`, type }
        : [],
    ),
  )
