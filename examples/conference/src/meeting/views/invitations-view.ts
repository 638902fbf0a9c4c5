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

type CardState = ReturnType<typeof stateOf>

/** The buttons of a meeting; whichever is used, the focus stays among them. */
const createButtons = (
  { text }: MeetingPage,
  context: MeetingContext,
  invitation: Invitation,
): { readonly buttons: readonly HTMLButtonElement[]; readonly show: (state: CardState) => void } => {
  const { id, name } = invitation
  const create = (className: string, action: 'join' | 'resume' | 'leave'): HTMLButtonElement => {
    const made = makeButton(className, `${action}-${id}`, text(action))
    made.setAttribute('aria-label', `${text(action)}: ${text(name)}`)
    return made
  }
  const join = create('primary', 'join')
  const resume = create('quiet', 'resume')
  const leave = create('danger', 'leave')
  join.addEventListener('click', () => joinMeeting(context, invitation))
  resume.addEventListener('click', () => enterMeeting(context, id))
  leave.addEventListener('click', () => {
    leaveMeeting(context, id)
    join.focus()
  })
  return {
    buttons: [join, resume, leave],
    show: (state) => {
      const [wasJoin, wasResume] = [document.activeElement === join, document.activeElement === resume]
      join.hidden = state !== 'idle'
      resume.hidden = state !== 'held'
      leave.hidden = state === 'idle'
      if ((wasJoin && join.hidden) || (wasResume && resume.hidden)) leave.focus()
    },
  }
}

const createCard = (
  page: MeetingPage,
  context: MeetingContext,
  invitation: Invitation,
  otherWay: OtherWay | undefined,
): { readonly item: HTMLLIElement; readonly show: (state: MeetingState) => void } => {
  const { text } = page
  const { id, name, door } = invitation
  const item = make('li', 'invitation')
  const names = make('div', 'invitation-names')
  const told = make('small', 'invitation-state')
  const row = make('div', 'invitation-buttons')
  const { buttons, show } = createButtons(page, context, invitation)
  const idle = door === 'locked' ? text('lockedDetail') : ''
  const texts = { idle, in: text('youAreIn'), held: text('onHold') }
  item.dataset['testid'] = id
  names.append(make('h2', '', text(name)), make('small', '', detailOf(page, invitation)), told)
  row.append(...buttons, ...(otherWay && door === 'open' ? [otherWay(invitation)] : []))
  item.append(names, row)
  return {
    item,
    show: (all) => {
      const state = stateOf(all, id)
      item.dataset['state'] = state
      told.textContent = texts[state]
      show(state)
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
