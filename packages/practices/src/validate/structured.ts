import * as LIMITS from '../limits.js'
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

/** A validator of the values in a list. */
export const isOneOf = (words: readonly string[]): Validator => {
  const known: ReadonlySet<unknown> = new Set(words)
  return (value) => known.has(value)
}

/** A validator of objects whose keys and values all pass, up to a number of entries. */
export const isRecordOf =
  (isKey: Validator, isValue: Validator, maxEntries: number): Validator =>
  (value) => {
    if (!isObject(value)) return false
    let entries = 0
    for (const key in value) {
      entries += 1
      if (entries > maxEntries || !isKey(key) || !isValue(value[key])) return false
    }
    return true
  }

/** A validator of objects with no keys but those of the parts, each of which passes. */
const isObjectOf = (parts: Readonly<Record<string, Validator>>): Validator => {
  const entries = Object.entries(parts)
  const keys = new Set(Object.keys(parts))
  return (value) =>
    isObject(value) && hasOnlyKeys(value, keys) && entries.every(([key, isPart]) => isPart(value[key]))
}

const isMessage = isTextUpTo(LIMITS.maxMessageLength)
const isStack = isTextUpTo(LIMITS.maxStackLength)

/** A validator of errors with their type, message and stack. */
export const isException = (): Validator =>
  isObjectOf({
    type: isTextUpTo(LIMITS.maxTextLength, 1),
    message: isMessage,
    stack: (stack) => stack === undefined || isStack(stack),
  })

/** A validator of logs, up to a number of lines. */
export const isLog = (maxLines: number): Validator => {
  const isLine = isObjectOf({
    beforeMillis: Number.isSafeInteger,
    level: isOneOf(LOG_LEVELS),
    message: isMessage,
  })
  return (value) => Array.isArray(value) && value.length <= maxLines && value.every(isLine)
}
