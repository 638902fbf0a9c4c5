import { startMeetingPage } from '../meeting/start-meeting-page.js'
import { bindInvitations } from '../meeting/views/invitations-view.js'
import { bindWatson } from '../meeting/views/watson-view.js'

const texts = {
  title: { en: 'Conference: Meetings App', es: 'Conference: aplicación Reuniones' },
  heading: { en: 'Meetings App', es: 'Aplicación Reuniones' },
}

const { page, context, device } = startMeetingPage({
  client: 'meetings-app',
  name: 'SkypeMeetingsApp',
  os: 'Windows',
  texts,
})
const { candor, store, invitations } = context

/** Tells where the app is anew, since a value of the device tells nobody that it changed. */
const decideAnew = (): void => {
  const meeting = invitations.find(({ id }) => id === store.get().active)
  candor.setMeeting(meeting && { pool: meeting.pool, site: meeting.site })
}

bindInvitations(page, context)
bindWatson(page, { os: device.os ?? '', watson: device.watson }, decideAnew)
