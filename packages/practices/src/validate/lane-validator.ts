import type { DataCategory } from '../category.js'
import type { ErrorCode } from '../errors.js'
import type { BareDataType, DevicePractices } from '../practices.js'
import { compileValidator } from './kind-validators.js'
import type { Validator } from './validator.js'

/** Why a report's data is refused, and which data type is at fault. Never the value. */
export interface DataFault {
  readonly code: Extract<ErrorCode, 'CANDOR_DATA_TYPE_UNKNOWN' | 'CANDOR_VALUE_REFUSED'>
  readonly dataType: string
}

const NAME_LENGTH = 64

/** Compiles a lane's data types into one check of a report's data: undefined where all of it is well. */
export const compileLane = (
  practices: DevicePractices,
  category: DataCategory,
): ((data: Readonly<Record<string, unknown>>) => DataFault | undefined) => {
  const validators = new Map<string, Validator>()
  const types: Readonly<Record<string, BareDataType>> = practices.dataTypes[category]
  for (const [name, type] of Object.entries(types)) validators.set(name, compileValidator(type))
  return (data) => {
    for (const name in data) {
      const isValid = validators.get(name)
      if (isValid === undefined)
        return { code: 'CANDOR_DATA_TYPE_UNKNOWN', dataType: name.slice(0, NAME_LENGTH) }
      if (!isValid(data[name])) return { code: 'CANDOR_VALUE_REFUSED', dataType: name }
    }
    return undefined
  }
}
