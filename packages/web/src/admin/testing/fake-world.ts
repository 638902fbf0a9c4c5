import type { Shape } from '../api/api.js'
import { fakeAlerts } from './fake-alerts.js'

/** Names that try to break a page: a script, a change of direction, and length. */
export const HOSTILE = {
  script: '<script>globalThis.broken = true</script><img src=x onerror="globalThis.broken = true">',
  direction: '\u202Emoc.osotnoc\u202C \u05D0\u05D1\u05D2',
  long: 'x'.repeat(10_000),
} as const

const AT = '2026-11-20T09:30:00Z'

const account = (id: string, name: string, role: Shape<'AccountRole'>): Shape<'Person'> => ({
  id,
  name,
  email: `${id}@contoso.com`,
  role,
  organisation: role === 'organisation-admin' ? 'contoso.com' : null,
  state: 'active',
  secondFactor: 'off',
  createdAt: AT,
  lastSignInAt: AT,
  revision: 1,
})

const organisation = (name: string, label: string): Shape<'Organisation'> => ({
  name,
  label,
  cloud: 'worldwide',
  hosting: 'online',
  sites: 1,
  pools: 1,
  settings: 1,
  createdAt: AT,
  revision: 1,
})

const CLIENTS = ['desktop', 'mobile', 'web']
const JOIN_CLIENTS = ['meetings-app', 'join-launcher']

/** The controls of the fake product: one of the organisation, one of the hosting pool, one of the user. */
export const FAKE_CONTROLS: Shape<'ControlDescription'>[] = [
  {
    name: 'DisableAutomaticSendTracing',
    kind: 'boolean',
    label: { en: 'DisableAutomaticSendTracing', es: 'DisableAutomaticSendTracing' },
    effect: {
      en: 'When it is True at any source, usage and error reporting data stop for every user of the organization.',
      es: 'Si es True en cualquier origen, se dejan de recopilar los datos de uso y los informes de errores.',
    },
    setBy: 'organisation-admin',
    heldBy: 'service',
    default: false,
    collectsWhen: false,
    resolution: 'strictest',
    scopes: [
      { kind: 'name', identity: 'in-band', heldBy: 'service' },
      { kind: 'name', identity: 'machine', heldBy: 'device' },
      { kind: 'name', identity: 'user', heldBy: 'device' },
    ],
    governs: [
      { category: 'usage', clients: CLIENTS },
      { category: 'error', clients: CLIENTS },
    ],
  },
  {
    name: 'MeetingUxEnableTelemetry',
    kind: 'boolean',
    label: { en: 'MeetingUxEnableTelemetry', es: 'MeetingUxEnableTelemetry' },
    effect: {
      en: 'When it is True for the pool that hosts a meeting, data are collected from everyone who joins it.',
      es: 'Si es True para el grupo de servidores que hospeda una reunión, se recopilan datos de todos los que se unen.',
    },
    setBy: 'admin',
    heldBy: 'service',
    default: false,
    collectsWhen: true,
    resolution: 'nearest',
    scopes: [
      { kind: 'pool', identity: 'service:WebServer:', heldBy: 'service' },
      { kind: 'site', identity: 'site:', heldBy: 'service' },
      { kind: 'name', identity: 'global', heldBy: 'service' },
    ],
    governs: [
      { category: 'usage', clients: JOIN_CLIENTS },
      { category: 'error', clients: JOIN_CLIENTS },
    ],
  },
  {
    name: 'ErrorReportingOptIn',
    kind: 'choice',
    label: { en: 'ErrorReportingOptIn', es: 'ErrorReportingOptIn' },
    effect: {
      en: 'Each user chooses on the General tab whether error reports are sent.',
      es: 'Cada usuario elige en la pestaña General si se envían informes de errores.',
    },
    setBy: 'user',
    heldBy: 'device',
    default: 'undecided',
    collectsWhen: 'granted',
    resolution: null,
    scopes: [],
    governs: [{ category: 'error', clients: CLIENTS }],
  },
]

/** What the fake service knows; tests change it as another admin would. */
export interface FakeWorld {
  /** Who is signed in; null where the session has ended. */
  account: Shape<'Me'> | null
  firstRun: boolean
  readonly people: Shape<'Person'>[]
  readonly invitations: Shape<'Invitation'>[]
  readonly tokens: Shape<'ApiToken'>[]
  readonly organisations: Shape<'Organisation'>[]
  readonly sites: Shape<'Site'>[]
  readonly pools: Shape<'Pool'>[]
  readonly settings: Shape<'Setting'>[]
  readonly keys: Shape<'ProductKey'>[]
  readonly stops: Shape<'LaneStop'>[]
  readonly alerts: Shape<'Alert'>[]
  readonly quarantine: Shape<'QuarantineGroup'>[]
  readonly requests: Shape<'SubjectRequest'>[]
  readonly audit: Shape<'AuditEntry'>[]
}

