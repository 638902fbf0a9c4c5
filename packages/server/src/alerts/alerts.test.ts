import { createHmac, randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import type { LaneBalance } from '../spool/spool.js'
import { openControlPlane, type ControlPlane } from '../control-plane/open-control-plane.js'
import { insertAlert, readAlerts } from '../control-plane/alerts-table.js'
import type { Insight } from '../insight/insight.js'
import type { Alert, AlertRule } from './alert.js'
import { checkAlerts } from './create-alerts.js'
import { createDeliver } from './deliver.js'

const HOUR = 3_600_000
const SECRET = 'a secret of the alert'

interface Called {
  readonly body: string
  readonly signature: unknown
}

const called: Called[] = []
const mails: string[] = []
let hookStatus = 200
let hook: Server
let smtp: SMTPServer

const listen = async (server: { listen: (port: number, host: string, done: () => void) => unknown }) =>
  new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))

beforeAll(async () => {
  hook = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      called.push({ body, signature: request.headers['candor-signature'] })
      response.writeHead(hookStatus).end()
    })
  })
  await listen(hook)
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => {
        mails.push(text)
        done()
      })
    },
  })
  await listen(smtp)
})

afterAll(async () => {
  await new Promise((resolve) => hook.close(resolve))
  await new Promise<void>((resolve) => smtp.close(resolve))
})

const hookUrl = (): string => `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook?token=1`

let controlPlane: ControlPlane
let nowMillis = 0
let values: readonly (number | null)[] = []
let balance: LaneBalance
const failures: unknown[] = []

beforeEach(async () => {
  controlPlane = await openControlPlane(
    join(mkdtempSync(join(tmpdir(), 'candor-alerts-')), 'control-plane.db'),
  )
  nowMillis = Date.parse('2026-11-22T12:00:00Z')
  values = [100, 100, 100]
  balance = { received: 5, stored: 5, refused: {}, duplicate: 0, pending: 0 }
  hookStatus = 200
  called.length = 0
  mails.length = 0
  failures.length = 0
  return async () => controlPlane.destroy()
})

const keep = async (rule: AlertRule, channels: Alert['channels']): Promise<void> =>
  insertAlert(controlPlane, {
    id: randomUUID(),
    product: 'skype-teams',
    secret: SECRET,
    name: 'Devices',
    language: 'es',
    rule,
    channels,
    state: 'quiet',
    sinceMillis: nowMillis,
    checkedMillis: 0,
    value: null,
    heard: null,
    pending: [],
    undelivered: 0,
  })

const check = async (): Promise<Alert | undefined> => {
  await checkAlerts({
    controlPlane,
    insight: { census: async () => ({ totals: { devices: values, counts: [] } }) } as unknown as Insight,
    spool: { conservation: () => ({ census: balance, usage: balance, error: balance }) },
    products: [skypeTeams],
    deliver: createDeliver({
      mail: {
        smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
        from: 'candor@contoso.com',
      },
      page: () => 'https://candor.contoso.com/insights',
    }),
    now: () => nowMillis,
    onFailure: (code, error) => void failures.push(code, error),
  })
  return (await readAlerts(controlPlane))[0]
}

const UNDER: AlertRule = { kind: 'under', figure: 'census-devices', period: 'day', limit: 50 }
const toHook = (): Alert['channels'] => [{ kind: 'web-hook', url: hookUrl() }]

test('an alert is told once when it fires and once when it ends, to a web hook with a signed body', async () => {
  await keep(UNDER, toHook())
  expect(await check()).toMatchObject({ state: 'quiet', value: 100, checkedMillis: nowMillis })
  expect(called).toEqual([])
  values = [100, 49, 100]
  expect(await check()).toMatchObject({ state: 'firing', value: 49, sinceMillis: nowMillis, pending: [] })
  await check()
  expect(called).toHaveLength(1)
  const [{ body, signature } = { body: '', signature: '' }] = called
  expect(JSON.parse(body)).toMatchObject({
    event: 'fired',
    at: '2026-11-22T12:00:00.000Z',
    alert: { name: 'Devices', product: 'skype-teams', rule: UNDER },
    value: 49,
    page: 'https://candor.contoso.com/insights',
  })
  expect(signature).toBe(`sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`)
  // What is not shown changes nothing.
  values = [100, null, 100]
  expect(await check()).toMatchObject({ state: 'firing', value: null })
  values = [100, 51, 100]
  expect(await check()).toMatchObject({ state: 'quiet', value: 51 })
  expect(called.map(({ body: text }) => (JSON.parse(text) as { event: string }).event)).toEqual([
    'fired',
    'ended',
  ])
})

