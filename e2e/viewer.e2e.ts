import type { Browser, Locator, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'

import { startBrowser } from './browser.js'
import { findViolations, isFocused, tabTo, textOf } from './viewer/page-checks.js'
import { bundlePage, PAGE_ORIGIN, servePage } from './viewer/serve-page.js'

const SERVICE = 'https://telemetry.contoso.com'
const TABS = ['next', 'sent', 'unsent', 'diagnostics', 'erase'] as const
const CORS = { 'access-control-allow-origin': '*' }

let browser: Browser
let code = ''
let page: Page

interface Setting {
  readonly lang?: 'en' | 'es'
  readonly colorScheme?: 'light' | 'dark'
  readonly endpoint?: string
  readonly client?: string
  readonly width?: number
}

const open = async ({
  lang = 'en',
  colorScheme = 'light',
  endpoint = SERVICE,
  client = 'desktop',
  width = 1280,
}: Setting = {}) => {
  const context = await browser.newContext({
    colorScheme,
    viewport: { width, height: 900 },
    timezoneId: 'UTC',
  })
  page = await context.newPage()
  await servePage(page, code)
  await page.goto(`${PAGE_ORIGIN}/?lang=${lang}&endpoint=${endpoint}&client=${client}`)
  await tab('next').waitFor()
}

const tab = (name: (typeof TABS)[number]): Locator => page.locator(`candor-viewer [data-tab="${name}"]`)
const panel = (): Locator => page.locator('candor-viewer [role="tabpanel"]:not([hidden])')
const items = (): Locator => panel().locator('[part~="item"]')
const part = (name: string): Locator => page.locator(`candor-viewer [part~="${name}"]:visible`)
const chooseUsageAlone = async (): Promise<void> => {
  for (const category of ['census', 'error'])
    await page.locator(`candor-viewer li[data-category="${category}"] input`).uncheck()
}

beforeAll(async () => {
  code = await bundlePage()
  browser = await startBrowser()
})

afterEach(() => page.context().close())

afterAll(() => browser?.close())

describe('accessible', () => {
  test.each([
    { lang: 'en', colorScheme: 'light', width: 1280 },
    { lang: 'en', colorScheme: 'dark', width: 360 },
    { lang: 'es', colorScheme: 'light', width: 360 },
    { lang: 'es', colorScheme: 'dark', width: 1280 },
  ] as const)('axe finds nothing in both elements: $lang, $colorScheme, $width px', async (setting) => {
    await open(setting)
    await page.locator('candor-options summary').first().click()
    for (const name of TABS) {
      await tab(name).click()
      for (const item of (await items().all()).slice(0, 2)) await item.locator('summary').click()
      expect([name, ...(await findViolations(page))]).toStrictEqual([name])
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      expect(isWide).toBe(false)
    }
    await part('erase').click()
    expect(await findViolations(page)).toStrictEqual([])
  })

  test('by keyboard alone: tabs, an entry, the dialog; Escape closes it and the focus returns', async () => {
    await open()
    await tabTo(page, tab('next'))
    await page.keyboard.press('ArrowLeft')
    expect(await isFocused(tab('erase'))).toBe(true)
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    expect(await isFocused(tab('sent'))).toBe(true)
    expect(await tab('sent').getAttribute('aria-selected')).toBe('true')
    expect(await page.locator('candor-viewer [role="tab"][tabindex="0"]').count()).toBe(1)
    const summary = items().first().locator('summary')
    await tabTo(page, summary)
    await page.keyboard.press('Enter')
    await tabTo(page, items().first().locator('[part~="json"]').first())
    await page.keyboard.press('Shift+Tab')
    await tab('sent').focus()
    await page.keyboard.press('End')
    await tabTo(page, part('erase'))
    await page.keyboard.press('Enter')
    expect(await page.getByRole('dialog', { name: 'Erase what is on this device?' }).isVisible()).toBe(true)
    expect(await isFocused(part('dialog-cancel'))).toBe(true)
    await page.keyboard.press('Escape')
    expect(await part('dialog').count()).toBe(0)
    expect(await isFocused(part('erase'))).toBe(true)
    await tab('next').click()
    expect(await items().count()).toBe(3)
  })
})

describe('what is shown', () => {
  test('are the very bytes, laid out without a character more', async () => {
    await open()
    await items().first().locator('summary').click()
    const shown = await items().first().locator('[part~="json"]').textContent()
    expect(shown).toBe(await page.evaluate(() => window.bodyOf('error', 3)))
    expect(await items().first().locator('[part~="json-line"]').count()).toBeGreaterThan(20)
  })

  test('changes with the device, an open entry stays open, and the person may pause that', async () => {
    await open()
    await items().nth(1).locator('summary').click()
    const add = (index: number): Promise<void> =>
      page.evaluate((id) => {
        window.fake.add({
          category: 'usage',
          id: String(id),
          state: 'waiting',
          body: window.bodyOf('usage', id),
        })
      }, index)
    await add(300)
    expect(await items().count()).toBe(4)
    expect(await items().nth(2).locator('details').getAttribute('open')).toBe('')
    await part('pause').click()
    await add(301)
    expect(await items().count()).toBe(4)
    await part('pause').click()
    expect(await items().count()).toBe(5)
  })

  test('is found by category and search, and comes a page at a time', async () => {
    await open()
    await tab('sent').click()
    expect(await items().count()).toBe(20)
    await part('more').click()
    expect(await items().count()).toBe(31)
    await part('category-filter').selectOption('census')
    expect(await items().count()).toBe(1)
    await part('category-filter').selectOption('all')
    await page.getByRole('searchbox', { name: 'Search' }).fill('exceptions')
    expect(await items().count()).toBe(1)
    expect(await tab('next').innerText()).toMatch(/1$/)
    await page.getByRole('searchbox', { name: 'Search' }).fill('nowhere to be found')
    expect(await part('empty').innerText()).toContain('Nothing here matches')
  })

  test('is exported as JSON Lines, with the exact bodies', async () => {
    await open()
    await part('category-filter').selectOption('error')
    const [download] = await Promise.all([page.waitForEvent('download'), part('export').click()])
    expect(download.suggestedFilename()).toMatch(/^candor-\d{4}-\d{2}-\d{2}\.jsonl$/)
    const lines = (await textOf(download)).trimEnd().split('\n')
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(entries.map(({ kind }) => kind)).toStrictEqual(['about', 'waiting', 'sent', 'dropped', 'dropped'])
    expect(entries[1]?.['body']).toBe(await page.evaluate(() => window.bodyOf('error', 3)))
    expect(lines.join('\n')).not.toContain('secret-key')
  })

  test('tells of a device that cannot be read, and tries again when asked', async () => {
    await open()
    await page.evaluate(() => {
      const { fake } = window
      const waiting = fake.waiting.bind(fake)
      let isBroken = true
      Object.assign(window.fake, {
        waiting: () => {
          if (isBroken) throw new Error('gone')
          return waiting()
        },
      })
      addEventListener('mend', () => {
        isBroken = false
      })
    })
    await tab('sent').click()
    expect(await page.locator('candor-viewer').getByRole('alert').innerText()).toContain('could not be read')
    await page.evaluate(() => dispatchEvent(new Event('mend')))
    await part('retry').click()
    expect(await page.locator('candor-viewer').getByRole('alert').count()).toBe(0)
    expect(await items().count()).toBe(20)
  })
})

describe('erasing and asking', () => {
  test('erasing on the device empties every list, after the person confirmed it', async () => {
    await open()
    await tab('erase').click()
    await part('erase').click()
    await part('dialog-confirm').click()
    await vi.waitFor(async () => expect(await part('outcome').innerText()).toBe('Erased on this device.'))
    for (const name of ['next', 'sent', 'unsent'] as const) {
      await tab(name).click()
      expect(await items().count()).toBe(0)
    }
  })

  test('asks the service to erase a category, and gives the receipt', async () => {
    await open()
    const receipt = { v: 1, kind: 'erasure', category: 'usage', erased: 2, remaining: 0, signature: 'c2ln' }
    const asked: string[] = []
    const answer = (route: Route): Promise<void> => {
      const body = route.request().postData()
      asked.push(body ?? route.request().url())
      const json =
        body === null ? { request: 'r', state: 'done', receipt } : { request: 'r', state: 'accepted' }
      return route.fulfill({ headers: CORS, json })
    }
    await page.route(`${SERVICE}/**`, answer)
    await tab('erase').click()
    await chooseUsageAlone()
    await part('erasure').click()
    await part('dialog-confirm').click()
    await part('save').waitFor({ timeout: 20_000 })
    expect(asked).toHaveLength(2)
    expect(JSON.parse(asked[0] ?? '')).toMatchObject({
      v: 1,
      category: 'usage',
      reports: ['0f8fad5b-d9cb-469f-a165-000000000001', '0f8fad5b-d9cb-469f-a165-000000000100'],
    })
    expect(asked[1]).toBe(`${SERVICE}/v1/subject/erasure/r?key=secret-key`)
    expect(await part('lane-state').innerText()).toBe('Erased at the service; reports: 2.')
    const [download] = await Promise.all([page.waitForEvent('download'), part('save').click()])
    expect(JSON.parse(await textOf(download))).toStrictEqual(receipt)
  })

  test('shows what the service holds, and says so where it cannot be reached', async () => {
    await open()
    await page.route(`${SERVICE}/**`, (route) => route.abort())
    await tab('erase').click()
    await chooseUsageAlone()
    await part('access').click()
    await vi.waitFor(async () =>
      expect(await part('lane-state').innerText()).toContain('could not be reached'),
    )
    await page.unroute(`${SERVICE}/**`)
    await page.route(`${SERVICE}/**`, (route) =>
      route.fulfill({ headers: CORS, json: { rows: [{ IMSent: 12 }] } }),
    )
    await part('access').click()
    await vi.waitFor(async () => expect(await part('lane-state').innerText()).toContain(': 1.'))
    expect(await part('json').textContent()).toBe('[{"IMSent":12}]')
  })

  test('without a service says why there is nothing to ask, and asks nothing', async () => {
    await open({ endpoint: '' })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await tab('erase').click()
    expect(await panel().innerText()).toContain('nothing was ever sent')
    expect(await part('access').count()).toBe(0)
    expect(asked).toStrictEqual([])
  })
})

describe('beside the options', () => {
  test('in the Meetings App there is no switch, but a sentence in its place', async () => {
    await open({ client: 'meetings-app' })
    expect(await page.getByRole('checkbox', { name: /Send error reports/ }).count()).toBe(0)
    const error = page.locator('candor-options section[data-category="error"]')
    expect(await error.innerText()).toContain('whoever hosts the meeting decides')
  })

  test('a button of the options fires an event and moves the focus to the viewer, unless the page prevents that', async () => {
    await open()
    const button = page.getByRole('button', { name: 'See the exact data' })
    await button.click()
    expect(await page.evaluate(() => window.opened)).toBe(1)
    expect(await isFocused(tab('next'))).toBe(true)
    await page.evaluate(() => addEventListener('candor-open-viewer', (event) => event.preventDefault()))
    await button.click()
    expect(await isFocused(button)).toBe(true)
    await page.evaluate(() => document.querySelector('candor-viewer')?.remove())
    await page.getByRole('checkbox', { name: /Send error reports/ }).uncheck()
    expect(await button.count()).toBe(0)
  })
})
