import { bindElements } from '../../pages/bind-elements.js'
import { bindTabs } from '../../pages/tabs.js'
import type { MeetingContext } from '../meeting-context.js'
import type { MeetingPage } from './meeting-page.js'

/** The panel beside the meeting: what is collected and by whose decision, and the exact data. */
export const bindData = ({ part, language }: MeetingPage, { candor }: MeetingContext): void => {
  const { viewer } = bindElements(document, candor)
  const exact = part('tab-exact', HTMLElement)
  const tabs = bindTabs(part('data-tabs', HTMLElement))
  part('data', HTMLElement).addEventListener('candor-open-viewer', (event) => {
    event.preventDefault()
    tabs.select(exact)
    viewer.open()
  })
  part('practices-link', HTMLAnchorElement).href = `/practices?lang=${language}`
}
