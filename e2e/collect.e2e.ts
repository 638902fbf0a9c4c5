import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startBrowserProcess, type BrowserProcess } from './browser-process.js'
import type { CollectWindow } from './collect-page.js'
import { serveCollectPages, type CollectPages } from './collect-pages.js'

declare global {
  interface Window extends CollectWindow {}
}

let pages: CollectPages
let running: BrowserProcess
let profile: string

/** A page that draws nothing may never be idle by itself. */
const beIdle = (tab: Page) =>
  tab.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 })))

const newTab = async (): Promise<Page> => {
  const [context] = running.browser.contexts()
  if (!context) throw new Error('the browser has no context')
  return context.newPage()
}

const openTab = async (query = ''): Promise<Page> => {
  const tab = await newTab()
  await tab.goto(`${pages.url}/${query}`)
  await tab.evaluate(() => window.candor.ready)
  // Where the page has time for it, the rest is read.
  await beIdle(tab)
  return tab
}

const flush = (tab: Page) => tab.evaluate(() => window.candor.flush())

const sumOf = (category: 'census' | 'usage', name: string): number =>
  pages.service.accepted(category).reduce((sum, { data }) => sum + Number(data[name] ?? 0), 0)
const errors = () => pages.service.accepted('error').map(({ data }) => data)

/** Throws on the page's own turn, as an app does, not in the test's call. */
const throwLater = (tab: Page, times = 1) =>
  tab.evaluate(
    (count) =>
      new Promise<void>((resolve) => {
        for (let time = 0; time < count; time += 1)
          setTimeout(function joinRoom(): never {
            throw new TypeError('no such room')
          })
        setTimeout(resolve, 50)
      }),
    times,
  )

