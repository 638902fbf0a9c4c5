import { createHash } from 'node:crypto'

import { findDataType, type DevicePractices, type ExceptionValue } from '@candor/practices'

import { inAppFrames, type StackFrame } from './stack-frames.js'

/** What groups errors that have the same cause, as far as their stacks say. */
export interface ErrorGrouping {
  /** `1:` (the version of the rule) and 16 hexadecimal digits; empty where a report has neither exception nor code. */
  readonly fingerprint: string
  /** The exception's type. */
  readonly type: string
  /** Function and file:line of the top in-app frame. */
  readonly place: string
  readonly code: string
}

/** The data types of an error lane that grouping looks at. */
export interface GroupingTypes {
  readonly product: string
  /** Of kind exception, in the order of the practices. */
  readonly exceptions: readonly string[]
  /** The first text whose name ends in Code. */
  readonly code: string | undefined
}

/** Frames that count: fewer tell causes apart too little, more tell too much apart. */
const FINGERPRINT_FRAMES = 5

/** The data types of the practices that grouping looks at. */
export const groupingTypes = (practices: DevicePractices): GroupingTypes => {
  const names = Object.keys(practices.dataTypes.error)
  const kindOf = (name: string) => findDataType(practices, 'error', name)?.kind
  return {
    product: practices.product,
    exceptions: names.filter((name) => kindOf(name) === 'exception'),
    code: names.find((name) => /code$/i.test(name) && kindOf(name) === 'text'),
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const placeOf = (frame: StackFrame | undefined): string =>
  frame === undefined ? '' : `${frame.functionName} (${frame.fileName}:${frame.line})`

/** Groups a report's data by its first exception's type and frames, and its code. The message never counts. */
export const groupError = (types: GroupingTypes, data: Readonly<Record<string, unknown>>): ErrorGrouping => {
  const name = types.exceptions.find((exception) => data[exception] !== undefined)
  const exception = name === undefined ? undefined : (data[name] as ExceptionValue)
  const code = textOf(types.code === undefined ? undefined : data[types.code])
  const type = exception?.type ?? ''
  if (type === '' && code === '') return { fingerprint: '', type, place: '', code }
  const frames = inAppFrames(exception?.stack ?? '')
  // Lines move with every change of a file; a cause keeps its functions and files.
  const cause = frames
    .slice(0, FINGERPRINT_FRAMES)
    .map(({ functionName, fileName }) => `${functionName}@${fileName}`)
  const hash = createHash('sha256').update(JSON.stringify([types.product, type, code, cause]))
  return { fingerprint: `1:${hash.digest('hex').slice(0, 16)}`, type, place: placeOf(frames[0]), code }
}
