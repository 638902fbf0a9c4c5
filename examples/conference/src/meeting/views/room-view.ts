import { explainDecision } from '@candor/practices'

import { makeButton } from '../../pages/make.js'
import { FEATURES } from '../../product/features.js'
import { applyFeature, crash, raiseError } from '../actions/take-part.js'
import type { MeetingContext } from '../meeting-context.js'
import type { MeetingPage } from './meeting-page.js'

/** Says whether usage data of the meeting is collected now, and by whose decision. */
const bindDecision = ({ part, text, language }: MeetingPage, { candor, store }: MeetingContext): void => {
  const state = part('meeting-data', HTMLElement)
  const why = part('meeting-why', HTMLElement)
  const show = (): void => {
    const decision = candor.decide('usage.CallMinutes')
    state.dataset['state'] = decision.collect ? 'on' : 'off'
    state.textContent = text(decision.collect ? 'usageOn' : 'usageOff')
    why.textContent = explainDecision(decision, language)
  }
  candor.subscribe(show)
  store.follow(show)
}

/** The meeting that the person is in: its minutes, its features, and what goes wrong on purpose. */
export const bindRoom = (page: MeetingPage, context: MeetingContext): void => {
  const { part, text } = page
  for (const feature of FEATURES) {
    const button = makeButton('chip', `feature-${feature}`, text(feature))
    button.addEventListener('click', () => applyFeature(context, feature))
    part('features', HTMLElement).append(button)
  }
  part('raise-error', HTMLElement).addEventListener('click', () => raiseError(context))
  part('crash', HTMLElement).addEventListener('click', () => crash(context))
  bindDecision(page, context)
  context.store.follow(({ screen, active, joined, notice }) => {
    const attendance = joined[active]
    const name = context.invitations.find(({ id }) => id === active)?.name
    part('room', HTMLElement).hidden = attendance === undefined || screen === 'crashed'
    part('room-name', HTMLElement).textContent = name === undefined ? '' : text(name)
    part('minutes', HTMLElement).textContent = attendance === undefined ? '' : `${attendance.minutes} min`
    part('notice', HTMLElement).textContent = notice === '' || screen === 'crashed' ? '' : text(notice)
  })
}
