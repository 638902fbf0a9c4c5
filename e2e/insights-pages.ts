import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { DATA_CATEGORIES, ERRORS } from '@candor/practices'
import { webFolder } from '@candor/web'
import type { Browser, Page, Route } from 'playwright-core'
import type { FakeKind } from '../packages/web/src/insights/testing/fake-frame.js'
import { FAKE_PRODUCTS, fakeInsight } from '../packages/web/src/insights/testing/fake-insights.js'

/** Where the pages seem to be; nothing is asked there, since every request is answered here. */
const ORIGIN = 'http://localhost:9'

const FAKE_VIEWS = [
  { name: 'Adoption, month by month', address: '/insights/census?period=month&by=AppVersion' },
  { name: '<b>bold</b> '.repeat(7), address: '/insights/errors' },
]

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** How a person looks at the pages, and at what service. */
export interface InsightLook {
  readonly lang?: 'en' | 'es'
  readonly colorScheme?: 'light' | 'dark'
  /** Pixels. Default 1280. */
  readonly width?: number
  /** What the service has; refused: it shows insights to none who is not signed in. */
  readonly kind?: FakeKind | 'refused' | 'forbidden'
}

const problem = (route: Route, code: 'CANDOR_TOKEN_REFUSED' | 'CANDOR_ROLE_FORBIDS'): Promise<void> => {
  const { status, title, remedy } = ERRORS[code]
  return route.fulfill({ status, json: { code, status, title: title.en, remedy: remedy.en } })
}

const answerApi = async (route: Route, url: URL, kind: InsightLook['kind'] = 'full'): Promise<void> => {
  if (url.pathname === '/api/products') return route.fulfill({ json: FAKE_PRODUCTS })
  if (kind === 'refused') return problem(route, 'CANDOR_TOKEN_REFUSED')
  if (kind === 'forbidden') return problem(route, 'CANDOR_ROLE_FORBIDS')
  if (url.pathname === '/api/views')
    return route.fulfill({ json: { product: 'skype-teams', views: kind === 'empty' ? [] : FAKE_VIEWS } })
  const lane = DATA_CATEGORIES.find((category) => url.pathname === `/api/insights/${category}`)
  return lane === undefined
    ? route.fulfill({ status: 404, json: {} })
    : route.fulfill({ json: fakeInsight(lane, url.searchParams, kind) })
}

const answerFile = (route: Route, pathname: string): Promise<void> => {
  const path = join(webFolder, pathname)
  const file = extname(pathname) !== '' && existsSync(path) ? path : join(webFolder, 'index.html')
  return route.fulfill({ body: readFileSync(file), contentType: TYPES[extname(file)] ?? 'text/plain' })
}

/** A browser's page on the built insights, over a service whose answers follow the contract. */
export const openInsights = async (browser: Browser, look: InsightLook = {}): Promise<Page> => {
  const { lang = 'en', colorScheme = 'light', width = 1280, kind } = look
  const context = await browser.newContext({
    locale: lang === 'en' ? 'en-US' : 'es-ES',
    timezoneId: 'UTC',
    colorScheme,
    reducedMotion: 'reduce',
    viewport: { width, height: 900 },
  })
  const page = await context.newPage()
  await page.route(`${ORIGIN}/**`, (route) => {
    const url = new URL(route.request().url())
    return url.pathname.startsWith('/api/') ? answerApi(route, url, kind) : answerFile(route, url.pathname)
  })
  return page
}

/** Waits until everything that a page asks for is there, its charts included. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('main h1').waitFor()
  await page.waitForFunction(() => {
    const charts = [...document.querySelectorAll('[role="slider"]')]
    const isWaiting = document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') !== null
    return !isWaiting && charts.every((chart) => chart.querySelector('svg path') !== null)
  })
}

/** Opens an address, and waits until everything is there. */
export const visit = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${ORIGIN}${address}`)
  await settled(page)
}
