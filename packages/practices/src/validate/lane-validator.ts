import type { DataCategory } from '../category.js'
import type { ErrorCode } from '../errors.js'
import type { BareDataType, DevicePractices } from '../practices.js'
import { compileValidator } from './kind-validators.js'
import { compileRecorded, type RecordedDataType } from './recorded-validators.js'
import type { Validator } from './validator.js'

/** Why a report's data is refused, and which data type is at fault. Never the value. */
export interface DataFault {
  readonly code: Extract<ErrorCode, 'CANDOR_DATA_TYPE_UNKNOWN' | 'CANDOR_VALUE_REFUSED'>
  readonly dataType: string
}

/** Checks a lane's data: undefined where all of it is well. */
export type LaneValidator = (data: Readonly<Record<string, unknown>>) => DataFault | undefined

const NAME_LENGTH = 64

const compile = (
  types: Readonly<Record<string, BareDataType>>,
  validatorOf: (type: BareDataType) => Validator,
): LaneValidator => {
  const validators = new Map<string, Validator>()
  for (const [name, type] of Object.entries(types)) validators.set(name, validatorOf(type))
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

const isRecorded = (type: BareDataType): type is RecordedDataType => !type.kind.endsWith('-id')

const refuse: Validator = () => false

/**
 * Compiles a lane's data types into one check of what an app records. Ids are refused: the client fills them in itself,
 * and their checks would only be carried along.
 */
export const compileLane = (practices: DevicePractices, category: DataCategory): LaneValidator =>
  compile(practices.dataTypes[category], (type) => (isRecorded(type) ? compileRecorded(type) : refuse))

/** Compiles a lane's data types into one check of a report's data, ids included: what the service admits. */
export const compileLaneAtService = (practices: DevicePractices, category: DataCategory): LaneValidator =>
  compile(practices.dataTypes[category], compileValidator)
