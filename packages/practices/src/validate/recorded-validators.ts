import * as LIMITS from '../limits.js'
import type { BareDataType } from '../practices.js'
import { isIpAddress, isLanguage, isName, isOrganisation, isSipUri, isVersion } from './formats.js'
import { isAmount, isCount } from './numbers.js'
import { isException, isLog, isOneOf, isRecordOf, isTextUpTo } from './structured.js'
import type { Validator } from './validator.js'

/** A data type that an app records. Ids, which the client fills in, are none. */
export type RecordedDataType = Exclude<BareDataType, { readonly kind: `${string}-id` }>

/** Compiles the validator of a data type that is recorded: what does not depend on the value is worked out once. */
export const compileRecorded = (type: RecordedDataType): Validator => {
  switch (type.kind) {
    case 'count':
      return isCount
    case 'duration':
      return isAmount
    case 'labelled-count':
      return isRecordOf(
        type.labels ? isOneOf(type.labels) : (label) => isName(label),
        isCount,
        type.maxLabels ?? LIMITS.maxLabels,
      )
    case 'distribution':
      return isRecordOf(isOneOf(type.bounds.map(String)), isCount, type.bounds.length)
    case 'enumeration':
      return isOneOf(type.values)
    case 'name':
      return (value) => isName(value, type.maxLength)
    case 'version':
      return isVersion
    case 'language':
      return isLanguage
    case 'organisation':
      return isOrganisation
    case 'text':
      return isTextUpTo(type.maxLength ?? LIMITS.maxTextLength)
    case 'exception':
      return isException()
    case 'log':
      return isLog(type.maxLines ?? LIMITS.maxLogLines)
    case 'measurements':
      return isRecordOf(isOneOf(Object.keys(type.figures)), Number.isFinite, LIMITS.maxLabels)
    case 'attributes':
      return isRecordOf(isOneOf(type.attributes), isTextUpTo(LIMITS.maxTextLength), LIMITS.maxLabels)
    case 'ip-address':
      return isIpAddress
    case 'sip-uri':
      return isSipUri
    default:
      return type satisfies never
  }
}
