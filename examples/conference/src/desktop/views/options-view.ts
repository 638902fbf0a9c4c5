import type { CandorViewerElement } from '@candor/elements'
import type { Language } from '@candor/practices'

import { bindElements } from '../../pages/bind-elements.js'
import { bindTabs } from '../../pages/tabs.js'
import type { DesktopContext } from '../actions/desktop-context.js'
import type { DesktopPage } from './desktop-page.js'

/** The tab with the diagnostic data, which a button of the General tab opens. */
const bindViewer = ({ part }: DesktopPage, viewer: CandorViewerElement): void => {
  const diagnostics = part('tab-diagnostics', HTMLElement)
  const tabs = bindTabs(part('options-tabs', HTMLElement))
  part('options', HTMLDialogElement).addEventListener('candor-open-viewer', (event) => {
    event.preventDefault()
    tabs.select(diagnostics)
    viewer.open()
  })
}

/** The gear, the Options dialog and its two tabs. */
export const bindOptions = (page: DesktopPage, context: DesktopContext, language: Language): void => {
  const { part } = page
  const dialog = part('options', HTMLDialogElement)
  const { options, viewer } = bindElements(document, context.candor)
  part('practices-link', HTMLAnchorElement).href = `/practices?lang=${language}`
  bindViewer(page, viewer)
  part('options-open', HTMLElement).addEventListener('click', () => dialog.showModal())
  part('options-close', HTMLElement).addEventListener('click', () => dialog.close())
  // A click beside the dialog falls on the dialog itself: its backdrop is part of it.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  context.store.follow(({ screen }) => {
    options.toggleAttribute('signed-in', screen === 'signed-in')
  })
}
