import { toPracticesJson } from './fake-practices.js'
import type { FakeAnswer, FakeRequest } from './fake-request.js'
import { explanation, overview, preview } from './fake-decisions.js'
import { FAKE_CONTROLS, me } from './fake-world.js'

type Handle = (request: FakeRequest) => FakeAnswer

const value = (answered: unknown): FakeAnswer => ({ status: 200, value: answered })
const DONE: FakeAnswer = { status: 204 }
const PRODUCT = { product: 'skype-teams', version: 2, fingerprint: 'f'.repeat(64) }
const NAME = { en: 'Skype for Business and Teams', es: 'Skype Empresarial y Teams' }

const ofOrganisation = <T extends { readonly organisation: string }>(
  list: readonly T[],
  { query }: FakeRequest,
): readonly T[] =>
  list.filter(({ organisation }) => organisation === (query.get('organisation') ?? organisation))

const changeSetting: Handle = ({ world, body, revision }) => {
  const { organisation = '', control, scope } = body as Readonly<Record<string, string>>
  const at = world.settings.findIndex(
    (each) => each.organisation === organisation && each.control === control && each.scope === scope,
  )
  const present = world.settings[at]
  if (revision === undefined) return { code: 'CANDOR_REVISION_NEEDED' }
  if (revision !== (present?.revision ?? 0))
    return { code: 'CANDOR_REVISION_CHANGED', current: present ?? null }
  world.settings.splice(at === -1 ? world.settings.length : at, 1)
  const { value: next } = body
  const target = { product: 'skype-teams', organisation, control: control ?? '', scope: scope ?? '' }
  if (typeof next === 'boolean') {
    world.settings.push({
      ...target,
      value: next,
      revision: revision + 1,
      changedAt: '2026-11-30T10:00:00Z',
      changedBy: world.account?.name ?? null,
    })
  }
  return value({ changed: { ...target, value: next }, revision: revision + 1 })
}

const signIn: Handle = ({ world, body }) => {
  if (body['password'] === 'with a second factor') return value({ next: 'second-factor' })
  if (body['password'] !== 'the right password') return { code: 'CANDOR_SIGN_IN_REFUSED' }
  world.account = me(world.people[0]?.role ?? 'operator')
  return value({ next: 'signed-in' })
}

const VERSIONS = [2, 1].map((version) => ({
  version,
  fingerprint: 'f'.repeat(64),
  servedAt: '2026-11-01T00:00:00Z',
  isServed: version === 2,
  publishedBy: version === 2 ? 'Ana Bowman' : null,
  approvals:
    version === 2
      ? [{ by: 'Eve', role: 'privacy-officer', at: '2026-11-02T00:00:00Z', note: 'Read it.' }]
      : [],
}))

const DIFF = {
  from: '1',
  to: '2',
  added: [{ dataType: 'usage.Emoji', controls: ['DisableAutomaticSendTracing'], consent: 'covered' }],
  removed: [],
  changed: [{ dataType: 'error.Log', changes: ['retention'], consent: 'askAgain' }],
  controls: [],
  asksAgain: true,
}

const RECEIPT = {
  v: 1,
  kind: 'erasure',
  product: 'skype-teams',
  category: 'error',
  subject: { by: 'user' },
  requestedAt: '2026-11-20T09:30:00Z',
  completedAt: '2026-11-20T09:31:00Z',
  erased: 12,
  remaining: 0,
  text: { en: 'All reports were erased.', es: 'Se suprimieron todos los informes.' },
  key: 'k'.repeat(40),
  signature: 's'.repeat(80),
}

const INVITATION = { email: null, role: 'operator', organisation: null, expiresAt: '2026-12-24T10:00:00Z' }

const HEAD = { sequence: 2, hash: 'b'.repeat(64), at: '2026-11-20T09:30:00Z' }

