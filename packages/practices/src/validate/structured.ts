import { LIMITS } from '../limits.js'
import { LOG_LEVELS } from '../value.js'
import type { Validator } from './validator.js'

/** Whether a value is an object that is neither null nor a list. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value is an object with no keys but these. */
export const hasOnlyKeys = (value: Readonly<Record<string, unknown>>, keys: ReadonlySet<string>): boolean => {
  for (const key in value) if (!keys.has(key)) return false
  return true
}

/** A validator of texts between two lengths, in characters. Default least: 0. */
export const isTextUpTo =
  (maxLength: number, minLength = 0): Validator =>
  (value) =>
    typeof value === 'string' && value.length >= minLength && value.length <= maxLength

/** A validator of objects whose keys and values all pass, up to a number of entries. */
export const isRecordOf =
  (isKey: (key: string) => boolean, isValue: Validator, maxEntries: number): Validator =>
  (value) => {
    if (!isObject(value)) return false
    let entries = 0
    for (const key in value) {
      entries += 1
      if (entries > maxEntries || !isKey(key) || !isValue(value[key])) return false
    }
    return true
  }

const EXCEPTION_KEYS: ReadonlySet<string> = new Set(['type', 'message', 'stack'])
const isType = isTextUpTo(LIMITS.maxTextLength, 1)
const isMessage = isTextUpTo(LIMITS.maxMessageLength)
const isStack = isTextUpTo(LIMITS.maxStackLength)

/** Whether a value is an error with its type, message and stack. */
export const isException: Validator = (value) =>
  isObject(value) &&
  hasOnlyKeys(value, EXCEPTION_KEYS) &&
  isType(value['type']) &&
  isMessage(value['message']) &&
  (value['stack'] === undefined || isStack(value['stack']))

const LINE_KEYS: ReadonlySet<string> = new Set(['beforeMillis', 'level', 'message'])
const LEVELS: ReadonlySet<unknown> = new Set(LOG_LEVELS)

const isLine: Validator = (value) =>
  isObject(value) &&
  hasOnlyKeys(value, LINE_KEYS) &&
  Number.isSafeInteger(value['beforeMillis']) &&
  LEVELS.has(value['level']) &&
  isMessage(value['message'])

/** A validator of logs, up to a number of lines. */
export const isLog =
  (maxLines: number): Validator =>
  (value) =>
    Array.isArray(value) && value.length <= maxLines && value.every(isLine)
