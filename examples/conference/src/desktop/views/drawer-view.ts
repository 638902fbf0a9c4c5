import type { SentRequest } from '@candor/client/browser'

import type { DesktopContext } from '../actions/desktop-context.js'
import { make } from '../../pages/make.js'
import type { DesktopPage } from './desktop-page.js'

/** How often the drawer looks for requests that were answered, in milliseconds. */
const LOOK_MILLIS = 500
/** Wide enough for the client and the drawer side by side, in CSS pixels. */
const WIDE = '(min-width: 1100px)'

const indented = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}

const createRequest = ({ text }: DesktopPage, request: SentRequest): HTMLLIElement => {
  const item = make('li', 'request')
  const details = document.createElement('details')
  const summary = document.createElement('summary')
  const time = new Date(request.atMillis).toLocaleTimeString(document.documentElement.lang)
  item.dataset['category'] = request.category
  summary.append(
    make('strong', '', text(request.category)),
    make('small', '', `${time} · ${text('answered')} ${request.status} · ${new Blob([request.body]).size} B`),
  )
  details.append(summary, make('pre', '', indented(request.body)))
  item.append(details)
  return item
}

const createShowSent = (page: DesktopPage): ((sent: readonly SentRequest[]) => void) => {
  const list = page.part('sent-list', HTMLElement)
  const shown = new Map<string, HTMLLIElement>()
  return (sent) => {
    // Each reading gives objects of its own: what is shown, and perhaps opened, is told by what it says.
    const requests = new Map(sent.map((request) => [JSON.stringify(request), request]))
    for (const [key, item] of shown) {
      if (requests.has(key)) continue
      item.remove()
      shown.delete(key)
    }
    for (const [key, request] of requests) {
      if (shown.has(key)) continue
      const item = createRequest(page, request)
      shown.set(key, item)
      list.prepend(item)
    }
    page.part('sent-none', HTMLElement).hidden = sent.length > 0
  }
}

/** The drawer that shows the exact bodies that left this device. */
export const bindDrawer = (page: DesktopPage, { candor, every }: DesktopContext): void => {
  const drawer = page.part('drawer', HTMLElement)
  const toggle = page.part('drawer-toggle', HTMLElement)
  const showSent = createShowSent(page)
  const show = (state: 'open' | 'closed'): void => {
    drawer.hidden = state === 'closed'
    toggle.setAttribute('aria-expanded', state === 'open' ? 'true' : 'false')
  }
  toggle.addEventListener('click', () => show(drawer.hidden ? 'open' : 'closed'))
  page.part('drawer-close', HTMLElement).addEventListener('click', () => {
    show('closed')
    toggle.focus()
  })
  drawer.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') page.part('drawer-close', HTMLElement).click()
  })
  show(matchMedia(WIDE).matches ? 'open' : 'closed')
  showSent(candor.sent())
  every(LOOK_MILLIS, () => showSent(candor.sent()))
}
