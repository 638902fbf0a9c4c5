import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Browser, Page, Route } from 'playwright-core'
import { webFolder } from '@candor/web'
import { createFakeApi } from '../../packages/web/src/admin/testing/fake-api.js'
import type { FakeWorld } from '../../packages/web/src/admin/testing/fake-world.js'

/** Where the pages seem to be; nothing is asked there, since every request is answered here. */
export const ORIGIN = 'http://localhost:9'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

const fileOf = (pathname: string): string => {
  const path = join(webFolder, pathname)
  return extname(pathname) !== '' && existsSync(path) ? path : join(webFolder, 'index.html')
}

const answerFile = (route: Route, pathname: string): Promise<void> => {
  const path = fileOf(pathname)
  return route.fulfill({
    body: readFileSync(path),
    contentType: TYPES[extname(path)] ?? 'application/octet-stream',
  })
}

/** A page on the built admin center, over a service in memory. */
export const openAdmin = async (browser: Browser, world: FakeWorld): Promise<Page> => {
  const viewport = { width: 1280, height: 900 }
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC', viewport })
  const page = await context.newPage()
  const api = createFakeApi(world)
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    if (!pathname.startsWith('/api/') && pathname !== '/practices.json') return answerFile(route, pathname)
    const request = route.request()
    const body = request.postData()
    const answer = await api(
      new Request(request.url(), {
        method: request.method(),
        headers: await request.allHeaders(),
        ...(body !== null && { body }),
      }),
    )
    return route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    })
  })
  return page
}

/** The pages of the admin center, with what makes them show the most. */
export const ADDRESSES = [
  '/admin?organisation=contoso.com',
  '/admin/settings?organisation=contoso.com',
  '/admin/settings?organisation=contoso.com&control=DisableAutomaticSendTracing&scope=in-band&value=true&preview=yes',
  '/admin/explain?dataType=usage.IMSent&client=desktop&organisation=contoso.com&pool=pool01.contoso.com',
  '/admin/organisations',
  '/admin/organisations?organisation=contoso.com',
  '/admin/people',
  '/admin/account',
  '/admin/keys',
  '/admin/practices',
  '/admin/audit-log',
  '/admin/quarantine',
  '/admin/lane-stops',
  '/admin/alerts',
  '/admin/subject-requests',
] as const

/** Opens an address, and waits until everything that it asks for is there. */
export const visit = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${ORIGIN}${address}`)
  await page.locator('main h1').waitFor()
  await page.waitForFunction(
    () => document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') === null,
  )
}
