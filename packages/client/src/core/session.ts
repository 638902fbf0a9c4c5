import { isObject, type Meeting } from '@candor/practices'

import type { DeviceSettings } from './device-settings.js'
import type { Client } from './client.js'
import { choiceOf, keepConsent } from './consent.js'
import { isPolicyNeeded } from './decisions.js'
import { endReports } from './grow.js'
import { userOf } from './identity.js'
import { isPolicyReady } from './policy.js'
import { begin } from './recording.js'
import { here, meetingOf } from './whereabouts.js'

// What the app tells of who uses it and where. What was recorded before a change is saved under what held then; after it,
// everything is decided anew.

/**
 * The user is another one. What was counted before anybody signed in is of the same report; what was counted for somebody
 * else is not.
 */
export const setUser = (client: Client, userId: string | undefined): void => {
  const { state, lanes, save, changed } = client
  save()
  state.user = userId === undefined ? undefined : userOf(client, userId)
  const key = state.user?.key
  for (const lane of key ? lanes.slice(0, 1) : []) {
    endReports(lane, (report) => report.user !== undefined && report.user !== key)
    begin(lane)
  }
  changed()
}

/** The meeting is another one: its pool's policy is asked for. */
export const setMeeting = (client: Client, meeting: Meeting | undefined): void => {
  client.save()
  client.state.meeting = meetingOf(client, meeting)
  client.changed()
  const place = here(client, 'usage')
  if (isPolicyNeeded(client, place)) void isPolicyReady(client, place.head)
}

/** Keeps the choice of the one who is signed in. */
export const setConsent = (client: Client, answer: 'granted' | 'denied', control?: string): void => {
  const { state, count } = client
  const choice = choiceOf(client, control)
  if (!choice) return
  if (!state.user) return count('consent-without-user')
  if (answer !== 'granted' && answer !== 'denied') return count('consent-refused')
  keepConsent(client, state.user.key, choice, answer)
  client.changed()
}

/** Anything that is no object counts as misuse, and nothing changes. */
export const setDevice = ({ state, changed, count }: Client, own: DeviceSettings): void => {
  const { settings = {} } = own
  if (!isObject(settings)) return count('misuse')
  state.own = own
  changed()
}
