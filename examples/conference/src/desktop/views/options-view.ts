import { CandorOptionsElement } from '@candor/elements'
import type { Language } from '@candor/practices'

import type { DesktopContext } from '../actions/desktop-context.js'
import type { DesktopPage } from './desktop-page.js'

/** The gear, the Options dialog and its General tab. */
export const bindOptions = (
  { part }: DesktopPage,
  { candor, store }: DesktopContext,
  language: Language,
): void => {
  const dialog = part('options', HTMLDialogElement)
  const options = part('candor-options', CandorOptionsElement)
  const link = part('practices-link', HTMLAnchorElement)
  link.href = `/practices?lang=${language}`
  options.candor = candor
  part('options-open', HTMLElement).addEventListener('click', () => dialog.showModal())
  part('options-close', HTMLElement).addEventListener('click', () => dialog.close())
  // A click beside the dialog falls on the dialog itself: its backdrop is part of it.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  store.follow(({ screen }) => {
    options.toggleAttribute('signed-in', screen === 'signed-in')
  })
}
