import { compileRecorded, LIMITS, type BareDataType, type RecordedDataType } from '@candor/practices'

import type { HasRoom } from './add-up.js'
import type { Lane } from './client.js'

/** A version of four numbers that could be an IPv4 address goes with its first three. */
const LIKE_AN_ADDRESS = /^(\d+\.\d+\.\d+)\.\d.*$/

/** The client fills in ids itself. */
export const isRecorded = (type: BareDataType | undefined): type is RecordedDataType =>
  !!type && !type.kind.endsWith('-id')

/**
 * Checks values with the practices' own validators: the value as it may be recorded, or undefined where it may not. What is
 * not taken is counted by the data type's name, never by the value.
 */
export const takeValue = (
  { types, category, checks, count }: Lane,
  name: string,
  value: unknown,
): unknown => {
  const type = Object.hasOwn(types, name) ? types[name] : undefined
  if (isRecorded(type)) {
    let isValid = checks.get(name)
    if (!isValid) checks.set(name, (isValid = compileRecorded(type)))
    if (isValid(value)) return value
    const short = typeof value === 'string' && value.replace(LIKE_AN_ADDRESS, '$1')
    if (type.kind === 'version' && isValid(short)) return short
  }
  count(`value-refused:${category}.${name}`)
  return undefined
}

/** Tells whether labels have room in a lane; what has none is counted. */
export const hasRoomIn =
  ({ types, category, count }: Lane): HasRoom =>
  (name, labels) => {
    const { maxLabels = LIMITS.maxLabels } = { ...types[name] } as { readonly maxLabels?: number }
    const isRoom = labels < maxLabels
    if (!isRoom) count(`labels-full:${category}.${name}`)
    return isRoom
  }
