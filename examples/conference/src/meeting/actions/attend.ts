import type { Invitation } from '../invitation.js'
import type { MeetingContext } from '../meeting-context.js'

/** A minute of a meeting lasts a second here. */
const MINUTE_MILLIS = 1_000

/**
 * Asks for the policy of each pool before a meeting is joined: until it is known the default counts, under which a join
 * would not be counted though the pool allows it.
 */
export const learnPolicies = ({ candor, invitations }: MeetingContext): void => {
  for (const { pool, site } of invitations) candor.setMeeting({ pool, site })
  candor.setMeeting(undefined)
}

/** Goes into a meeting that was joined; the one before is on hold. From here on its pool governs what is collected. */
export const enterMeeting = ({ candor, store, invitations }: MeetingContext, id: string): void => {
  const invitation = invitations.find((known) => known.id === id)
  candor.setMeeting(invitation && { pool: invitation.pool, site: invitation.site })
  store.update({ active: id, notice: '' })
}

/** Tries to join a meeting. The attempt belongs to the meeting's pool too; a locked one lets nobody in. */
export const joinMeeting = (context: MeetingContext, { id, pool, site, door }: Invitation): void => {
  const { candor, store } = context
  const { active, joined } = store.get()
  candor.setMeeting({ pool, site })
  candor.usage.MeetingJoinAttempts.add()
  if (door === 'locked') {
    enterMeeting(context, active)
    return store.update({ notice: 'locked' })
  }
  candor.usage.MeetingJoinSuccesses.add()
  store.update({ joined: { ...joined, [id]: { minutes: 0, messages: [] } } })
  enterMeeting(context, id)
}

/** Leaves a meeting; another one that is on hold stays so. */
export const leaveMeeting = (context: MeetingContext, id: string): void => {
  const { store } = context
  const { [id]: _, ...joined } = store.get().joined
  store.update({ joined })
  if (store.get().active === id) enterMeeting(context, '')
}

/** Counts the minutes of the meeting that the person is in. */
export const countMinutes = ({ candor, store, every }: MeetingContext): void =>
  every(MINUTE_MILLIS, () => {
    const { active, joined, screen } = store.get()
    const attendance = joined[active]
    if (attendance === undefined || screen === 'crashed') return
    candor.usage.CallMinutes.add(1)
    store.update({ joined: { ...joined, [active]: { ...attendance, minutes: attendance.minutes + 1 } } })
  })
