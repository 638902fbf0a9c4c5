import { LIMITS, findDataType, type DevicePractices, type LogLine } from '@candor/practices'

import type { Count } from './diagnostics.js'
import { createErrorLog } from './error-log.js'
import type { LaneValues } from './lane-values.js'

/** What surrounds an error, in memory alone: the last log lines, and what the app attaches. */
export interface ErrorSurroundings {
  /** Keeps a line, where the data type of kind `log` is collected. */
  readonly log: (level: LogLine['level'], message: string) => void
  /** Attaches what `read` gives to each error that has no such data type. Returns the way to stop that. */
  readonly attach: (name: string, read: () => unknown) => () => void
  /** What surrounds an error of this moment, of the data types that it does not give itself. */
  readonly around: (given: object) => Readonly<Record<string, unknown>>
  /** Takes the lines out. The answer puts them back, where they may be kept. */
  readonly cut: () => () => void
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
export const createErrorSurroundings = (parts: Parts): ErrorSurroundings => {
  const { practices, values, open, now, count } = parts
  const types = practices.dataTypes.error
  const logName = Object.keys(types).find((name) => types[name]?.kind === 'log') ?? ''
  const lines = createErrorLog(findDataType(practices, 'error', logName))
  const attached = new Map<string, () => unknown>()
  return {
    log: (level, message) => {
      const line = {
        level,
        message: typeof message === 'string' ? message.slice(0, LIMITS.maxMessageLength) : message,
      }
      if (open.has(logName) && values.take(logName, [{ beforeMillis: 0, ...line }]))
        lines.add({ ...line, atMillis: now() })
    },
    attach: (name, read) => {
      attached.set(name, read)
      return () => void (attached.get(name) === read && attached.delete(name))
    },
    around: (given) => {
      const around: Record<string, unknown> = {}
      for (const [name, read] of [[logName, () => lines.before(now())] as const, ...attached]) {
        if (!open.has(name) || Object.hasOwn(given, name)) continue
        try {
          around[name] = read()
        } catch {
          count(`attach-failed:error.${name}`)
        }
      }
      return around
    },
    cut: () => {
      const putBack = lines.cut()
      return () => (open.has(logName) ? putBack() : undefined)
    },
  }
}
