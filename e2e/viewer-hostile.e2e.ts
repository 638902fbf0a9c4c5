import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import { startBrowser } from './browser.js'
import { findViolations, isFocused } from './viewer/page-checks.js'
import { bundlePage, PAGE_ORIGIN, servePage } from './viewer/serve-page.js'

const HOSTILE = `<img src=x onerror="document.title='owned'"> \u202Etxet\u2066 ${'W'.repeat(10_000)}`

let browser: Browser
let code = ''
let page: Page

beforeAll(async () => {
  code = await bundlePage()
  browser = await startBrowser()
})

afterEach(() => page.context().close())

afterAll(() => browser?.close())

const open = async (lang = 'en'): Promise<void> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 900 } })
  page = await context.newPage()
  await servePage(page, code)
  await page.goto(`${PAGE_ORIGIN}/?lang=${lang}&endpoint=https://telemetry.contoso.com`)
  await tab('next').waitFor()
}

const tab = (name: string): Locator => page.locator(`candor-viewer [data-tab="${name}"]`)
const summaries = (): Locator => page.locator('candor-viewer [role="tabpanel"]:not([hidden]) summary')

test('values with scripts, marks that turn the direction, and 10 000 characters stay what they are', async () => {
  await open()
  await page.evaluate((hostile) => {
    const body = JSON.stringify({
      v: 1,
      client: hostile,
      reports: [
        { id: 'hostile', from: hostile, to: hostile, data: { [hostile]: hostile, ErrorCode: hostile } },
      ],
    })
    window.fake.add({ category: 'error', id: 'hostile', state: 'waiting', body })
  }, HOSTILE)
  await summaries().nth(1).click()
  const values = page.locator('candor-viewer [part~="value-text"]')
  // Compared here, since a failure would print all of it.
  expect((await values.first().textContent()) === HOSTILE).toBe(true)
  expect(await values.first().evaluate((value) => getComputedStyle(value).unicodeBidi)).toBe('isolate')
  expect(await page.locator('candor-viewer img').count()).toBe(0)
  expect(await page.title()).toBe('Elements')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  expect(await findViolations(page)).toEqual([])
})

test('who looks at an entry that is sent meanwhile goes on from the next one, and from the tab where none is left', async () => {
  await open()
  await summaries().first().focus()
  await page.evaluate(() => {
    const [, ...others] = window.fake.waiting()
    Object.assign(window.fake, { waiting: () => others })
    window.fake.add({ category: 'usage', id: 'more', state: 'growing', body: '{}' })
  })
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('candor-viewer')
  await page.evaluate(() => {
    Object.assign(window.fake, { waiting: () => [] })
    window.fake.add({ category: 'usage', id: 'more', state: 'growing', body: '{}' })
  })
  await expect.poll(() => isFocused(page.locator('candor-viewer #panel-next'))).toBe(true)
})

test('texts that come later take nobody’s focus away', async () => {
  await open()
  await page.locator('candor-viewer input[type="search"]').focus()
  await page.evaluate(() => {
    const viewer = document.querySelector('candor-viewer')
    if (viewer) viewer.practices = undefined
  })
  await expect.poll(() => isFocused(tab('next'))).toBe(true)
})

test('nothing is left of a Candor that is taken away, and another one is shown in its place', async () => {
  await open()
  const shown = () =>
    page.evaluate(() =>
      ['candor-options', 'candor-viewer'].map(
        (name) => document.querySelector(name)?.shadowRoot?.childElementCount ?? 0,
      ),
    )
  const give = (candor: 'fake' | 'none') =>
    page.evaluate((given) => {
      for (const element of document.querySelectorAll('candor-options, candor-viewer'))
        Object.assign(element, { candor: given === 'fake' ? window.fake : undefined })
    }, candor)
  await give('none')
  expect(await shown()).toEqual([0, 0])
  await give('fake')
  await tab('next').waitFor()
  expect(Math.min(...(await shown()))).toBeGreaterThan(0)
})

test('a choice that is not kept does not look as if it were', async () => {
  await open()
  const box = page.getByRole('checkbox', { name: 'Send error reports' })
  await page.evaluate(() => Object.assign(window.fake.consent, { set: () => {} }))
  await box.click()
  expect(await box.isChecked()).toBe(true)
})

test('in a page of another language the elements say which one is theirs', async () => {
  await open('fr')
  for (const element of ['candor-options', 'candor-viewer'])
    expect(await page.locator(`${element} > *, ${element} [lang]`).first().getAttribute('lang')).toBe('en')
})
