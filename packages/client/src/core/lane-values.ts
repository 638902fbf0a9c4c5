import {
  compileRecorded,
  LIMITS,
  type BareDataType,
  type DataCategory,
  type RecordedDataType,
} from '@candor/practices'

import type { HasRoom } from './add-up.js'
import type { Services } from './services.js'

/** A version of four numbers that could be an IPv4 address goes with its first three. */
const LIKE_AN_ADDRESS = /^(\d+\.\d+\.\d+)\.\d.*$/

/** What a lane's data types take. What they do not is counted by the data type's name, never by the value. */
export interface LaneValues {
  /** The value as it may be recorded, or undefined where it may not. */
  readonly take: (name: string, value: unknown) => unknown
  readonly hasRoom: HasRoom
}

/** The client fills in ids itself. */
export const isRecorded = (type: BareDataType): type is RecordedDataType => !type.kind.endsWith('-id')

/** Checks values with the practices' own validators. */
export const createLaneValues = (category: DataCategory, { practices, count }: Services): LaneValues => {
  const types = new Map<string, BareDataType>(Object.entries(practices.dataTypes[category]))
  const checks = new Map(
    [...types].map(([name, type]) => [name, isRecorded(type) ? compileRecorded(type) : undefined]),
  )
  return {
    take: (name, value) => {
      const isValid = checks.get(name)
      if (isValid?.(value)) return value
      const short = typeof value === 'string' && value.replace(LIKE_AN_ADDRESS, '$1')
      if (types.get(name)?.kind === 'version' && isValid?.(short)) return short
      count(`value-refused:${category}.${name}`)
      return undefined
    },
    hasRoom: (name, labels) => {
      const { maxLabels = LIMITS.maxLabels } = { ...types.get(name) } as { readonly maxLabels?: number }
      const isRoom = labels < maxLabels
      if (!isRoom) count(`labels-full:${category}.${name}`)
      return isRoom
    },
  }
}
