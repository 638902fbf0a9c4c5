import {
  compileRecorded,
  findDataType,
  LIMITS,
  type BareDataType,
  type DataCategory,
  type RecordedDataType,
} from '@candor/practices'

import type { Services } from './services.js'

/** A version of four numbers that could be an IPv4 address goes with its first three. */
const LIKE_AN_ADDRESS = /^(\d+\.\d+\.\d+)\.\d.*$/

/** What a lane's data types take. What they do not is counted by the data type's name, never by the value. */
export interface LaneValues {
  /** The value as it may be recorded, or undefined where it may not. */
  readonly take: (name: string, value: unknown) => unknown
  /** Whether a labelled count that has so many labels may have one more. */
  readonly hasRoom: (name: string, labels: number) => boolean
}

/** The client fills in ids itself. */
const isRecorded = (type: BareDataType): type is RecordedDataType => !type.kind.endsWith('-id')

/** Checks values with the practices' own validators. */
export const createLaneValues = (category: DataCategory, { practices, count }: Services): LaneValues => {
  const types: readonly (readonly [string, BareDataType])[] = Object.entries(practices.dataTypes[category])
  const checks = new Map(
    types.map(([name, type]) => [name, isRecorded(type) ? compileRecorded(type) : undefined]),
  )
  const typeOf = (name: string): BareDataType | undefined => findDataType(practices, category, name)
  const isValid = (name: string, value: unknown): boolean => checks.get(name)?.(value) ?? false
  return {
    take: (name, value) => {
      if (isValid(name, value)) return value
      const short = typeof value === 'string' && value.replace(LIKE_AN_ADDRESS, '$1')
      if (typeOf(name)?.kind === 'version' && isValid(name, short)) return short
      count(`value-refused:${category}.${name}`)
      return undefined
    },
    hasRoom: (name, labels) => {
      const type = typeOf(name)
      const max = type?.kind === 'labelled-count' ? type.maxLabels : undefined
      if (labels < (max ?? LIMITS.maxLabels)) return true
      count(`labels-full:${category}.${name}`)
      return false
    },
  }
}
