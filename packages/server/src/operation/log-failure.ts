import { CandorError, ERRORS, type ErrorCode } from '@candor/practices'
import type { Log } from './log.js'

const MOST_FRAMES = 4
const SYSTEM_CODE = /^[A-Z][A-Z0-9_]{2,40}$/

/** Where an error was thrown, in our own words: an engine's message may hold a value, so that no message is logged. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .flatMap((line) => /^ {4}at .*?([\w.-]+\.[cm]?[jt]s:\d+:\d+)\)?$/.exec(line)?.[1] ?? [])
    .slice(0, MOST_FRAMES)
    .join(' < ')

const systemCode = (error: unknown): string | undefined => {
  const { code } = (error ?? {}) as { readonly code?: unknown }
  return typeof code === 'string' && SYSTEM_CODE.test(code) ? code : undefined
}

/** What may be logged of an error: its kind, the system's code, and where it was thrown; never its message. */
export const factsOf = (error: unknown): Readonly<Record<string, string | number | boolean>> => {
  if (error instanceof CandorError) {
    return { ...error.facts, ...(error.cause instanceof Error && factsOf(error.cause)) }
  }
  const cause = systemCode(error)
  if (!(error instanceof Error)) return {}
  return { error: error.name, ...(cause !== undefined && { cause }), at: framesOf(error) }
}

/** Logs a failure that is Candor's own, by its code. */
export const logFailure =
  (log: Log) =>
  (code: ErrorCode, error: unknown): void =>
    log.error({ code, message: ERRORS[code].title.en, facts: factsOf(error) })
