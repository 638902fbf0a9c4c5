import { createHash, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { INGEST_PATHS, type DataCategory } from '@candor/practices'

/** Raw identifiers that nothing may keep, write or answer. */
export const USER = 'canaryuser7391'
const USER_ADDRESS = 'canaryuser7391.marble@canary-contoso.example'
const SIP = 'sip:canarysip5127@canary-contoso.example'
const ADDRESS = '203.0.113.197'
export const FIRST_HASH = createHash('sha256').update(USER).digest('base64url')
/** Somebody who asks an operator for access and erasure. */
const ASKING = 'canaryasking4406'
export const MARKS = [USER, 'canarysip5127', ADDRESS, FIRST_HASH, ASKING]

/** What the practices let the error lane hold, in its own data types. */
export const ALLOWED_SIP = 'sip:canaryallowed8840@canary-contoso.example'
export const ALLOWED_ADDRESS = '203.0.113.98'

const hour = `${new Date().toISOString().slice(0, 13)}:00:00Z`
const times = { census: hour.slice(0, 10), usage: hour, error: hour } as const

/** The body of one report, identified in the lane's own way or against its rules. */
export const bodyOf = (category: DataCategory, data: object, more: object = {}): string =>
  JSON.stringify({
    v: 1,
    practices: 'skype-teams@1',
    client: 'desktop',
    os: 'Windows',
    ...more,
    reports: [{ id: randomUUID(), from: times[category], to: times[category], data }],
  })

/** A request that is sent. */
export interface Sent {
  readonly path: string
  /** Nobody's, unless it says so. */
  readonly as?: 'operator'
  readonly init?: RequestInit
}

/** A request to a lane. */
export const post = (
  category: DataCategory,
  body: BodyInit,
  headers: Readonly<Record<string, string>> = {},
): Sent => ({
  path: `${INGEST_PATHS[category]}?key=demo`,
  init: { method: 'POST', body, headers: { 'content-type': 'text/plain', ...headers } },
})

/** An error that names its user wherever it can. */
export const identified = {
  UserID: USER_ADDRESS,
  ErrorCode: '0x1',
  Exception: {
    type: 'TypeError',
    message: `no mailbox of ${USER_ADDRESS}`,
    stack: `TypeError: ${USER_ADDRESS.toUpperCase()}\n    at open (mail.js:1:2)`,
  },
  ErrorLog: [{ beforeMillis: 5, level: 'info', message: `signed in as ${USER_ADDRESS}` }],
  IPAddress: ALLOWED_ADDRESS,
  SIPURI: ALLOWED_SIP,
}

const asBrowser = {
  cookie: `session=${USER}`,
  referer: `https://canary-contoso.example/${USER}`,
  'user-agent': `Canary/1.0 (${USER})`,
  'x-forwarded-for': ADDRESS,
  forwarded: `for=${ADDRESS}`,
  from: USER_ADDRESS,
}

const put = (path: string, body: object): Sent => ({
  path,
  init: { method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
})

const asSubject = (kind: string, subject: object): Sent => ({
  path: `/api/subject/${kind}`,
  as: 'operator',
  init: { method: 'POST', body: JSON.stringify({ product: 'skype-teams', ...subject }) },
})

const asDevice = (kind: string, question: object): Sent => ({
  path: `/v1/subject/${kind}?key=demo`,
  init: { method: 'POST', body: JSON.stringify({ v: 1, ...question }), headers: asBrowser },
})

/** Every path that a request can take, what is sent and the status it ends with. A new path is added here. */
export const PATHS: readonly (readonly [string, number, Sent])[] = [
  ['good census', 200, post('census', bodyOf('census', { UserID: FIRST_HASH, AppName: 'Teams' }), asBrowser)],
  ['good usage', 200, post('usage', bodyOf('usage', { IMSent: 1 }, { org: 'contoso.com' }), asBrowser)],
  ['good error', 200, post('error', bodyOf('error', identified, { org: 'contoso.com' }), asBrowser)],
  [
    'good error, gzip',
    200,
    post('error', gzipSync(bodyOf('error', identified)), { 'content-encoding': 'gzip' }),
  ],
  ['refused: a raw user id in census', 200, post('census', bodyOf('census', { UserID: USER }))],
  ['refused: a SIP URI in a name', 200, post('census', bodyOf('census', { AppName: SIP }))],
  ['refused: an address as a version', 200, post('census', bodyOf('census', { OSVersion: ADDRESS }))],
  ['refused: a user id in usage', 200, post('usage', bodyOf('usage', { UserID: USER }))],
  ['refused: a SIP URI as an organisation', 200, post('usage', bodyOf('usage', { FederationPartner: SIP }))],
  ['refused: an id as a data type', 200, post('usage', bodyOf('usage', { [USER_ADDRESS]: 1 }))],
  [
    'refused: a decision that holds an id',
    200,
    post(
      'error',
      JSON.stringify({
        ...(JSON.parse(bodyOf('error', identified)) as object),
        reports: [
          {
            id: randomUUID(),
            from: hour,
            to: hour,
            data: identified,
            decision: { control: USER, source: SIP },
          },
        ],
      }),
    ),
  ],
  [
    'refused: too old',
    200,
    post('error', bodyOf('error', identified).replaceAll(hour, '2019-01-01T00:00:00Z')),
  ],
  [
    'refused: a report id that is an id',
    200,
    post(
      'error',
      JSON.stringify({
        ...(JSON.parse(bodyOf('error', identified)) as object),
        reports: [{ id: USER, from: hour, to: hour, data: identified }],
      }),
    ),
  ],
  [
    'an envelope with a field of another lane',
    422,
    post('census', bodyOf('census', {}, { org: USER_ADDRESS })),
  ],
  ['an envelope with an id as a field', 422, post('census', bodyOf('census', {}, { [SIP]: 1 }))],
  [
    'an envelope of unknown practices',
    422,
    post('error', bodyOf('error', identified, { practices: `${USER}@1` })),
  ],
  [
    'a usage envelope of practices to come',
    422,
    post(
      'usage',
      bodyOf(
        'usage',
        { IMSent: 1, New: 2, [USER]: 3, Said: USER_ADDRESS, UserID: USER },
        { practices: 'skype-teams@2', org: 'contoso.com' },
      ),
    ),
  ],
  [
    'a census envelope of practices to come',
    422,
    post(
      'census',
      bodyOf(
        'census',
        { SignInAttempts: 1, UserID: FIRST_HASH, AppName: USER, OSVersion: ADDRESS, Host: SIP },
        { practices: 'skype-teams@2' },
      ),
    ),
  ],
  [
    'an envelope of practices to come from an id',
    422,
    post(
      'usage',
      bodyOf(
        'usage',
        { IMSent: 1 },
        { practices: 'skype-teams@2', org: 'canarysip5127', client: USER, os: USER },
      ),
    ),
  ],
  ['an envelope of an unknown client', 400, post('error', bodyOf('error', identified, { client: USER }))],
  ['too large', 413, post('error', bodyOf('error', { UserID: USER, ErrorCode: USER.repeat(80_000) }))],
  [
    'too large once unpacked',
    413,
    post('error', gzipSync(bodyOf('error', { ErrorCode: USER.repeat(80_000) })), {
      'content-encoding': 'gzip',
    }),
  ],
  ['malformed', 400, post('error', `{"UserID":"${USER}","SIPURI":"${SIP}","IPAddress":"${ADDRESS}"`)],
  ['malformed gzip', 415, post('error', `${USER} ${SIP}`, { 'content-encoding': 'gzip' })],
  [
    'an unknown type',
    415,
    post('error', `user=${USER}`, { 'content-type': 'application/x-www-form-urlencoded' }),
  ],
  ['an unknown key', 401, { ...post('error', bodyOf('error', identified)), path: `/v1/errors?key=${USER}` }],
  ['an id in the address', 404, { path: `/v1/errors/${USER}?user=${encodeURIComponent(SIP)}` }],
  [
    'a policy for an id',
    200,
    { path: `/v1/policy?key=demo&org=${encodeURIComponent(USER_ADDRESS)}&pool=${encodeURIComponent(SIP)}` },
  ],
  ['an insight into an id', 404, { path: `/api/insights/census?product=${USER}` }],
  ['an insight by an id', 400, { path: `/api/insights/census?by=${encodeURIComponent(USER_ADDRESS)}` }],
  [
    'settings without a token',
    401,
    put('/api/settings', { organisation: USER, control: SIP, value: ADDRESS }),
  ],
  [
    'settings with a wrong token',
    401,
    { path: '/api/settings', init: { headers: { authorization: `Bearer ${USER}` } } },
  ],
  [
    'a stop without a token',
    401,
    put('/api/lane-stops', { product: USER, category: 'usage', until: ADDRESS }),
  ],
  [
    'a stop of a product that is an id',
    404,
    { ...put('/api/lane-stops', { product: USER, category: 'usage', until: null }), as: 'operator' },
  ],
  ['the quarantine of an id', 404, { path: `/api/quarantine?product=${USER}`, as: 'operator' }],
  ['the quarantine', 200, { path: '/api/quarantine', as: 'operator' }],
  ['a replay', 200, { path: '/api/quarantine/replay', as: 'operator', init: { method: 'POST', body: '{}' } }],
  ['access by a raw user id', 200, asSubject('access', { user: ASKING })],
  ['erasure by a raw user id', 202, asSubject('erasure', { user: ASKING })],
  ['erasure of a device that is an id', 400, asSubject('erasure', { device: ASKING })],
  [
    'access by a user id without a token',
    401,
    { path: '/api/subject/access', init: { method: 'POST', body: JSON.stringify({ user: ASKING }) } },
  ],
  ['a device that asks by a user id', 400, asDevice('access', { category: 'census', device: USER_ADDRESS })],
  ['a device that erases by a SIP URI', 400, asDevice('erasure', { category: 'error', reports: [SIP] })],
  ['a request that is an id', 404, { path: `/v1/subject/erasure/${USER}?key=demo` }],
]
