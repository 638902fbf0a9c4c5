import { createCandor } from '@candor/client/browser'
import { collectPage } from '@candor/client/collect/page'
import { inspection } from '@candor/client/inspection'
import { defineCandorElements } from '@candor/elements'
import { skypeTeams } from '@candor/practices/skype-teams'

import { inOtherLanguage, parsePageConfiguration } from '../pages/page-configuration.js'
import { createStore } from '../pages/store.js'
import { translate, type Texts } from '../pages/translate.js'
import { APP_VERSION } from '../product/version.js'
import { countMinutes, learnPolicies } from './actions/attend.js'
import { parseInvitations } from './invitation.js'
import type { MeetingContext } from './meeting-context.js'
import { INITIAL_STATE } from './state.js'
import { TEXTS } from './texts.js'
import { bindChat } from './views/chat-view.js'
import { bindCrashed } from './views/crashed-view.js'
import { bindData } from './views/data-view.js'
import { createMeetingPage, type MeetingPage } from './views/meeting-page.js'
import { bindRoom } from './views/room-view.js'
import { openWatson, type Watson } from './watson.js'

/** An app that people join meetings with. */
export interface MeetingApp {
  readonly client: 'meetings-app' | 'join-launcher'
  readonly name: string
  /** The operating system that it plays where the address names none. Default: the one that it runs on. */
  readonly os?: string
  /** The texts that this app alone has, such as its title. */
  readonly texts: Texts
}

/** A page that runs, with what the app adds to it. */
export interface StartedPage {
  readonly page: MeetingPage
  readonly context: MeetingContext
  readonly address: URL
  readonly device: { readonly os: string | undefined; readonly watson: Watson }
}

/** As long as the name of any system. */
const MAX_OS = 32

const createPageCandor = (
  { client, name }: MeetingApp,
  address: URL,
  { os, watson }: StartedPage['device'],
): MeetingContext['candor'] => {
  const { organisation, key, intervalMillis } = parsePageConfiguration(
    address.searchParams,
    navigator.languages,
  )
  return createCandor({
    practices: skypeTeams,
    key,
    endpoint: location.origin,
    client,
    org: organisation,
    ...(os !== undefined && { os }),
    device: {
      /** Read at each decision, as a real device's registry is. */
      get watson() {
        return watson.read()
      },
    },
    inspect: inspection(),
    intervalMillis: { census: intervalMillis, usage: intervalMillis, error: intervalMillis },
    policyMillis: intervalMillis,
    app: { name, version: APP_VERSION },
    collect: collectPage({ console: ['warn', 'error'] }),
  })
}

/** Starts a page that meetings are joined in: the real client, the room, and the panel that shows what is collected. */
export const startMeetingPage = (app: MeetingApp): StartedPage => {
  const address = new URL(location.href)
  const { language, organisation } = parsePageConfiguration(address.searchParams, navigator.languages)
  const device = {
    os: address.searchParams.get('os')?.slice(0, MAX_OS) || app.os,
    watson: openWatson(() => localStorage),
  }
  const context: MeetingContext = {
    candor: createPageCandor(app, address, device),
    store: createStore(INITIAL_STATE),
    invitations: parseInvitations(address.searchParams),
    later: (millis, callback) => void setTimeout(callback, millis),
    every: (millis, callback) => void setInterval(callback, millis),
  }
  defineCandorElements()
  translate(document, { ...TEXTS, ...app.texts }, language)
  const page = createMeetingPage(document, language, (name) => TEXTS[name][language])
  page.part('organisation', HTMLElement).textContent = `${page.text('guestOf')} ${organisation}`
  page.part('language', HTMLAnchorElement).href = inOtherLanguage(address, language)
  page.part('all-pages', HTMLAnchorElement).href = `./index.html?lang=${language}`
  bindRoom(page, context)
  bindChat(page, context)
  bindCrashed(page, context)
  bindData(page, context)
  countMinutes(context)
  learnPolicies(context)
  return { page, context, address, device }
}
