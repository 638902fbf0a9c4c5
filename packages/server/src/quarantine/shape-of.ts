import { isObject } from '@candor/practices'
import type { ReportShape, ShapeField, ShapeKind } from './quarantine.js'

const MOST_FIELDS = 64

const NAME_FORM = /^(?!.*\d{4})(?![\da-f]{24,}$)[A-Za-z][A-Za-z0-9]{0,63}$/

/**
 * Whether a text has the form of a data type's name: a letter, then letters and digits, at most 64, and nothing like a GUID
 * or a number of four digits or more. Other names may be anything, an identifier too, and are not kept.
 */
export const hasNameForm = (text: string): boolean => NAME_FORM.test(text)

const kindOf = (value: unknown): ShapeKind => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  switch (typeof value) {
    case 'boolean':
      return 'truth'
    case 'number':
      return Number.isInteger(value) ? 'whole-number' : 'number'
    case 'string':
      return 'text'
    default:
      return 'object'
  }
}

const sizeOf = (value: unknown): number | undefined => {
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  return isObject(value) ? Object.keys(value).length : undefined
}

/** Whether a name may be kept. */
export type IsKeptName = (name: string) => boolean

const fieldOf = (name: string, value: unknown, isKept: IsKeptName): ShapeField => {
  const size = sizeOf(value)
  return { ...(isKept(name) && { name }), kind: kindOf(value), ...(size !== undefined && { size }) }
}

const fieldsIn = (value: unknown, isKept: IsKeptName): readonly ShapeField[] =>
  isObject(value)
    ? Object.entries(value)
        .slice(0, MOST_FIELDS)
        .map(([name, part]) => fieldOf(name, part, isKept))
    : []

/** The shape of whatever stood in an envelope as a report. */
export const shapeOf = (raw: unknown, isKept: IsKeptName): ReportShape => ({
  fields: isObject(raw) ? fieldsIn(raw, isKept) : [fieldOf('report', raw, isKept)],
  data: isObject(raw) ? fieldsIn(raw['data'], isKept) : [],
})
