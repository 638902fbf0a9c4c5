import { make } from '../pages/make.js'
import type { Invitation } from '../meeting/invitation.js'
import { startMeetingPage } from '../meeting/start-meeting-page.js'
import { bindInvitations } from '../meeting/views/invitations-view.js'

const texts = {
  title: { en: 'Conference: join a meeting', es: 'Conference: unirse a una reunión' },
  heading: { en: 'Join a meeting', es: 'Unirse a una reunión' },
}

const { page, context, address } = startMeetingPage({ client: 'join-launcher', name: 'JoinLauncher', texts })

/** A link that hands the meeting over to the Meetings App, which counts the attempt as its own. */
const openInApp = ({ id, name, pool, site }: Invitation): HTMLAnchorElement => {
  const link = make('a', 'quiet', page.text('openInApp'))
  const target = new URL('./meetings-app.html', address)
  target.search = address.search
  target.searchParams.set('pool', pool)
  target.searchParams.set('site', site)
  link.href = target.href
  link.dataset['testid'] = `open-in-app-${id}`
  link.setAttribute('aria-label', `${page.text('openInApp')}: ${page.text(name)}`)
  link.addEventListener('click', () => {
    context.candor.setMeeting({ pool, site })
    context.candor.usage.FeatureUse.add('open-in-meetings-app')
  })
  return link
}

bindInvitations(page, context, openInApp)
