import { make, makeButton } from '../../pages/make.js'
import { enterMeeting, joinMeeting, leaveMeeting } from '../actions/attend.js'
import type { Invitation } from '../invitation.js'
import type { MeetingContext } from '../meeting-context.js'
import type { MeetingState } from '../state.js'
import type { MeetingPage } from './meeting-page.js'

/** What the launcher adds to an invitation: another way to join. */
export type OtherWay = (invitation: Invitation) => HTMLElement

const detailOf = ({ text }: MeetingPage, { host, pool, site }: Invitation): string =>
  [host === undefined ? '' : `${text('hostedBy')} ${host}`, pool, site]
    .filter((part) => part !== '')
    .join(' · ')

const stateOf = ({ active, joined }: MeetingState, id: string): 'idle' | 'in' | 'held' => {
  if (joined[id] === undefined) return 'idle'
  return active === id ? 'in' : 'held'
}

const createCard = (
  page: MeetingPage,
  context: MeetingContext,
  invitation: Invitation,
  otherWay: OtherWay | undefined,
): { readonly item: HTMLLIElement; readonly show: (state: MeetingState) => void } => {
  const { text } = page
  const { id, name, door } = invitation
  const button = (className: string, action: 'join' | 'resume' | 'leave'): HTMLButtonElement => {
    const made = makeButton(className, `${action}-${id}`, text(action))
    made.setAttribute('aria-label', `${text(action)}: ${text(name)}`)
    return made
  }
  const item = make('li', 'invitation')
  const names = make('div', 'invitation-names')
  const state = make('small', 'invitation-state')
  const buttons = make('div', 'invitation-buttons')
  const [join, resume, leave] = [
    button('primary', 'join'),
    button('quiet', 'resume'),
    button('danger', 'leave'),
  ]
  item.dataset['testid'] = id
  names.append(make('h2', '', text(name)), make('small', '', detailOf(page, invitation)), state)
  buttons.append(join, resume, leave, ...(otherWay && door === 'open' ? [otherWay(invitation)] : []))
  item.append(names, buttons)
  join.addEventListener('click', () => joinMeeting(context, invitation))
  resume.addEventListener('click', () => enterMeeting(context, id))
  leave.addEventListener('click', () => {
    leaveMeeting(context, id)
    join.focus()
  })
  const texts = {
    idle: door === 'locked' ? text('lockedDetail') : '',
    in: text('youAreIn'),
    held: text('onHold'),
  }
  return {
    item,
    show: (all) => {
      const now = stateOf(all, id)
      item.dataset['state'] = now
      state.textContent = texts[now]
      const [wasJoin, wasResume] = [document.activeElement === join, document.activeElement === resume]
      join.hidden = now !== 'idle'
      resume.hidden = now !== 'held'
      leave.hidden = now === 'idle'
      if ((wasJoin && join.hidden) || (wasResume && resume.hidden)) leave.focus()
    },
  }
}

/** Lists the meetings that the person was invited to; one can be joined, put on hold by another one, and left. */
export const bindInvitations = (page: MeetingPage, context: MeetingContext, otherWay?: OtherWay): void => {
  const cards = context.invitations.map((invitation) => createCard(page, context, invitation, otherWay))
  page.part('invitations', HTMLElement).append(...cards.map(({ item }) => item))
  const lead = context.invitations.filter(({ door }) => door === 'open').length > 1 ? 'leadTwo' : 'lead'
  page.part('lead', HTMLElement).textContent = page.text(lead)
  context.store.follow((state) => {
    for (const { show } of cards) show(state)
    page.part('meetings', HTMLElement).hidden = state.screen === 'crashed'
  })
}
