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

/** A page with both elements, on a fake; the address says the endpoint, the texts and the colours. */
const asked = new URL(location.href).searchParams
const fake = createFakeCandor(asked.get('endpoint') ?? '')
document.documentElement.lang = asked.get('lang') ?? 'en'
defineCandorElements()
for (const element of document.querySelectorAll<HTMLElementTagNameMap['candor-options' | 'candor-viewer']>(
  'candor-options, candor-viewer',
)) {
  Object.assign(element, { candor: fake }, asked.get('texts') === 'none' ? {} : { practices: skypeTeams })
}
Object.assign(window, { fake, bodyOf, opened: 0 })
addEventListener('candor-open-viewer', () => {
  window.opened += 1
})
