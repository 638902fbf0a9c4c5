import { parseDeviceId, parseFirstHash } from '../ids.js'
import * as LIMITS from '../limits.js'
import type { BareDataType } from '../practices.js'
import { compileRecorded } from './recorded-validators.js'
import { isTextUpTo } from './structured.js'
import type { Validator } from './validator.js'

/** Compiles the validator of a data type of any kind. */
export const compileValidator = (type: BareDataType): Validator => {
  switch (type.kind) {
    case 'twice-hashed-user-id':
      return (value) => parseFirstHash(value) !== undefined
    case 'device-id':
      return (value) => parseDeviceId(value) !== undefined
    case 'service-hashed-user-id':
      return isTextUpTo(LIMITS.maxUserIdLength, 1)
    default:
      return compileRecorded(type)
  }
}
