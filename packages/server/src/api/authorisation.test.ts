import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addIdentification } from '../http/identification.js'
import { startApiService, type ApiService, type Asked } from '../testing/api-service.js'
import { ACCOUNT_ROLES, type Access, type AccountRole } from './contract/access.js'
import { API_CONTRACT } from './contract/api-contract.js'
import type { RouteDefinition } from './contract/route.js'
import { sampleOf } from './testing/sample-of.js'

/** Everybody who may ask: each role, an admin of another organisation, and nobody. */
const WHO = [...ACCOUNT_ROLES, 'another organisation-admin', 'nobody'] as const
type Who = (typeof WHO)[number]

// Those that end what the others need come last.
const ROUTES: readonly (readonly [string, RouteDefinition])[] = Object.entries(API_CONTRACT)
const LAST: ReadonlySet<string> = new Set(['signOut'])
const ORDERED = [...ROUTES.filter(([name]) => !LAST.has(name)), ...ROUTES.filter(([name]) => LAST.has(name))]

const roleOf = (who: Who): AccountRole | undefined => {
  if (who === 'nobody') return undefined
  return who === 'another organisation-admin' ? 'organisation-admin' : who
}

/** What the table of routes says. */
const expected = (access: Access, who: Who): 'let in' | 'unknown' | 'forbidden' => {
  const role = roleOf(who)
  if (access.kind === 'everybody') return 'let in'
  if (role === undefined) return 'unknown'
  if (access.kind === 'signed-in') return 'let in'
  if (!access.roles.includes(role as never)) return 'forbidden'
  const isConfined = access.kind === 'roles' && access.organisationIn !== 'answer'
  return who === 'another organisation-admin' && isConfined ? 'forbidden' : 'let in'
}

const found = ({ status, code }: Asked): ReturnType<typeof expected> => {
  if (code === 'CANDOR_TOKEN_REFUSED') return 'unknown'
  return status === 403 ? 'forbidden' : 'let in'
}

let api: ApiService
const cookies = new Map<Who, string>()

beforeAll(async () => {
  api = await startApiService(undefined, { trustedProxies: ['loopback'] })
  const facts = { label: 'An organisation', cloud: 'worldwide', hosting: 'online' }
  for (const name of ['contoso.com', 'fabrikam.com'])
    await api.ask('POST', '/api/organisations', { token: api.operatorToken, body: { name, ...facts } })
  for (const role of ACCOUNT_ROLES)
    cookies.set(role, await api.join(role, role === 'organisation-admin' ? 'contoso.com' : undefined))
  cookies.set('another organisation-admin', await api.join('organisation-admin', 'fabrikam.com'))
}, 120_000)

afterAll(() => api.close())

/** Asks a route about contoso.com, with a request of the form that the contract wants. */
const ask = (route: RouteDefinition, who: Who): Promise<Asked> => {
  const params = sampleOf(route.params) as Readonly<Record<string, string>> | undefined
  const path = route.path.replaceAll(/:(\w+)/g, (_all, name: string) =>
    encodeURIComponent(params?.[name] ?? ''),
  )
  const query = new URLSearchParams(sampleOf(route.query) as Record<string, string> | undefined)
  if (route.access.kind === 'roles' && route.access.organisationIn === 'query')
    query.set('organisation', 'contoso.com')
  const body =
    route.access.kind === 'roles' && route.access.organisationIn === 'body'
      ? { ...(sampleOf(route.body) as object), organisation: 'contoso.com' }
      : sampleOf(route.body)
  const cookie = cookies.get(who)
  const headers = { 'if-match': '"0"', 'x-forwarded-for': '192.0.2.1' }
  return api.ask(route.method, `${path}?${query.toString()}`, {
    ...(cookie !== undefined && { cookie }),
    ...(body !== undefined && { body }),
    headers,
  })
}

describe.each(ORDERED)('%s', (_name, route) => {
  test('is answered to those whom its rule names, and to nobody else', async () => {
    for (const who of WHO) {
      const asked = await ask(route, who)
      expect({ who, found: found(asked) }).toEqual({ who, found: expected(route.access, who) })
    }
  }, 60_000)
})

test('the checks reach past the form of the requests', async () => {
  const { readOrganisation, listPools, previewSetting } = API_CONTRACT
  cookies.set('operator', await api.join('operator'))
  for (const route of [readOrganisation, listPools]) {
    expect((await ask(route, 'operator')).status).toBe(200)
  }
  expect((await ask(previewSetting, 'operator')).code).toBe('CANDOR_CONTROL_UNKNOWN')
})

test('a route without a rule of who may call it fails the start', async () => {
  const app = fastify()
  addIdentification(app, {
    identify: async () => ({ principal: { kind: 'nobody' }, cookies: [] }),
    insights: 'open',
    publicOrigin: undefined,
    probe: async () => undefined,
  })
  app.get('/forgotten', async () => 'open to everybody')
  await expect(app.ready()).rejects.toThrow('/forgotten')
})
