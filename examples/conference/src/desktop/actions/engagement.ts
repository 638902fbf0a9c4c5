import type { Engagement } from '../state.js'
import type { Meeting } from '../world.js'
import { noteFederation, type DesktopContext } from './desktop-context.js'

/** A minute of a call or a meeting lasts a second here. */
const MINUTE_MILLIS = 1_000

/** Begins an engagement and counts its minutes until another one, or none, has taken its place. */
const begin = (
  { candor, store, every }: DesktopContext,
  first: Exclude<Engagement, { kind: 'none' }>,
): void => {
  let current = first
  store.update({ engagement: current, notice: '' })
  const stop = every(MINUTE_MILLIS, () => {
    if (store.get().engagement !== current) return stop()
    current = { ...current, minutes: current.minutes + 1 }
    candor.usage.CallMinutes.add(1)
    store.update({ engagement: current })
  })
}

/** Calls the contact whose conversation is open. */
export const startCall = (context: DesktopContext): void => {
  const { contact, engagement } = context.store.get()
  if (engagement.kind !== 'none') return
  context.candor.usage.CallsMade.add()
  noteFederation(context, contact)
  begin(context, { kind: 'call', contact, minutes: 0 })
}

/** Tries to join a meeting; a full one lets nobody in. */
export const joinMeeting = (context: DesktopContext, meeting: Meeting): void => {
  if (context.store.get().engagement.kind !== 'none') return
  context.candor.usage.MeetingJoinAttempts.add()
  if (meeting.seats === 'full') {
    context.store.update({ notice: 'meetingFull' })
    return
  }
  context.candor.usage.MeetingJoinSuccesses.add()
  begin(context, { kind: 'meeting', meeting: meeting.id, minutes: 0 })
}

/** Ends the call or leaves the meeting, where there is one. */
export const endEngagement = ({ store }: DesktopContext): void =>
  store.update({ engagement: { kind: 'none' } })
