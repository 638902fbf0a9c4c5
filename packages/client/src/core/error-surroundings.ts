import { LIMITS, findDataType, type DevicePractices, type LogLine } from '@candor/practices'

import type { Count } from './diagnostics.js'
import type { LaneValues } from './lane-values.js'

/** Characters of all the lines of the log. */
const MAX_LENGTH = LIMITS.maxStackLength

interface Line extends Pick<LogLine, 'level' | 'message'> {
  readonly atMillis: number
}

/** What surrounds an error, in memory alone: the last log lines, and what the app attaches. */
export interface ErrorSurroundings {
  /** Keeps a line; the oldest give way. */
  log(level: unknown, message: unknown): void
  /** Attaches what `read` gives to each error that has no such data type. Returns the way to stop that. */
  attach(name: string, read: () => unknown): () => void
  /** What surrounds an error of a moment, of the data types that it does not give itself. */
  around(given: object, atMillis: number): Readonly<Record<string, unknown>>
  /** Takes the lines out. The answer puts them back. */
  cut(): () => void
}

interface Parts {
  readonly practices: DevicePractices
  readonly values: LaneValues
  /** The data types that are collected now. */
  readonly open: ReadonlySet<string>
  readonly now: () => number
  readonly count: Count
}

/** Begins with no line and nothing attached. */
export const createErrorSurroundings = ({
  practices,
  values,
  open,
  now,
  count,
}: Parts): ErrorSurroundings => {
  const types = practices.dataTypes.error
  const logName = Object.keys(types).find((name) => types[name]?.kind === 'log') ?? ''
  const logType = findDataType(practices, 'error', logName)
  const maxLines = (logType?.kind === 'log' && logType.maxLines) || LIMITS.maxLogLines
  const attached = new Map<string, () => unknown>()
  let lines: Line[] = []
  const isTooMuch = (): boolean =>
    lines.length > maxLines || lines.reduce((sum, { message }) => sum + message.length, 0) > MAX_LENGTH
  return {
    log: (level, message) => {
      if (!open.has(logName)) return
      const text = typeof message === 'string' ? message.slice(0, LIMITS.maxMessageLength) : message
      const line = { level, message: text } as Line
      if (!values.take(logName, [{ beforeMillis: 0, ...line }])) return
      lines.push({ ...line, atMillis: now() })
      while (isTooMuch()) lines.shift()
    },
    attach: (name, read) => {
      attached.set(name, read)
      return () => void (attached.get(name) === read && attached.delete(name))
    },
    around: (given, atMillis) => {
      const around: Record<string, unknown> = {}
      if (lines.length > 0)
        around[logName] = lines.map((line) => ({
          beforeMillis: Math.max(atMillis - line.atMillis, 0),
          level: line.level,
          message: line.message,
        }))
      for (const [name, read] of attached) {
        if (!open.has(name)) continue
        try {
          if (!Object.hasOwn(given, name)) around[name] = read()
        } catch {
          count(`attach-failed:error.${name}`)
        }
      }
      return around
    },
    cut: () => {
      const taken = lines
      lines = []
      return () => {
        if (open.has(logName)) lines = [...taken, ...lines]
      }
    },
  }
}
