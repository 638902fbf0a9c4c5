import type { TextName } from './texts.js'

/** A page of the example, with the places in the world that links lead to. */
export interface PageLinks {
  readonly name: string
  readonly file: string
  readonly title: TextName
  readonly lead: TextName
  readonly places: readonly Place[]
}

/** Where a link leads: who comes, and to which meetings. */
export interface Place {
  readonly role: 'person' | 'guest'
  readonly org: string
  readonly pools: readonly string[]
  readonly os?: string
}

const GUEST_AT_CONTOSO = { role: 'guest', org: 'fabrikam.com', pools: ['pool01.contoso.com'] } as const
const GUEST_AT_TWO = {
  role: 'guest',
  org: 'litwareinc.com',
  pools: ['pool01.contoso.com', 'pool01.fabrikam.com'],
} as const

/** The pages, each with links to the places that are worth a visit. */
export const PAGE_LINKS: readonly PageLinks[] = [
  {
    name: 'desktop',
    file: 'desktop.html',
    title: 'desktop',
    lead: 'desktopLead',
    places: [
      { role: 'person', org: 'contoso.com', pools: [] },
      { role: 'person', org: 'fabrikam.com', pools: [] },
    ],
  },
  {
    name: 'meetings-app',
    file: 'meetings-app.html',
    title: 'meetingsApp',
    lead: 'meetingsAppLead',
    places: [
      { ...GUEST_AT_CONTOSO, os: 'Windows' },
      { ...GUEST_AT_CONTOSO, os: 'macOS' },
      { ...GUEST_AT_TWO, os: 'Windows' },
    ],
  },
  {
    name: 'join-launcher',
    file: 'join-launcher.html',
    title: 'launcher',
    lead: 'launcherLead',
    places: [GUEST_AT_CONTOSO, GUEST_AT_TWO],
  },
]

/** What an admin can do, and the command that does it. */
export const COMMANDS: readonly (readonly [TextName, string])[] = [
  ['tenantOff', 'candor policy set DisableAutomaticSendTracing true --organisation contoso.com'],
  ['tenantDefault', 'candor policy remove DisableAutomaticSendTracing --organisation contoso.com'],
  [
    'poolOn',
    'candor New-CsWebServiceConfiguration -Identity service:WebServer:pool01.contoso.com -MeetingUxEnableTelemetry True',
  ],
  [
    'poolOff',
    'candor Set-CsWebServiceConfiguration -Identity service:WebServer:pool01.contoso.com -MeetingUxEnableTelemetry False',
  ],
  ['globalOn', 'candor Set-CsWebServiceConfiguration -MeetingUxEnableTelemetry True'],
]

/** What may stand in an address. */
export const PARAMETERS: readonly (readonly [string, TextName])[] = [
  ['org', 'org'],
  ['pool', 'poolParameter'],
  ['site', 'siteParameter'],
  ['os', 'os'],
  ['key', 'key'],
  ['interval', 'interval'],
  ['lang', 'lang'],
]
