import { pino } from 'pino'
import { createRepeatLimit } from './repeat-limit.js'
import { logText } from './log-text.js'

/** The levels of the log, the most urgent first. */
export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const

/** A level of the log. */
export type LogLevel = (typeof LOG_LEVELS)[number]

/** What a line says. Never an address, a key, a query, a body, or what a report holds. */
export interface LogEntry {
  /** Lines with one are limited: the same code at most once in ten seconds, with a count of those left out. */
  readonly code?: string
  readonly message: string
  readonly facts?: Readonly<Record<string, string | number | boolean>>
}

/** The service's log. */
export type Log = Readonly<Record<LogLevel, (entry: LogEntry) => void>>

/** How a log is made. */
export interface LogOptions {
  /** The least urgent level that is written. */
  readonly level: LogLevel
  /** json: an object a line. text: for people. */
  readonly format: 'json' | 'text'
  /** Takes a line with its line feed. */
  readonly write: (line: string) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
}

const REPEAT_MILLIS = 10_000

/** Makes a log: level, time, code, message and facts on each line, and nothing else. */
export const createLog = ({ level, format, write, now }: LogOptions): Log => {
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date(now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: format === 'json' ? write : (line) => write(logText(line)) },
  )
  const mayRepeat = createRepeatLimit(REPEAT_MILLIS)
  const say =
    (at: LogLevel) =>
    ({ code, message, facts }: LogEntry): void => {
      if (!logger.isLevelEnabled(at)) return
      const turn =
        code === undefined ? { kind: 'say' as const, heldBack: 0 } : mayRepeat(`${at} ${code}`, now())
      if (turn.kind === 'hold') return
      const more = turn.heldBack === 0 ? {} : { leftOut: turn.heldBack }
      logger[at]({ ...(code !== undefined && { code }), ...(facts && { facts }), ...more }, message)
    }
  return { error: say('error'), warn: say('warn'), info: say('info'), debug: say('debug') }
}
