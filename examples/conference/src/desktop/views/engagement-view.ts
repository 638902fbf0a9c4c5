import type { DesktopContext } from '../actions/desktop-context.js'
import { endEngagement, joinMeeting, startCall } from '../actions/engagement.js'
import type { Engagement } from '../state.js'
import { MEETINGS, type Meeting } from '../world.js'
import { make } from '../../pages/make.js'
import type { DesktopPage } from './desktop-page.js'

const createMeeting = (
  { text }: DesktopPage,
  meeting: Meeting,
): { item: HTMLLIElement; join: HTMLButtonElement } => {
  const item = make('li', 'meeting')
  const names = make('span', 'contact-names')
  const join = make('button', 'quiet', text('join'))
  const detail = meeting.seats === 'full' ? `${meeting.time} · ${text('full')}` : meeting.time
  names.append(make('strong', '', text(meeting.id)), make('small', '', detail))
  join.type = 'button'
  join.dataset['testid'] = meeting.seats === 'full' ? 'meeting-join-full' : 'meeting-join'
  join.setAttribute('aria-label', `${text('join')}: ${text(meeting.id)}`)
  item.append(names, join)
  return { item, join }
}

const nameOf = ({ text }: DesktopPage, { contacts }: DesktopContext, engagement: Engagement): string => {
  switch (engagement.kind) {
    case 'none':
      return ''
    case 'call':
      return `${text('inCall')} ${contacts.find(({ id }) => id === engagement.contact)?.name ?? ''}`
    case 'meeting':
      return `${text('inMeeting')} ${text(engagement.meeting)}`
    default:
      return engagement satisfies never
  }
}

/** Calls and meetings: how they begin and end, and what goes on now. */
export const bindEngagement = (page: DesktopPage, context: DesktopContext): void => {
  const call = page.part('call-start', HTMLButtonElement)
  const end = page.part('call-end', HTMLButtonElement)
  const leave = page.part('meeting-leave', HTMLButtonElement)
  const meetings = MEETINGS.map((meeting) => ({ meeting, ...createMeeting(page, meeting) }))
  page.part('meetings', HTMLElement).append(...meetings.map(({ item }) => item))
  for (const { meeting, join } of meetings)
    join.addEventListener('click', () => joinMeeting(context, meeting))
  call.addEventListener('click', () => startCall(context))
  for (const button of [end, leave]) {
    button.addEventListener('click', () => {
      endEngagement(context)
      call.focus()
    })
  }
  context.store.follow(({ engagement }) => {
    const isEngaged = engagement.kind !== 'none'
    page.part('engagement', HTMLElement).hidden = !isEngaged
    end.hidden = engagement.kind !== 'call'
    leave.hidden = engagement.kind !== 'meeting'
    for (const button of [call, ...meetings.map(({ join }) => join)]) button.disabled = isEngaged
    page.part('engagement-name', HTMLElement).textContent = nameOf(page, context, engagement)
    page.part('engagement-minutes', HTMLElement).textContent = isEngaged ? `${engagement.minutes} min` : ''
  })
}
