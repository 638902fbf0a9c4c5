import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { startBrowser } from '../browser.js'
import { runCandor, startCandor, type CandorProcess } from '../candor-process.js'

/** How long a page may take to follow an admin: its policy and its lanes have an interval of half a second. */
export const PATIENCE = { timeout: 20_000, interval: 100 }
const INTERVAL_MILLIS = 500

type Lane = 'census' | 'usage' | 'error'
type Report = Readonly<Record<string, unknown>> & { readonly data: Readonly<Record<string, unknown>> }

/** A report as it left a page, with what its envelope says of it. */
export interface SentReport extends Report {
  readonly client: string
  readonly org?: string
  readonly pool?: string
  readonly decision?: { readonly control: string; readonly source: string; readonly detail?: string }
}

/** A page of the example, and what left it. */
export interface WorldPage {
  readonly page: Page
  readonly at: (name: string) => Locator
  /** The reports of a lane that left so far. */
  readonly sent: (lane: Lane) => readonly SentReport[]
  /** Joins the first meeting, or the one of an id, once the policy of each meeting is known. */
  readonly join: (id?: string) => Promise<void>
  /** Writes that many messages. */
  readonly chat: (messages: number) => Promise<void>
  /** What `<candor-options>` says of a category. */
  readonly shown: (category: Lane) => Promise<string>
  /** Waits until `<candor-options>` shows a category so. */
  readonly expectState: (category: Lane, state: 'on' | 'off') => Promise<void>
  /** Waits until census has left as many times as that again. */
  readonly expectCensus: (times?: number) => Promise<void>
}

/** A real service and a real browser. */
export interface World {
  readonly candor: CandorProcess
  readonly browser: Browser
  /** Runs a command as an admin at the service; a command that is refused rejects. */
  readonly admin: (line: string) => Promise<string>
  /** Opens a page of the example in a browser of its own, so that nothing is left of another one. */
  readonly open: (
    file: string,
    query?: Readonly<Record<string, string | readonly string[]>>,
  ) => Promise<WorldPage>
  readonly received: (lane: Lane) => Promise<number>
  readonly close: () => Promise<void>
}

const LANES: Readonly<Record<Lane, string>> = {
  census: '/v1/census',
  usage: '/v1/usage',
  error: '/v1/errors',
}

/** The sum of a count over reports. */
export const total = (reports: readonly Report[], name: string): number =>
  reports.reduce((sum, { data }) => sum + Number(data[name] ?? 0), 0)

const readReports = (body: string): readonly SentReport[] => {
  const { reports, ...head } = JSON.parse(body) as { readonly reports: readonly SentReport[] }
  return reports.map((report) => ({ ...head, ...report }))
}

const createWorldPage = (page: Page): WorldPage => {
  const sent: Record<Lane, SentReport[]> = { census: [], usage: [], error: [] }
  let censusRequests = 0
  const policies = new Set<string>()
  page.on('response', (response) => {
    const { pathname, searchParams } = new URL(response.url())
    if (pathname === '/v1/policy') policies.add(searchParams.get('pool') ?? '')
  })
  const expectPolicies = (): Promise<void> =>
    vi.waitFor(() => {
      const invited = new URL(page.url()).searchParams.getAll('pool')
      expect([...policies]).toEqual(expect.arrayContaining(invited))
    }, PATIENCE)
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    const lane = (Object.keys(LANES) as Lane[]).find((known) => LANES[known] === pathname)
    if (lane === undefined || request.method() !== 'POST') return
    sent[lane].push(...readReports(request.postData() ?? ''))
    if (lane === 'census') censusRequests += 1
  })
  const at = (name: string): Locator => page.getByTestId(name)
  const section = (category: Lane): Locator =>
    page.locator(`candor-options section[data-category="${category}"]`)
  return {
    page,
    at,
    sent: (lane) => sent[lane],
    join: async (id = 'meeting-1') => {
      await expectPolicies()
      await at(`join-${id}`).click()
      await at('message-text').waitFor()
    },
    chat: async (messages) => {
      for (let message = 0; message < messages; message += 1) {
        await at('message-text').fill(`message ${message}`)
        await at('message-text').press('Enter')
      }
    },
    shown: (category) => section(category).innerText(),
    expectState: (category, state) =>
      vi.waitFor(
        async () => expect(await section(category).getAttribute('data-state')).toBe(state),
        PATIENCE,
      ),
    expectCensus: async (times = 2) => {
      const before = censusRequests
      await vi.waitFor(() => expect(censusRequests).toBeGreaterThanOrEqual(before + times), PATIENCE)
    },
  }
}

/** Starts the service and the browser. */
export const openWorld = async (): Promise<World> => {
  const candor = await startCandor()
  const browser: Browser = await startBrowser()
  const environment = { CANDOR_URL: candor.url, CANDOR_DATA: candor.dataFolder, LC_ALL: 'en_US.UTF-8' }
  return {
    candor,
    browser,
    admin: (line) => runCandor(line.split(' '), environment),
    open: async (file, query = {}) => {
      const context: BrowserContext = await browser.newContext({ locale: 'en-US' })
      const page = await context.newPage()
      const world = createWorldPage(page)
      const address = new URL(`/examples/conference/${file}`, candor.url)
      address.searchParams.set('interval', String(INTERVAL_MILLIS))
      for (const [name, value] of Object.entries(query))
        for (const each of [value].flat()) address.searchParams.append(name, each)
      await page.goto(address.href)
      return world
    },
    received: async (lane) => {
      const response = await fetch(`${candor.url}/api/conservation`)
      return ((await response.json()) as Readonly<Record<Lane, { readonly received: number }>>)[lane].received
    },
    close: async () => {
      await browser.close()
      await candor.stop()
    },
  }
}
