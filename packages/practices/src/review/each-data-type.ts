import { DATA_CATEGORIES, type DataCategory } from '../category.js'
import type { DataType } from '../data-type.js'
import type { Practices } from '../practices.js'

/** A data type with its place in the practices. */
export interface PlacedDataType {
  /** Such as usage.IMSent. */
  readonly id: string
  readonly category: DataCategory
  readonly name: string
  readonly type: DataType
}

/** Every data type of the practices, in their order. */
export const eachDataType = (practices: Practices): readonly PlacedDataType[] =>
  DATA_CATEGORIES.flatMap((category) => {
    const types: Readonly<Record<string, DataType>> = practices.dataTypes[category]
    return Object.entries(types).map(([name, type]) => ({ id: `${category}.${name}`, category, name, type }))
  })
