import type { BareDataType } from '../practices.js'
import { parseDeviceId, parseFirstHash } from '../ids.js'
import { LIMITS } from '../limits.js'
import type { Validator } from './validator.js'
import { isException, isLog, isRecordOf, isTextUpTo } from './structured.js'
import { isIpAddress, isOrganisation, isSipUri, LANGUAGE, NAME, VERSION } from './formats.js'

const isCount: Validator = (value) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LIMITS.maxCount

const isAmount: Validator = (value) => typeof value === 'number' && value >= 0 && value <= LIMITS.maxCount

const isFinite: Validator = (value) => Number.isFinite(value)

const isMatch =
  (pattern: RegExp, maxLength: number): Validator =>
  (value) =>
    typeof value === 'string' && value.length <= maxLength && pattern.test(value)

const isOneOf = (words: readonly string[]): Validator => {
  const known: ReadonlySet<unknown> = new Set(words)
  return (value) => known.has(value)
}

const isName = isMatch(NAME, LIMITS.maxNameLength)
const isVersion = isMatch(VERSION, LIMITS.maxNameLength)
const isLanguage = isMatch(LANGUAGE, LIMITS.maxNameLength)

/** Compiles the validator of a data type: what does not depend on the value is worked out once. */
export const compileValidator = (type: BareDataType): Validator => {
  switch (type.kind) {
    case 'count':
      return isCount
    case 'duration':
      return isAmount
    case 'labelled-count': {
      const labels = type.labels && new Set(type.labels)
      return isRecordOf(
        labels ? (label) => labels.has(label) : isName,
        isCount,
        type.maxLabels ?? LIMITS.maxLabels,
      )
    }
    case 'distribution':
      return isRecordOf(isOneOf(type.bounds.map(String)), isCount, type.bounds.length)
    case 'enumeration':
      return isOneOf(type.values)
    case 'name':
      return isMatch(NAME, type.maxLength ?? LIMITS.maxNameLength)
    case 'version':
      return isVersion
    case 'language':
      return isLanguage
    case 'twice-hashed-user-id':
      return (value) => parseFirstHash(value) !== undefined
    case 'device-id':
      return (value) => parseDeviceId(value) !== undefined
    case 'organisation':
      return isOrganisation
    case 'service-hashed-user-id':
      return isTextUpTo(LIMITS.maxUserIdLength, 1)
    case 'text':
      return isTextUpTo(type.maxLength ?? LIMITS.maxTextLength)
    case 'exception':
      return isException
    case 'log':
      return isLog(type.maxLines ?? LIMITS.maxLogLines)
    case 'measurements':
      return isRecordOf((name) => Object.hasOwn(type.figures, name), isFinite, LIMITS.maxLabels)
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