test('an e-mail says it in the language of the alert', async () => {
  await keep(UNDER, [{ kind: 'e-mail', to: 'quality@contoso.com' }])
  values = [100, 10, 100]
  await check()
  expect(mails).toHaveLength(1)
  expect(mails[0]).toContain('To: quality@contoso.com')
  expect(mails[0]).toContain('https://candor.contoso.com/insights')
  expect(mails[0]).toContain('dispositivos activos')
  expect(failures).toEqual([])
})

test('a message that is not taken is tried again, later and later, for a day', async () => {
  await keep(UNDER, toHook())
  values = [100, 10, 100]
  hookStatus = 503
  expect((await check())?.pending).toMatchObject([{ attempts: 1, nextMillis: nowMillis + 60_000 }])
  expect(failures[0]).toBe('CANDOR_ALERT_UNDELIVERED')
  await check()
  expect(called).toHaveLength(1)
  nowMillis += 60_000
  expect((await check())?.pending).toMatchObject([{ attempts: 2, nextMillis: nowMillis + 120_000 }])
  hookStatus = 200
  nowMillis += 120_000
  expect(await check()).toMatchObject({ pending: [], undelivered: 0 })
  expect(called).toHaveLength(3)
  hookStatus = 500
  values = [100, 90, 100]
  for (let hour = 0; hour < 30; hour += 1) {
    await check()
    nowMillis += HOUR
  }
  expect(await check()).toMatchObject({ pending: [], undelivered: 1 })
})

test('silence is heard from when it is watched, and ends with the next report', async () => {
  await keep({ kind: 'silence', category: 'usage', hours: 6 }, toHook())
  expect(await check()).toMatchObject({ state: 'quiet' })
  nowMillis += 5 * HOUR
  expect(await check()).toMatchObject({ state: 'quiet', value: 5 })
  nowMillis += HOUR
  expect(await check()).toMatchObject({ state: 'firing', value: 6 })
  balance = { ...balance, received: 6 }
  expect(await check()).toMatchObject({ state: 'quiet', value: 0 })
})

test.each([
  [{ kind: 'over', figure: 'census-devices', period: 'day', limit: 99 } as const, [1, 1, 100], 'firing'],
  [{ kind: 'over', figure: 'census-devices', period: 'day', limit: 100 } as const, [1, 1, 100], 'quiet'],
  [{ kind: 'rise', figure: 'census-devices', period: 'week', percent: 50 } as const, [100, 151, 0], 'firing'],
  [{ kind: 'rise', figure: 'census-devices', period: 'week', percent: 50 } as const, [100, 150, 0], 'quiet'],
  [{ kind: 'fall', figure: 'census-devices', period: 'week', percent: 50 } as const, [100, 49, 0], 'firing'],
  [{ kind: 'fall', figure: 'census-devices', period: 'week', percent: 50 } as const, [0, 49, 0], 'quiet'],
])('%j of %j is %s', async (rule, figures, state) => {
  await keep(rule, toHook())
  values = figures
  expect(await check()).toMatchObject({ state })
})

test('reports that are missing from the balance are told', async () => {
  await keep({ kind: 'imbalance' }, toHook())
  balance = {
    received: 9,
    stored: 5,
    refused: { CANDOR_VALUE_REFUSED: 2 },
    duplicate: 1,
    pending: 1,
  }
  expect(await check()).toMatchObject({ state: 'quiet', value: 0 })
  balance = { ...balance, pending: 0 }
  expect(await check()).toMatchObject({ state: 'firing', value: 3 })
})
