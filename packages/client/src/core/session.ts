import type { Candor } from './candor.js'
import { createConsentControl } from './consent-control.js'
import type { RecordedLane } from './recorded-lane.js'
import type { Services } from './services.js'

/** What the app tells about who uses it and where. */
export type Session = Pick<Candor, 'consent' | 'setUser' | 'setMeeting'>

/**
 * Makes what the app tells its Candor with. What was recorded before a change is saved under what held then; after it,
 * everything is decided anew.
 */
export const createSession = (
  services: Services,
  census: RecordedLane,
  save: () => void,
  changed: () => void,
): Session => {
  const { gate, identity, policies, whereabouts } = services
  return {
    consent: createConsentControl(services, changed),
    setUser: (userId) => {
      save()
      const user = userId === undefined ? undefined : identity.user(userId)
      whereabouts.signIn(user)
      if (user) {
        // What was counted before anybody signed in is of the same report; what was counted for somebody else is not.
        census.end((report) => report.user !== undefined && report.user !== user.key)
        census.begin?.()
      }
      changed()
    },
    setMeeting: (meeting) => {
      save()
      whereabouts.join(meeting)
      changed()
      const here = whereabouts.here('usage')
      if (gate.isPolicyNeeded(here)) void policies(here.head).ready()
    },
  }
}
