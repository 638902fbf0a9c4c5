import type { Shape } from '../api/api.js'
import type { FakeWorld } from './fake-world.js'

const DENIED: Shape<'DecisionSummary'> = {
  collect: false,
  control: 'DisableAutomaticSendTracing',
  source: 'in-band',
  reason: 'setting-forbids',
  mayChange: ['organisation-admin'],
}
const ALLOWED: Shape<'DecisionSummary'> = { ...DENIED, collect: true, reason: 'setting-allows' }

const CLIENTS = ['desktop', 'mobile', 'web', 'meetings-app', 'join-launcher'] as const

const cell = (category: Shape<'Category'>, client: (typeof CLIENTS)[number]): Shape<'OverviewCell'> => {
  const followsPool = client === 'meetings-app' || client === 'join-launcher'
  if (category === 'census') {
    const dataTypes = { collected: 9, all: 9 }
    return {
      category,
      client,
      collect: 'yes',
      control: null,
      source: 'practices',
      reason: 'always-on',
      dataTypes,
    }
  }
  const control = followsPool ? 'MeetingUxEnableTelemetry' : 'DisableAutomaticSendTracing'
  const reason = followsPool ? 'default-forbids' : 'default-allows'
  const collect = category === 'error' ? 'by-choice' : 'yes'
  const dataTypes = { collected: followsPool ? 0 : 9, all: 9 }
  return {
    category,
    client,
    collect: followsPool ? 'no' : collect,
    control,
    source: 'default',
    reason,
    dataTypes,
  }
}

/** What is collected where nothing is set. */
export const overview = (query: URLSearchParams): Shape<'Overview'> => ({
  product: 'skype-teams',
  version: 2,
  organisation: query.get('organisation') ?? '',
  pool: query.get('pool'),
  cells: (['census', 'usage', 'error'] as const).flatMap((category) =>
    CLIENTS.map((client) => cell(category, client)),
  ),
})

/** What a change of the setting would do: everything of three clients stops, or starts. */
export const preview = (
  world: FakeWorld,
  body: Readonly<Record<string, unknown>>,
): Shape<'SettingPreview'> => {
  const { organisation = '', control = '', scope = '' } = body as Readonly<Record<string, string>>
  const present = world.settings.find(
    (each) => each.organisation === organisation && each.control === control && each.scope === scope,
  )
  const after = body['value'] as boolean | null
  const stopping = after === true
  const changes = (['desktop', 'mobile', 'web'] as const).map((client) => ({
    category: 'usage' as const,
    dataTypes: ['usage.IMSent', 'usage.CallsMade'],
    client,
    os: ['Windows', 'other'],
    choice: null,
    place: null,
    before: stopping ? ALLOWED : DENIED,
    after: stopping ? DENIED : ALLOWED,
  }))
  return {
    product: 'skype-teams',
    organisation,
    control,
    scope,
    before: present?.value ?? null,
    after,
    revision: present?.revision ?? 0,
    effect: { en: 'It stops.', es: 'Se detiene.' },
    changes: after === (present?.value ?? null) ? [] : changes,
    starts: stopping ? [] : ['usage.IMSent'],
    stops: stopping ? ['usage.IMSent', 'usage.CallsMade'] : [],
    devices: {
      days: 28,
      groupMinimum: 10,
      clients: [
        { client: 'desktop', devices: 12345 },
        { client: 'mobile', devices: null },
      ],
    },
    dark: stopping ? [{ insight: 'usage', dataTypes: ['usage.IMSent'], clients: ['desktop', 'mobile'] }] : [],
    alsoAffected: organisation === '' ? ['contoso.com', 'fabrikam.com'] : [],
  }
}

/** A decision with a setting that won and one that lost. */
export const explanation = (body: Readonly<Record<string, unknown>>): Shape<'Explanation'> => ({
  product: 'skype-teams',
  dataType: String(body['dataType']),
  label: { en: 'IM Sent', es: 'Mensajes enviados' },
  decision: DENIED,
  text: {
    en: 'A setting forbids it. It may be changed by the organization’s admin.',
    es: 'Una configuración lo prohíbe. Lo puede cambiar el administrador de la organización.',
  },
  settings: [
    {
      control: 'DisableAutomaticSendTracing',
      source: 'in-band',
      value: true,
      form: 'valid',
      outcome: 'decided',
    },
    {
      control: 'DisableAutomaticSendTracing',
      source: 'user',
      value: 'maybe',
      form: 'malformed',
      outcome: 'lost',
    },
  ],
  meeting: typeof body['pool'] === 'string' ? { pool: body['pool'], site: null, host: 'contoso.com' } : null,
})
