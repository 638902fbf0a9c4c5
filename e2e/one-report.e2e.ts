import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startBrowser } from './browser.js'
import { runCandor, startCandor, type CandorProcess } from './candor-process.js'
import { findInFiles } from './find-in-files.js'

const USER = 'amosmarble'
const ORGANISATION = 'contoso.com'
const INTERVAL_MILLIS = 700

interface Captured {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

type Balance = Readonly<Record<'received' | 'stored' | 'duplicate' | 'pending', number>> & {
  readonly refused: Readonly<Record<string, number>>
}
type Row = Readonly<Record<string, unknown>>

let candor: CandorProcess
let browser: Browser
let page: Page
const captured: Captured[] = []

const capture = async (request: Request): Promise<void> => {
  const url = new URL(request.url())
  if (request.method() === 'POST')
    captured.push({ url, headers: await request.allHeaders(), body: request.postData() ?? '' })
}

const requestsOf = (path: string): readonly Captured[] => captured.filter(({ url }) => url.pathname === path)
const bodiesOf = (path: string): string =>
  requestsOf(path)
    .map(({ body }) => body)
    .join('\n')

const conservation = async (): Promise<Readonly<Record<'census' | 'usage' | 'error', Balance>>> =>
  (await fetch(`${candor.url}/api/conservation`)).json() as Promise<
    Readonly<Record<'census' | 'usage' | 'error', Balance>>
  >

const rowsOf = async (lane: string): Promise<readonly Row[]> => {
  const text = await runCandor(['export', lane, '--url', candor.url], { CANDOR_DATA: candor.dataFolder })
  return text
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
}

const sum = (rows: readonly Row[], name: string): number =>
  rows.reduce((total, row) => total + Number(row[name] ?? 0), 0)

const put = (setting: object): Promise<Response> => {
  const token = readFileSync(join(candor.dataFolder, 'operator-token'), 'utf8').trim()
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return fetch(`${candor.url}/api/settings`, { method: 'PUT', headers, body: JSON.stringify(setting) })
}

const at = (name: string) => page.getByTestId(name)

const signIn = async (password: string): Promise<void> => {
  await at('sign-in-user').fill(USER)
  await at('sign-in-password').fill(password)
  await at('sign-in-submit').click()
}

const sendMessage = async (text: string): Promise<void> => {
  await at('message-text').fill(text)
  await at('message-send').click()
}

const journey = async (): Promise<void> => {
  await signIn('wrong')
  await at('sign-in-error').waitFor()
  await signIn('demo')
  await at('message-text').waitFor()
  for (const text of ['one', 'two', 'three']) await sendMessage(text)
  await at('meeting-join').click()
  await at('meeting-leave').click()
  await at('options-open').click()
  await page.getByRole('checkbox').check()
  await at('options-close').click()
  await at('crash').click()
}

beforeAll(async () => {
  candor = await startCandor()
  browser = await startBrowser()
  page = await (await browser.newContext({ locale: 'en-US' })).newPage()
  // One that is on its way while the browser is closed has no headers to tell any more.
  page.on('request', (request) => void capture(request).catch(() => undefined))
  await page.goto(
    `${candor.url}/examples/conference/desktop.html?org=${ORGANISATION}&key=demo&interval=${INTERVAL_MILLIS}`,
  )
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await candor?.stop()
}, 30_000)

describe('one report of each lane, from a click to the store', () => {
  test('exactly what was done is in the store', { timeout: 150_000 }, async () => {
    await journey()
    await vi.waitFor(async () => expect((await conservation()).error.stored).toBe(1), {
      timeout: 20_000,
      interval: 200,
    })
    await vi.waitFor(
      async () => {
        const usage = await rowsOf('usage')
        expect(sum(usage, 'IMSent')).toBe(3)
        expect(sum(usage, 'Crashes')).toBe(1)
      },
      { timeout: 60_000, interval: 1000 },
    )
    const [census, usage, error] = await Promise.all(['census', 'usage', 'error'].map(rowsOf))
    expect(sum(census ?? [], 'SignInAttempts')).toBe(2)
    expect(sum(census ?? [], 'SignInFailures')).toBe(1)
    expect(sum(usage ?? [], 'MeetingJoinAttempts')).toBe(1)
    expect(sum(usage ?? [], 'MeetingJoinSuccesses')).toBe(1)
    expect(error).toHaveLength(1)
    expect(new Set(census?.map((row) => row['DeviceID']))).toHaveLength(1)
    expect(JSON.stringify(error)).toContain('Error')
  })

  test('received = stored + refused + duplicate + pending in each lane', async () => {
    for (const { received, stored, refused, duplicate, pending } of Object.values(await conservation())) {
      const refusals = Object.values(refused).reduce((total, count) => total + count, 0)
      expect(received).toBe(stored + refusals + duplicate + pending)
      expect(refusals).toBe(0)
    }
  })
})

describe('what left the browser', () => {
  test('census names no organisation, no raw user id, no address and no precise time', () => {
    const bodies = bodiesOf('/v1/census')
    expect(bodies).toContain('"SignInAttempts":')
    expect(bodies).toMatch(/"UserID":"[\w-]{43}"/)
    for (const word of [ORGANISATION, USER, '"org"', '"pool"', 'sip:', '127.0.0.1'])
      expect(bodies.toLowerCase()).not.toContain(word)
    expect(bodies).not.toMatch(/\d\d:\d\d/)
    for (const { from, to } of requestsOf('/v1/census').flatMap(
      ({ body }) => (JSON.parse(body) as { reports: Record<'from' | 'to', string>[] }).reports,
    )) {
      expect(from).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(to).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })

  test('usage names the organisation, and no user or device', () => {
    const bodies = bodiesOf('/v1/usage')
    const [device] = /(?<="DeviceID":")[0-9A-F-]{36}/.exec(bodiesOf('/v1/census')) ?? []
    expect(device).toBeDefined()
    expect(bodies).toContain(`"org":"${ORGANISATION}"`)
    for (const word of [USER, 'UserID', 'DeviceID', device ?? USER]) expect(bodies).not.toContain(word)
    expect(bodies).not.toMatch(/"(from|to)":"[^"]*T\d\d:(?!00:00Z)/)
  })

  test('requests carry the key alone: no cookie, no referrer, no credentials', () => {
    expect(captured.length).toBeGreaterThan(3)
    for (const { url, headers } of captured) {
      expect([...url.searchParams.keys()]).toEqual(['key'])
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('referer')
      expect(headers).not.toHaveProperty('authorization')
    }
  })

  test('the error report names the user, and the service keeps no trace of that name', () => {
    expect(bodiesOf('/v1/errors')).toContain(`"UserID":"${USER}"`)
    expect(findInFiles(candor.dataFolder, 'skype-teams').length).toBeGreaterThan(0)
    expect(findInFiles(candor.dataFolder, USER)).toEqual([])
  })

  test('no report id of one lane is one of another', () => {
    const idsOf = (path: string) =>
      requestsOf(path).flatMap(({ body }) =>
        (JSON.parse(body) as { reports: { id: string }[] }).reports.map(({ id }) => id),
      )
    const lanes = ['/v1/census', '/v1/usage', '/v1/errors'].map((path) => new Set(idsOf(path)))
    const all = lanes.flatMap((ids) => [...ids])
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('when the organisation’s admin sets DisableAutomaticSendTracing', () => {
  test('usage and error reporting stop, and census goes on', { timeout: 150_000 }, async () => {
    const setting = {
      organisation: ORGANISATION,
      control: 'DisableAutomaticSendTracing',
      scope: 'in-band',
      value: true,
    }
    expect((await put(setting)).status).toBe(200)
    await page.reload()
    await signIn('demo')
    await at('message-text').waitFor()
    const before = await conservation()
    const from = captured.length
    await sendMessage('four')
    await at('raise-error').click()
    await vi.waitFor(
      async () => expect((await conservation()).census.stored).toBeGreaterThan(before.census.stored + 2),
      { timeout: 60_000, interval: 200 },
    )
    const after = await conservation()
    expect(after.usage.received).toBe(before.usage.received)
    expect(after.error.received).toBe(before.error.received)
    expect(new Set(captured.slice(from).map(({ url }) => url.pathname))).toEqual(new Set(['/v1/census']))
  })

  test('an attempt to turn census off is refused with a reason', async () => {
    const response = await put({
      organisation: ORGANISATION,
      control: 'census',
      scope: 'in-band',
      value: false,
    })
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({ code: 'CANDOR_CENSUS_ALWAYS_ON' })
  })
})