/** What the fake answers, by method and path of the contract. */
export const FAKE_ANSWERS: Readonly<Record<string, Handle>> = {
  'GET /practices.json': () => value(toPracticesJson()),
  'GET /api/session': ({ world: { account, firstRun } }) =>
    value({
      account,
      insights: 'by-role',
      firstRun,
      singleSignOn: [{ id: 'sso', label: 'Contoso sign-in' }],
    }),
  'POST /api/session': signIn,
  'POST /api/session/second-factor': ({ world, body }) => {
    if (body['code'] !== '123456') return { code: 'CANDOR_SIGN_IN_REFUSED' }
    world.account = me(world.people[0]?.role ?? 'operator')
    return value({ next: 'signed-in' })
  },
  'DELETE /api/session': ({ world }) => {
    world.account = null
    return DONE
  },
  'POST /api/invitation': ({ body }) =>
    body['token'] === 'used' ? { code: 'CANDOR_INVITATION_REFUSED' } : value(INVITATION),
  'GET /api/products': () => value({ products: [{ ...PRODUCT, name: NAME }] }),
  'GET /api/controls': () =>
    value({
      product: 'skype-teams',
      controls: FAKE_CONTROLS,
      census: {
        alwaysOn: true,
        reason: {
          en: 'Census holds nothing that identifies an organization or a user, so it is always on.',
          es: 'El recuento no contiene nada que identifique a una organización ni a un usuario, así que está siempre activado.',
        },
      },
    }),
  'GET /api/overview': ({ query }) => value(overview(query)),
  'GET /api/settings': (request) =>
    value({ revision: 1, settings: ofOrganisation(request.world.settings, request) }),
  'PUT /api/settings': changeSetting,
  'POST /api/settings/preview': ({ world, body }) => value(preview(world, body)),
  'POST /api/explain': ({ body }) => value(explanation(body)),
  'GET /api/organisations': ({ world }) => value({ organisations: world.organisations }),
  'GET /api/organisations/{organisation}': ({ world, params: [name] }) => {
    const found = world.organisations.find((each) => each.name === name)
    return found === undefined ? { code: 'CANDOR_NOT_FOUND' } : value(found)
  },
  'GET /api/sites': (request) => value({ sites: ofOrganisation(request.world.sites, request) }),
  'GET /api/pools': (request) => value({ pools: ofOrganisation(request.world.pools, request) }),
  'GET /api/people': ({ world }) => value({ people: world.people }),
  'GET /api/invitations': ({ world }) => value({ invitations: world.invitations }),
  'POST /api/invitations': () => ({
    status: 201,
    value: { id: 'i2', link: 'https://candor.example/admin/join#secret', expiresAt: HEAD.at },
  }),
  'GET /api/account/sessions': () =>
    value({
      sessions: [
        { id: 's1', createdAt: HEAD.at, expiresAt: HEAD.at, isCurrent: true },
        { id: 's2', createdAt: HEAD.at, expiresAt: HEAD.at, isCurrent: false },
      ],
    }),
  'POST /api/account/second-factor': ({ body }) =>
    value(
      body['password'] === 'that was sent before'
        ? {}
        : { uri: 'otpauth://totp/Candor:ana?secret=JBSWY3DPEHPK3PXP', backupCodes: ['aaaaa-bbbbb'] },
    ),
  'GET /api/tokens': ({ world }) => value({ tokens: world.tokens }),
  'GET /api/keys': ({ world }) => value({ keys: world.keys }),
  'POST /api/keys': () => ({ status: 201, value: { id: 'k2', key: 'candor_new_key', former: null } }),
  'GET /api/practices/reviews': () => value({ versions: VERSIONS }),
  'GET /api/practices/diff': () => value(DIFF),
  'GET /api/audit-log': ({ world }) => value({ entries: world.audit, next: 1 }),
  'GET /api/audit-log/head': () => value(HEAD),
  'POST /api/audit-log/verification': () => value({ kind: 'intact', entries: 2, head: HEAD }),
  'GET /api/quarantine': ({ world }) =>
    value({ product: 'skype-teams', groups: world.quarantine, droppedGroups: 0, droppedKept: 0 }),
  'GET /api/lane-stops': ({ world }) => value({ stops: world.stops }),
  'GET /api/alerts': ({ world }) => value({ alerts: world.alerts }),
  'POST /api/alerts': () => ({ status: 201, value: { id: 'w3', secret: 'a secret of 43 characters' } }),
  'POST /api/alerts/{id}/test': () =>
    value({
      sent: [
        { kind: 'web-hook', outcome: 'failed' },
        { kind: 'e-mail', outcome: 'sent' },
      ],
    }),
  'GET /api/subject/requests': ({ world }) => value({ requests: world.requests, next: null }),
  'GET /api/subject/erasure/{request}': () =>
    value({ request: 'r1', product: 'skype-teams', category: 'error', state: 'done', receipt: RECEIPT }),
}
