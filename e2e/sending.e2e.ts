import type { Candor } from '@candor/client/browser'
import type { SkypeTeams } from '@candor/practices/skype-teams'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startTestService, type TestService } from '../packages/client/src/testing/test-service.js'
import { startBrowser } from './browser.js'
import { startCandor, type CandorProcess } from './candor-process.js'
import { servePage, type ServedPage } from './serve-page.js'

declare global {
  interface Window {
    candor: Candor<SkypeTeams>
  }
}

let browser: Browser
let served: ServedPage
let service: TestService
let context: BrowserContext
let page: Page

beforeAll(async () => {
  ;[browser, served] = await Promise.all([startBrowser(), servePage('sending-page')])
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
})
beforeEach(async () => {
  service = await startTestService()
  context = await browser.newContext()
  page = await context.newPage()
})
afterEach(async () => {
  await context.close()
  await service.close()
})

const addressOf = (endpoint: string, intervalMillis = 0): string =>
  `${served.url}?${new URLSearchParams({ endpoint, interval: String(intervalMillis) }).toString()}`

const open = async (intervalMillis?: number): Promise<void> => {
  await page.goto(addressOf(service.endpoint, intervalMillis))
  await page.evaluate(() => window.candor.refreshPolicy())
}

/** One of each lane; the page is told apart by the count. */
const useApp = (messages: number): Promise<void> =>
  page.evaluate((amount) => {
    window.candor.setUser('amosmarble')
    window.candor.consent.set('granted')
    window.candor.usage.IMSent.add(amount)
    window.candor.error.report({ ErrorCode: '0x1' })
  }, messages)

const lanes = (): readonly string[] => service.arrivals.map(({ category }) => category)
const arrived = (count: number): Promise<void> =>
  vi.waitFor(() => expect(service.arrivals.length).toBeGreaterThanOrEqual(count), 8000)
const messages = (): number =>
  service.accepted('usage').reduce((total, { data }) => total + Number(data['IMSent'] ?? 0), 0)
/** Long enough for a request that must not come. */
const moment = (): Promise<void> => page.waitForTimeout(300).catch(() => {})

describe('a page that is left', () => {
  const leave: Readonly<Record<string, () => Promise<unknown>>> = {
    'is closed': () => page.close({ runBeforeUnload: true }),
    'goes elsewhere': () => page.goto('about:blank'),
    'is hidden': () =>
      page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
      }),
  }

  test.each(Object.keys(leave))(
    '%s: one lane arrives, once, and without a cookie or a referrer',
    async (way) => {
      await open()
      await useApp(3)
      await leave[way]?.()
      await arrived(1)
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(lanes()).toEqual(['error'])
      expect(service.arrivals[0]?.headers).not.toHaveProperty('cookie')
      expect(service.arrivals[0]?.headers).not.toHaveProperty('referer')
      expect(service.arrivals[0]?.headers['content-type']).toBe('text/plain;charset=UTF-8')
      // What a page that lives keeps is its own: another takes it over when it is gone.
      await page.close()
      const next = await context.newPage()
      await next.goto(addressOf(service.endpoint))
      await next.evaluate(() => window.candor.flush())
      expect(messages()).toBe(3)
      expect(service.accepted('error')).toHaveLength(1)
      await next.close()
    },
  )
})

describe('a page whose service is elsewhere', () => {
  test('sends a large body as gzip to the real service, which lets the browser ask first', async () => {
    const candor: CandorProcess = await startCandor()
    try {
      await page.goto(addressOf(candor.url))
      const asked: string[] = []
      page.on('request', async (request) => {
        if (request.method() === 'POST')
          asked.push((await request.allHeaders())['content-encoding'] ?? 'plain')
      })
      await page.evaluate(async () => {
        await window.candor.refreshPolicy()
        window.candor.setUser('amosmarble')
        window.candor.consent.set('granted')
        for (let error = 0; error < 100; error += 1) window.candor.error.report({ ErrorCode: `0x${error}` })
        await window.candor.flush()
      })
      const balance = (await (await fetch(`${candor.url}/api/conservation`)).json()) as {
        readonly error: { readonly received: number; readonly refused: object }
      }
      expect(balance.error).toMatchObject({ received: 100, refused: {} })
      expect(asked.filter((encoding) => encoding === 'gzip')).toHaveLength(1)
    } finally {
      await candor.stop()
    }
  })

  test('sends plain where the question before is refused', async () => {
    service.setPreflight('refused')
    await open()
    await page.evaluate(async () => {
      window.candor.setUser('amosmarble')
      window.candor.consent.set('granted')
      for (let error = 0; error < 100; error += 1) window.candor.error.report({ ErrorCode: `0x${error}` })
      await window.candor.flush()
      await window.candor.flush()
    })
    expect(service.accepted('error')).toHaveLength(100)
    expect(service.arrivals.every(({ headers }) => headers['content-encoding'] === undefined)).toBe(true)
  })
})

describe('a page whose service cannot be reached', () => {
  test('asks nothing offline, and goes on when it is online', async () => {
    await open(300)
    await context.setOffline(true)
    const before = service.arrivals.length
    await useApp(4)
    await moment()
    await page.evaluate(() => window.candor.flush())
    expect(service.arrivals).toHaveLength(before)
    expect(await page.evaluate(() => window.candor.diagnostics())).not.toHaveProperty('request-failed')
    await context.setOffline(false)
    await vi.waitFor(() => expect(messages()).toBe(4), 8000)
    await vi.waitFor(() => expect(service.accepted('error')).toHaveLength(1), 8000)
  })

  test('keeps what is answered with 503 and sends it when the service is well, each report once', async () => {
    service.answerWith(({ category }) => (category === 'usage' ? { status: 503 } : undefined))
    await open(300)
    await useApp(5)
    await vi.waitFor(() => expect(lanes()).toContain('usage'), 8000)
    service.answerWith(undefined)
    await page.reload()
    await vi.waitFor(() => expect(messages()).toBe(5), 8000)
    await vi.waitFor(() => expect(service.accepted('error')).toHaveLength(1), 8000)
  })

  test('leaves a stopped lane alone over a reload, and no other', async () => {
    const stop = { status: 503, headers: { 'retry-after': '2' }, body: '{"code":"CANDOR_LANE_STOPPED"}' }
    service.answerWith(({ category }) => (category === 'usage' ? stop : undefined))
    await open(300)
    await useApp(6)
    await vi.waitFor(() => expect(lanes()).toContain('usage'), 8000)
    // The page knows of the stop a moment after the service told it.
    await page.waitForFunction(() => window.candor.diagnostics()['lane-stopped'])
    service.answerWith(undefined)
    await page.reload()
    await useApp(7)
    await page.evaluate(() => window.candor.flush())
    expect(lanes().filter((lane) => lane === 'usage')).toHaveLength(1)
    expect(lanes().filter((lane) => lane === 'error').length).toBeGreaterThan(0)
    await vi.waitFor(() => expect(messages()).toBe(13), 8000)
  })
})
