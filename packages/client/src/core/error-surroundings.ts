import { LIMITS, type DevicePractices, type LogLine } from '@candor/practices'

import type { Count } from './diagnostics.js'
import type { LaneValues } from './lane-values.js'

/** Characters of all the lines. */
const MAX_LENGTH = LIMITS.maxStackLength

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

interface Line extends Pick<LogLine, 'level' | 'message'> {
  readonly atMillis: number
}

/** Begins with no line and nothing attached. */
export const createErrorSurroundings = (parts: Parts): ErrorSurroundings => {
  const { practices, values, open, now, count } = parts
  const { error } = practices.dataTypes
  const [logName = '', type] = Object.entries(error).find(([, { kind }]) => kind === 'log') ?? []
  const { maxLines = LIMITS.maxLogLines } = type?.kind === 'log' ? type : {}
  let lines: Line[] = []
  const readLines = (): readonly LogLine[] | undefined =>
    lines.length > 0
      ? lines.map(({ atMillis, ...line }) => ({ beforeMillis: Math.max(now() - atMillis, 0), ...line }))
      : undefined
  const attached = new Map<string, () => unknown>()
  return {
    log: (level, message) => {
      const line = {
        level,
        message: typeof message === 'string' ? message.slice(0, LIMITS.maxMessageLength) : message,
      }
      if (!open.has(logName) || !values.take(logName, [{ beforeMillis: 0, ...line }])) return
      lines.push({ ...line, atMillis: now() })
      const isTooMuch = (): boolean =>
        lines.length > maxLines || lines.reduce((sum, each) => sum + each.message.length, 0) > MAX_LENGTH
      while (isTooMuch()) lines.shift()
    },
    attach: (name, read) => {
      attached.set(name, read)
      return () => void (attached.get(name) === read && attached.delete(name))
    },
    around: (given) => {
      const around: Record<string, unknown> = {}
      for (const [name, read] of [[logName, readLines] as const, ...attached]) {
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
      const taken = lines
      lines = []
      return () => {
        if (open.has(logName)) lines = taken
      }
    },
  }
}
