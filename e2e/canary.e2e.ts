import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { INGEST_PATHS, type DataCategory } from '@candor/practices'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCandor, startCandor, type CandorProcess } from './candor-process.js'
import { findInFiles } from './find-in-files.js'

// Marked identifiers go through every path that a request can take; then every byte that the service kept, wrote or
// answered is searched for them. Tables are compressed, so their rows are searched as they are exported.

/** Raw identifiers that nothing may keep, write or answer. */
const USER = 'canaryuser7391'
const USER_ADDRESS = 'canaryuser7391.marble@canary-contoso.example'
const SIP = 'sip:canarysip5127@canary-contoso.example'
const ADDRESS = '203.0.113.197'
const FIRST_HASH = createHash('sha256').update(USER).digest('base64url')
const MARKS = [USER, 'canarysip5127', ADDRESS, FIRST_HASH]

/** What the practices let the error lane hold, in its own data types. */
const ALLOWED_SIP = 'sip:canaryallowed8840@canary-contoso.example'
const ALLOWED_ADDRESS = '203.0.113.98'

let candor: CandorProcess
const answers: string[] = []

const hour = `${new Date().toISOString().slice(0, 13)}:00:00Z`
const times = { census: hour.slice(0, 10), usage: hour, error: hour } as const

const bodyOf = (category: DataCategory, data: object, more: object = {}): string =>
  JSON.stringify({
    v: 1,
    practices: 'skype-teams@1',
    client: 'desktop',
    os: 'Windows',
    ...more,
    reports: [{ id: randomUUID(), from: times[category], to: times[category], data }],
  })

interface Sent {
  readonly path: string
  readonly init?: RequestInit
}

const post = (
  category: DataCategory,
  body: BodyInit,
  headers: Readonly<Record<string, string>> = {},
): Sent => ({
  path: `${INGEST_PATHS[category]}?key=demo`,
  init: { method: 'POST', body, headers: { 'content-type': 'text/plain', ...headers } },
})

const identified = {
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

/** Every path that a request can take, what is sent and the status it ends with. A new path is added here. */
const PATHS: readonly (readonly [string, number, Sent])[] = [
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
]

const run = async ({ path, init }: Sent): Promise<number> => {
  const answer = await fetch(candor.url + path, init)
  answers.push(`${[...answer.headers].join('\n')}\n${await answer.text()}`)
  return answer.status
}

/** Sends the beginning of a report, and kills the service before the rest comes. */
const killInTheMiddle = async (): Promise<void> => {
  const { hostname, port } = new URL(candor.url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  const body = bodyOf('error', identified)
  const head = `POST /v1/errors?key=demo HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nCookie: a=${USER}\r\nContent-Length: ${body.length + 10}\r\n\r\n`
  await new Promise<void>((resolve) => socket.write(head + body, () => resolve()))
  // Once another request is answered, the beginning has been read.
  await run(post('error', bodyOf('error', identified)))
  const ended = once(candor.child, 'exit')
  candor.child.kill('SIGKILL')
  await ended
  socket.destroy()
}

beforeAll(async () => {
  candor = await startCandor()
}, 60_000)

afterAll(async () => {
  await candor.stop()
  rmSync(candor.dataFolder, { recursive: true, force: true })
}, 30_000)

test.each(PATHS)('%s is answered with %i', async (_path, status, sent) => {
  expect(await run(sent)).toBe(status)
})

test('after a kill -9 in the middle of a request it starts again', { timeout: 60_000 }, async () => {
  const { dataFolder, written } = candor
  await killInTheMiddle()
  answers.push(written())
  candor = await startCandor({ CANDOR_DATA: dataFolder })
  await expect
    .poll(
      async () =>
        ((await (await fetch(`${candor.url}/api/conservation`)).json()) as { error: { pending: number } })
          .error.pending,
      { timeout: 20_000 },
    )
    .toBe(0)
})

test('no file, row, log line, figure or answer holds a raw identifier', { timeout: 60_000 }, async () => {
  for (const path of [
    '/api/conservation',
    '/api/insights/census',
    '/api/insights/usage',
    '/api/insights/error',
    '/api/products',
  ])
    expect(await run({ path })).toBe(200)
  const environment = { CANDOR_DATA: candor.dataFolder }
  const rows = await Promise.all(
    ['census', 'usage', 'error'].map((lane) => runCandor(['export', lane, '--url', candor.url], environment)),
  )
  expect(rows.map((text) => text.trim().split('\n').length)).toEqual([1, 1, 3])
  const texts = { rows: rows.join('\n'), output: candor.written(), answers: answers.join('\n') }
  expect(findInFiles(candor.dataFolder, 'skype-teams').length).toBeGreaterThan(0)
  expect(texts.rows).toContain(ALLOWED_SIP)
  for (const mark of MARKS) {
    for (const [name, text] of Object.entries(texts))
      expect(text.toLowerCase().includes(mark.toLowerCase()), `${mark} in ${name}`).toBe(false)
    expect(findInFiles(candor.dataFolder, mark), mark).toEqual([])
    expect(findInFiles(candor.dataFolder, Buffer.from(mark).toString('base64').slice(0, -4)), mark).toEqual(
      [],
    )
  }
  expect(findInFiles(candor.dataFolder, Buffer.from(FIRST_HASH, 'base64url').toString('latin1'))).toEqual([])
})

test('what the practices let the error lane hold stands in its own data types, and nowhere else', async () => {
  const [census = '', usage = '', error = ''] = await Promise.all(
    ['census', 'usage', 'error'].map((lane) =>
      runCandor(['export', lane, '--url', candor.url], { CANDOR_DATA: candor.dataFolder }),
    ),
  )
  for (const line of error.trim().split('\n')) {
    const { SIPURI, IPAddress, ...others } = JSON.parse(line) as Record<string, unknown>
    expect([SIPURI, IPAddress]).toEqual([ALLOWED_SIP, ALLOWED_ADDRESS])
    expect(JSON.stringify(others)).not.toMatch(/canaryallowed8840|203\.0\.113/)
  }
  const elsewhere = [census, usage, candor.written(), ...answers].join('\n')
  expect(elsewhere).not.toMatch(/canaryallowed8840|203\.0\.113\.98/)
})
