import { CandorOptionsElement, CandorViewerElement, readPublishedTexts } from '@candor/elements'
import type { Language } from '@candor/practices'

import type { DesktopContext } from '../actions/desktop-context.js'
import type { DesktopPage } from './desktop-page.js'
import { bindTabs } from './tabs-view.js'

/** The tab with the diagnostic data, which a button of the General tab opens. */
const bindViewer = ({ part }: DesktopPage, { candor }: DesktopContext): void => {
  const viewer = part('candor-viewer', CandorViewerElement)
  const diagnostics = part('tab-diagnostics', HTMLElement)
  const list = diagnostics.parentElement
  viewer.candor = candor
  if (list === null) return
  const tabs = bindTabs(list)
  part('options', HTMLDialogElement).addEventListener('candor-open-viewer', (event) => {
    event.preventDefault()
    tabs.select(diagnostics)
    viewer.open()
  })
}

/** The texts of the practices, which the page's own bundle leaves out: the elements get them from the published document. */
const bindTexts = async ({ part }: DesktopPage): Promise<void> => {
  const response = await fetch('/practices.json?product=skype-teams', { credentials: 'omit' })
  const practices = readPublishedTexts(await response.json())
  part('candor-options', CandorOptionsElement).practices = practices
  part('candor-viewer', CandorViewerElement).practices = practices
}

/** The gear, the Options dialog and its two tabs. */
export const bindOptions = (page: DesktopPage, context: DesktopContext, language: Language): void => {
  const { part } = page
  const dialog = part('options', HTMLDialogElement)
  const options = part('candor-options', CandorOptionsElement)
  const link = part('practices-link', HTMLAnchorElement)
  link.href = `/practices?lang=${language}`
  options.candor = context.candor
  bindViewer(page, context)
  // Without them the elements show names and a short catalogue of their own.
  void bindTexts(page).catch(() => undefined)
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
