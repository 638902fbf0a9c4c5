import type { LostSession, SessionParts } from './sessions.js'
import { findAutomatic } from './automatic-types.js'
import type { ErrorReporter } from './error-reporter.js'
import { countOne } from './recorders.js'
import { startAll, type Stop } from './stops.js'
import { onceCollected } from './while-collected.js'

/** Whether the practices want to know of crashes, so that sessions are marked on the device at all. */
export const wantsCrashes = ({ candor }: Pick<SessionParts, 'candor'>): boolean =>
  findAutomatic(candor.practices, 'crashes', 'crash').length > 0

const describeLost = ({ fromMillis, lastMillis }: LostSession) => ({
  type: 'SessionLost',
  message: `the app ended without closing after at least ${Math.max(0, Math.round((lastMillis - fromMillis) / 1000))} s`,
})

/**
 * Counts each session that was lost as a crash, and reports it as an error: at once, or as soon as who was signed in then is
 * signed in again and allows that. Where that does not happen in this run, no report is made.
 */
export const collectLostSessions = ({ candor, sessions }: SessionParts, report: ErrorReporter): Stop => {
  const types = findAutomatic(candor.practices, 'crash')
  const stops: Stop[] = []
  stops.push(
    sessions.onLost((lost) => {
      countOne(candor, 'crashes')
      const tell = (): void => report(types, describeLost(lost))
      stops.push(onceCollected(candor, types, tell, () => sessions.isOfUser(lost)))
    }),
  )
  return () => startAll(stops.map((stop) => () => stop))()
}