/** Who is signed in, with a role. */
export const me = (role: Shape<'AccountRole'>): Shape<'Me'> => ({
  id: 'ana',
  name: 'Ana Bowman',
  email: 'ana@contoso.com',
  role,
  organisation: role === 'organisation-admin' ? 'contoso.com' : null,
  by: 'session',
  secondFactor: 'off',
  expiresAt: '2027-01-01T00:00:00Z',
})

const entry = (sequence: number, target: string): Shape<'AuditEntry'> => ({
  sequence,
  at: AT,
  action: 'setting.change',
  actor: { kind: 'account', id: 'ana', name: HOSTILE.script },
  address: '192.0.2.7',
  target,
  before: { value: false },
  after: { value: true, label: HOSTILE.long },
  previous: 'a'.repeat(64),
  hash: 'b'.repeat(64),
})

const group: Shape<'QuarantineGroup'> = {
  id: 'q1',
  category: 'usage',
  code: 'CANDOR_DATA_TYPE_UNKNOWN',
  practicesVersion: 2,
  client: 'desktop',
  os: 'Windows',
  dataType: HOSTILE.direction,
  count: 1200,
  firstSeen: '2026-11-20T09Z',
  lastSeen: '2026-11-21T10Z',
  kept: 12,
  sample: { fields: [{ name: 'id', kind: 'text', size: 22 }], data: [{ name: 'Emoji', kind: 'number' }] },
}

const places = (): Pick<FakeWorld, 'organisations' | 'sites' | 'pools'> => ({
  organisations: [
    organisation('contoso.com', 'Contoso'),
    organisation('evil.example', HOSTILE.script),
    organisation('turned.example', HOSTILE.direction),
    organisation(`${HOSTILE.long.slice(0, 240)}.example`, HOSTILE.long),
  ],
  sites: [{ organisation: 'contoso.com', name: 'Redmond', pools: 1, revision: 1 }],
  pools: [
    { fqdn: 'pool01.contoso.com', organisation: 'contoso.com', site: 'Redmond', revision: 1 },
    {
      fqdn: `${HOSTILE.long.slice(0, 240)}.com`,
      organisation: 'contoso.com',
      site: HOSTILE.script,
      revision: 1,
    },
  ],
})

const data = (): Pick<FakeWorld, 'keys' | 'stops' | 'alerts' | 'quarantine' | 'requests'> => ({
  keys: [
    {
      id: 'k1',
      product: 'skype-teams',
      label: HOSTILE.direction,
      state: 'active',
      createdAt: AT,
      createdBy: 'Ana Bowman',
      endsAt: null,
    },
  ],
  stops: [{ product: 'skype-teams', category: 'error', until: '2026-12-24T10:00:00Z' }],
  alerts: fakeAlerts(),
  quarantine: [group],
  requests: [
    {
      request: 'r1',
      product: 'skype-teams',
      category: 'error',
      by: 'user',
      state: 'done',
      requestedAt: AT,
      completedAt: AT,
      erased: 12,
    },
  ],
})

/** A world with something on every page, hostile names included. */
export const createFakeWorld = (role: Shape<'AccountRole'>): FakeWorld => ({
  account: me(role),
  firstRun: false,
  people: [
    account('ana', 'Ana Bowman', role),
    account('ben', HOSTILE.long, 'organisation-admin'),
    account('eve', HOSTILE.direction, 'auditor'),
  ],
  invitations: [
    {
      id: 'i1',
      email: 'new@contoso.com',
      role: 'organisation-admin',
      organisation: 'contoso.com',
      invitedBy: HOSTILE.script,
      createdAt: AT,
      expiresAt: '2026-12-24T10:00:00Z',
      state: 'open',
    },
  ],
  tokens: [
    {
      id: 't1',
      name: HOSTILE.long,
      role: 'auditor',
      organisation: null,
      owner: 'Ana Bowman',
      ownerId: 'ana',
      createdAt: AT,
      expiresAt: null,
      lastUsedAt: null,
    },
  ],
  ...places(),
  settings: [
    {
      product: 'skype-teams',
      organisation: 'contoso.com',
      control: 'DisableAutomaticSendTracing',
      scope: 'in-band',
      value: false,
      revision: 3,
      changedAt: AT,
      changedBy: HOSTILE.script,
    },
  ],
  ...data(),
  audit: [entry(2, HOSTILE.direction), entry(1, HOSTILE.long)],
})
