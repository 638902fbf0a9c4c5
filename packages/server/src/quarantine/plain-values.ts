import {
  compileValidator,
  findDataType,
  LIMITS,
  type BareDataType,
  type DataCategory,
  type DevicePractices,
} from '@candor/practices'
import { hasNameForm } from './shape-of.js'

type Data = Readonly<Record<string, unknown>>

const MOST_NAMES = 64

/** Versions and languages in their plainest form: a suffix could be a word of anybody's. */
const PLAIN_VERSION = /^\d{1,9}(?:\.\d{1,9}){0,3}$/
const PLAIN_LANGUAGE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/

/** Whether a valid value of a data type can hold nothing but numbers and words that the practices list. */
const isPlain = (type: BareDataType, value: unknown): boolean => {
  switch (type.kind) {
    case 'count':
    case 'duration':
    case 'distribution':
    case 'enumeration':
      return true
    case 'labelled-count':
      return type.labels !== undefined
    case 'version':
      return PLAIN_VERSION.test(String(value))
    case 'language':
      return PLAIN_LANGUAGE.test(String(value))
    default:
      return false
  }
}

const isPlainCount = (value: unknown): boolean =>
  typeof value === 'number' && value >= 0 && value <= LIMITS.maxCount

/**
 * What of a report's data may be kept until its practices are known: valid values of known data types that can hold no text,
 * and plain counts under unknown names. Identifiers, names and texts are left out.
 */
export const plainValues = (practices: DevicePractices, category: DataCategory, data: Data): Data => {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(data).slice(0, MOST_NAMES)) {
    const type = findDataType(practices, category, name)
    const isKept =
      type === undefined
        ? hasNameForm(name) && isPlainCount(value)
        : compileValidator(type)(value) && isPlain(type, value)
    if (isKept) kept[name] = value
  }
  return kept
}
