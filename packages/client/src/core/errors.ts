import { LIMITS, type LogLine } from '@candor/practices'

import type { Lane } from './client.js'
import type { Data } from './kept-report.js'
import { toException } from './to-exception.js'
import { takeValue } from './values.js'

/** Characters of all the lines. */
const MAX_LENGTH = LIMITS.maxStackLength

/** What an app gives of an error, by data type. */
export type ErrorInputs = Readonly<Record<string, unknown>>

/** The data type of a kind; empty where there is none. */
export const nameOf = ({ types }: Lane, kind: string): string =>
  Object.keys(types).find((name) => types[name]?.kind === kind) ?? ''

/** The data type that the client fills in with the lane's user. */
export const subjectOf = (lane: Lane): string => nameOf(lane, 'service-hashed-user-id')

/** A value as it is now, whatever the app does with it later. */
const snapshot = (value: unknown): unknown =>
  value instanceof Error ? toException(value) : (JSON.parse(JSON.stringify(value)) as unknown)

/** What the data types take of what was given, as it is now. */
const take = (lane: Lane, given: ErrorInputs): Data => {
  const data: Data = {}
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || name === subjectOf(lane)) continue
    const taken = takeValue(lane, name, snapshot(value))
    if (taken !== undefined) data[name] = taken
  }
  return data
}

/** Keeps a line in memory, the last ones alone, where the data type of kind `log` is recorded. */
export const logLine = (lane: Lane, level: LogLine['level'], message: string): void => {
  const { types, lines } = lane
  const name = nameOf(lane, 'log')
  const cut = typeof message === 'string' ? message.slice(0, LIMITS.maxMessageLength) : message
  const line = { beforeMillis: 0, level, message: cut }
  if (!lane.open.has(name) || !takeValue(lane, name, [line])) return
  lines.push({ ...line, atMillis: lane.platform.now() })
  const { maxLines = LIMITS.maxLogLines } = types[name] as { readonly maxLines?: number }
  let length = 0
  // From the newest on, as many as fit.
  const excess = lines.findLastIndex(
    (each, at) => at < lines.length - maxLines || (length += each.message.length) > MAX_LENGTH,
  )
  lines.splice(0, excess + 1)
}

const readLines = ({ lines, platform }: Lane): readonly LogLine[] | undefined =>
  lines.length > 0
    ? lines.map(({ level, message, atMillis }) => ({
        beforeMillis: Math.max(platform.now() - atMillis, 0),
        level,
        message,
      }))
    : undefined

/** Attaches what `read` gives to each error that has no such data type. Returns the way to stop that. */
export const attach = ({ attached }: Lane, name: string, read: () => unknown): (() => void) => {
  attached.set(name, read)
  return () => void (attached.get(name) === read && attached.delete(name))
}

/** What surrounds an error of this moment, of the data types that it does not give itself. */
const around = (lane: Lane, given: object): ErrorInputs => {
  const found: Record<string, unknown> = {}
  for (const [name, read] of new Map([[nameOf(lane, 'log'), () => readLines(lane)], ...lane.attached])) {
    if (!lane.open.has(name) || Object.hasOwn(given, name)) continue
    try {
      found[name] = read()
    } catch {
      lane.count(`attach-failed:error.${name}`)
    }
  }
  return found
}

/** Takes what is recorded now of an error. Returns whether anything is. */
export const catchError = (lane: Lane, caught: Data, atMillis: number): boolean => {
  const left = Object.entries(caught).filter(([name]) => lane.open.has(name))
  if (left.length > 0) lane.caught.push({ atMillis, data: Object.fromEntries(left) })
  return left.length > 0
}

/** Takes an error with what surrounds it, for the next save. Returns whether anything of it is recorded. */
export const reportError = (lane: Lane, error: ErrorInputs): boolean => {
  const given = take(lane, error)
  if (Object.keys(given).length === 0) return false
  const caught = { ...take(lane, around(lane, error)), ...given }
  if (lane.caught.length < LIMITS.maxReports) return catchError(lane, caught, lane.platform.now())
  lane.count('queue-full')
  return false
}