beforeAll(async () => {
  profile = mkdtempSync(join(tmpdir(), 'candor-profile-'))
  running = await startBrowserProcess(profile)
})
beforeEach(async () => {
  pages = await serveCollectPages()
})
afterEach(() => pages.close())
afterAll(async () => {
  await running?.kill()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

test('an uncaught error arrives once with its stack, and the page still sees it', async () => {
  const tab = await openTab()
  const seen: string[] = []
  tab.on('pageerror', ({ message }) => seen.push(message))
  await tab.evaluate(() => {
    // oxlint-disable-next-line no-console -- what the app writes there is what is tested
    console.warn('media stack restarted')
  })
  await throwLater(tab)
  await flush(tab)
  expect(errors()).toHaveLength(1)
  expect(errors()[0]).toMatchObject({
    Exception: {
      type: 'TypeError',
      message: 'no such room',
      stack: expect.stringContaining('joinRoom') as string,
    },
    ErrorLog: [{ level: 'warning', message: 'media stack restarted' }],
    DeviceConfiguration: { appVersion: '4.2.0', browser: expect.stringMatching(/Chrom/) as string },
    Performance: { ttfbMillis: expect.any(Number) as number, heapBytes: expect.any(Number) as number },
  })
  expect(seen).toEqual(['no such room'])
  await tab.close()
})

test('an unhandled rejection arrives once, whatever it was rejected with', async () => {
  const tab = await openTab()
  await tab.evaluate(
    () =>
      new Promise((resolve) => {
        void Promise.reject(new RangeError('too many rooms'))
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- an app does such things
        void Promise.reject('offline')
        setTimeout(resolve, 50)
      }),
  )
  await flush(tab)
  const exceptions = errors().map(({ Exception }) => Exception)
  expect(exceptions).toHaveLength(2)
  expect(exceptions).toMatchObject([
    { type: 'RangeError', message: 'too many rooms' },
    { type: 'string', message: 'offline' },
  ])
  await tab.close()
})

test('an error that comes a thousand times is one report', async () => {
  const tab = await openTab()
  await throwLater(tab, 1000)
  await flush(tab)
  expect(errors()).toHaveLength(1)
  await tab.close()
})

test('tabs that are closed, reloaded and left count sessions and no crash', async () => {
  const first = await openTab()
  await first.reload()
  await first.evaluate(() => window.candor.ready)
  await first.close({ runBeforeUnload: true })
  const second = await openTab()
  await second.goto('about:blank')
  await second.close()
  const last = await openTab()
  await vi.waitFor(
    async () => {
      await flush(last)
      expect(sumOf('usage', 'Sessions')).toBe(4)
    },
    { timeout: 90_000, interval: 1000 },
  )
  expect(sumOf('usage', 'Crashes')).toBe(0)
  await last.close()
})

test('a tab that heard nothing of another one’s report is left: what it and the next one count arrives', async () => {
  const deaf = await newTab()
  // Without channels a tab sees only at its next write what others did.
  await deaf.addInitScript(() => Object.defineProperty(window, 'BroadcastChannel', { value: undefined }))
  await deaf.goto(pages.url)
  await deaf.evaluate(() => window.candor.ready)
  await deaf.evaluate(() => window.candor.usage.IMSent.add(1))
  // Once it is saved another tab sends it, and the deaf one still takes that report for one that grows.
  while (sumOf('usage', 'IMSent') === 0) {
    const other = await openTab()
    await flush(other)
    await other.close()
  }
  await deaf.evaluate(() => window.candor.usage.IMSent.add(2))
  await deaf.goto('about:blank')
  const next = await openTab()
  await next.evaluate(() => window.candor.usage.IMSent.add(4))
  await vi.waitFor(
    async () => {
      await flush(next)
      expect(sumOf('usage', 'IMSent')).toBe(7)
    },
    { timeout: 10_000, interval: 300 },
  )
  for (const tab of [deaf, next]) await tab.close()
})

test('a killed browser counts one crash at the next start, and none at the one after', async () => {
  await flush(await openTab())
  await running.kill()
  running = await startBrowserProcess(profile)
  const tab = await openTab()
  await vi.waitFor(
    async () => {
      await flush(tab)
      expect(sumOf('usage', 'Crashes')).toBe(1)
      expect(errors()).toMatchObject([{ Crash: { type: 'SessionLost' } }])
    },
    { timeout: 20_000, interval: 500 },
  )
  await tab.close()
  const again = await openTab()
  await flush(again)
  expect(sumOf('usage', 'Crashes')).toBe(1)
  await again.close()
})

test('the app, the device and the sign-ins are in census', async () => {
  const tab = await openTab()
  await tab.evaluate(async () => {
    await window.signIn('succeeds')
    await window.signIn('fails').catch(() => {})
  })
  await flush(tab)
  expect([sumOf('census', 'SignInAttempts'), sumOf('census', 'SignInFailures')]).toEqual([2, 1])
  expect(pages.service.accepted('census').at(-1)?.data).toMatchObject({
    AppName: 'Contoso Desk',
    OSName: 'Linux',
    UserLanguage: 'en-US',
  })
  await tab.close()
})

test('web vitals are in the distributions when the page was left', async () => {
  const tab = await openTab()
  await tab.waitForFunction(() => performance.getEntriesByName(`${location.origin}/web-vitals.js`).length > 0)
  await tab.getByRole('button').click()
  await beIdle(tab)
  await tab.goto('about:blank')
  const next = await openTab()
  await vi.waitFor(
    async () => {
      await flush(next)
      const data = Object.assign(
        {},
        ...pages.service.accepted('usage').map((report) => report.data),
      ) as object
      expect(Object.keys(data)).toEqual(expect.arrayContaining(['LCP', 'CLS', 'INP', 'TTFB']))
    },
    { timeout: 90_000, interval: 1000 },
  )
  await tab.close()
  await next.close()
})

test('reduced practices: nothing is recorded that they leave out', async () => {
  const tab = await openTab('?reduced')
  await throwLater(tab)
  await tab.evaluate(() => window.signIn('succeeds'))
  await tab.evaluate(() => window.candor.error.report({ ErrorCode: '0x80004005' }))
  await flush(tab)
  const namesOf = (category: 'census' | 'usage') =>
    pages.service.accepted(category).flatMap(({ data }) => Object.keys(data))
  expect(new Set(namesOf('census'))).toEqual(new Set(['OSName', 'DeviceID']))
  expect(new Set(namesOf('usage'))).toEqual(new Set(['Sessions']))
  expect(errors()).toEqual([])
  expect(await tab.evaluate(() => window.candor.diagnostics())).toEqual({})
  await tab.close()
})
