import { defineCandorElements } from '@candor/elements'
import { skypeTeams } from '@candor/practices/skype-teams'

import { bodyOf, createFakeCandor, type FakeCandor } from './fake-candor.js'

declare global {
  interface Window {
    fake: FakeCandor
    bodyOf: typeof bodyOf
    opened: number
  }
}

/** A page with both elements, on a fake; the address says the endpoint, the client and the language. */
const asked = new URL(location.href).searchParams
const client = skypeTeams.clients.find((known) => known === asked.get('client')) ?? 'desktop'
const fake = createFakeCandor(asked.get('endpoint') ?? '', client)
document.documentElement.lang = asked.get('lang') ?? 'en'
defineCandorElements()
for (const element of document.querySelectorAll<HTMLElementTagNameMap['candor-options' | 'candor-viewer']>(
  'candor-options, candor-viewer',
)) {
  Object.assign(element, { candor: fake, practices: skypeTeams })
}
Object.assign(window, { fake, bodyOf, opened: 0 })
addEventListener('candor-open-viewer', () => {
  window.opened += 1
})
