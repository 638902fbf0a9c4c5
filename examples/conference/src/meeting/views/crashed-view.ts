import { explainDecision } from '@candor/practices'

import type { MeetingContext } from '../meeting-context.js'
import type { MeetingPage } from './meeting-page.js'

/** What is left of the app after a crash: whether it will be reported, by whose decision, and a way to start again. */
export const bindCrashed = ({ part, text, language }: MeetingPage, context: MeetingContext): void => {
  const { candor, store } = context
  const restart = part('restart', HTMLElement)
  restart.addEventListener('click', () => location.reload())
  store.follow(({ screen, notice }) => {
    const isCrashed = screen === 'crashed'
    part('crashed', HTMLElement).hidden = !isCrashed
    if (!isCrashed || notice === '') return
    part('crashed-notice', HTMLElement).textContent = text(notice)
    part('crashed-why', HTMLElement).textContent = explainDecision(candor.decide('error.Crash'), language)
    restart.focus()
  })
}
