import type { SessionParts } from '../sessions.js'
import { findAutomatic } from '../automatic-types.js'
import { describeThrown } from '../describe-thrown.js'
import type { ErrorReporter } from '../error-reporter.js'
import { wantsCrashes } from '../lost-sessions.js'
import { countOne } from '../recorders.js'
import { NOTHING_TO_STOP, startAll, type Stop } from '../stops.js'
import { onEndingSignal } from './end-by-signal.js'
import { countForeign, onProcess } from './process-events.js'

/** Whether the app itself takes uncaught errors, and goes on. */
const survives = (): boolean =>
  countForeign('uncaughtException') > 0 || process.hasUncaughtExceptionCaptureCallback()

/** A session of a process: from here until it exits. */
const markSession = (parts: SessionParts): Stop => {
  const { sessions } = parts
  let end = (): void => {
    end = NOTHING_TO_STOP
    sessions.end()
  }
  sessions.begin()
  return startAll([
    () => () => end(),
    () => onProcess('exit', () => end()),
    () => onEndingSignal(() => end()),
  ])
}

/**
 * Reports what nobody caught, rejections too (under Node's default for them), without changing what Node does then. Where that
 * ends the process, it is a crash; where the app has a handler, or the practices know no crash, it is an uncaught error.
 */
const watchUncaught = ({ candor }: SessionParts, report: ErrorReporter): Stop => {
  const uncaught = findAutomatic(candor.practices, 'uncaught-error')
  const crash = findAutomatic(candor.practices, 'crash')
  if (uncaught.length === 0 && !wantsCrashes({ candor })) return NOTHING_TO_STOP
  return onProcess('uncaughtExceptionMonitor', (error: unknown) => {
    const isCrash = !survives()
    if (isCrash) countOne(candor, 'crashes')
    report(isCrash && crash.length > 0 ? crash : uncaught, describeThrown(error))
  })
}

/** Counts a session for this process, and its crashes. */
export const collectProcess = (parts: SessionParts, report: ErrorReporter): Stop => {
  countOne(parts.candor, 'sessions')
  return startAll([
    () => watchUncaught(parts, report),
    () => (wantsCrashes(parts) ? markSession(parts) : NOTHING_TO_STOP),
  ])
}
