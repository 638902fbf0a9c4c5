import { createCandor } from '@candor/client/browser'
import { collectPage } from '@candor/client/collect/page'
import { inspection } from '@candor/client/inspection'
import { defineCandorElements } from '@candor/elements'
import { skypeTeams } from '@candor/practices/skype-teams'

import { APP_VERSION } from '../product/version.js'
import { inOtherLanguage, parsePageConfiguration } from '../pages/page-configuration.js'
import { translate } from '../pages/translate.js'
import type { DesktopContext } from './actions/desktop-context.js'
import { INITIAL_STATE } from './state.js'
import { createStore } from '../pages/store.js'
import { TEXTS } from './texts.js'
import { bindContacts } from './views/contacts-view.js'
import { bindConversation } from './views/conversation-view.js'
import { createDesktopPage } from './views/desktop-page.js'
import { bindDrawer } from './views/drawer-view.js'
import { bindEngagement } from './views/engagement-view.js'
import { bindOptions } from './views/options-view.js'
import { bindSignIn } from './views/sign-in-view.js'
import { bindTools } from './views/tools-view.js'
import { listContacts } from './world.js'

const address = new URL(location.href)
const { language, organisation, key, intervalMillis } = parsePageConfiguration(
  address.searchParams,
  navigator.languages,
)

const candor = createCandor({
  practices: skypeTeams,
  key,
  endpoint: location.origin,
  client: 'desktop',
  inspect: inspection(),
  org: organisation,
  intervalMillis: { census: intervalMillis, usage: intervalMillis, error: intervalMillis },
  policyMillis: intervalMillis,
  app: { name: 'SkypeDesktop', version: APP_VERSION },
  collect: collectPage({ console: ['warn', 'error'] }),
})

const context: DesktopContext = {
  candor,
  store: createStore(INITIAL_STATE),
  contacts: listContacts(organisation),
  later: (millis, callback) => void setTimeout(callback, millis),
  every: (millis, callback) => {
    const timer = setInterval(callback, millis)
    return () => clearInterval(timer)
  },
}

defineCandorElements()
translate(document, TEXTS, language)
const page = createDesktopPage(document, (name) => TEXTS[name][language])
page.part('organisation', HTMLElement).textContent = organisation
page.part('language', HTMLAnchorElement).href = inOtherLanguage(address, language)
bindSignIn(page, context)
bindContacts(page, context)
bindConversation(page, context)
bindEngagement(page, context)
bindTools(page, context, () => location.reload())
bindOptions(page, context, language)
bindDrawer(page, context)
