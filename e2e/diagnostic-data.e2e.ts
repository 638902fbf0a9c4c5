import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

import { startBrowser } from './browser.js'
import { findViolations, isFocused, textOf } from './viewer/page-checks.js'
import { startCandor, type CandorProcess } from './candor-process.js'

const PATIENCE = { timeout: 15_000, interval: 200 }
/** An erasure is worked on in batches. */
const LONG_PATIENCE = { timeout: 90_000, interval: 500 }

let candor: CandorProcess
let browser: Browser
let page: Page
/** The bodies of the page's own ingest requests, as they went over the wire. */
let captured: string[] = []

const at = (name: string): Locator => page.getByTestId(name)
const tab = (name: string): Locator => page.locator(`candor-viewer [data-tab="${name}"]`)
const items = (): Locator => page.locator('candor-viewer [role="tabpanel"]:not([hidden]) [part~="item"]')
const part = (name: string): Locator => page.locator(`candor-viewer [part~="${name}"]:visible`)

/** The exact bodies that the viewer shows, of every entry of the list that is open. */
const shownBodies = async (): Promise<readonly string[]> => {
  for (const item of await items().all()) {
    const details = item.locator('details')
    if ((await details.getAttribute('open')) === null) await item.locator('summary').click()
  }
  const exact = items().locator('[part~="exact"]:first-child [part~="json"]')
  return exact.allTextContents()
}

beforeAll(async () => {
  candor = await startCandor()
  browser = await startBrowser()
}, 60_000)

beforeEach(async () => {
  page = await (await browser.newContext({ locale: 'en-US' })).newPage()
  captured = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/^\/v1\/(census|usage|errors)$/.test(pathname)) captured.push(request.postData() ?? '')
  })
  await page.goto(`${candor.url}/examples/conference/desktop.html?key=demo&interval=1000&lang=en`)
  await at('sign-in-user').fill('amosmarble')
  await at('sign-in-password').fill('demo')
  await at('sign-in-submit').click()
  await at('message-text').fill('hello')
  await at('message-send').click()
  await page.waitForRequest((request) => request.postData()?.includes('IMSent') ?? false)
  await at('options-open').click()
  await page.getByRole('button', { name: 'See the exact data' }).click()
})

afterEach(() => page.context().close())

afterAll(async () => {
  await browser?.close()
  await candor?.stop()
}, 30_000)

describe('Options > Diagnostic data', () => {
  test('opens from the General tab, with the texts of the practices and nothing that axe finds', async () => {
    await tab('sent').click()
    // The label is none of the bytes: only who has the texts finds it.
    await page.getByRole('searchbox', { name: 'Search' }).fill('im sent')
    // The list follows the search a moment later, so the first entry may still be one that goes.
    await vi.waitFor(async () => {
      const first = items().first()
      if ((await first.locator('details').getAttribute('open')) === null)
        await first.locator('summary').click()
      expect(await first.innerText()).toContain('IM Sent')
    }, PATIENCE)
    expect(await findViolations(page, 'dialog[open]')).toStrictEqual([])
  })

  test('shows the bytes that went over the wire, and those alone', async () => {
    const [first] = captured
    await tab('sent').click()
    await vi.waitFor(async () => expect(await items().count()).toBeGreaterThan(1), PATIENCE)
    // Nothing moves while the entries are opened one after another.
    await part('pause').click()
    const shown = await shownBodies()
    expect(shown).toHaveLength(await items().count())
    expect(shown).toContain(first)
    for (const body of shown) expect(captured).toContain(body)
  })

  test('erasing on the device empties it; Escape closes one dialog at a time', async () => {
    await tab('erase').click()
    await part('erase').click()
    await page.keyboard.press('Escape')
    expect(await at('options').isVisible()).toBe(true)
    expect(await isFocused(part('erase'))).toBe(true)
    const before = [...captured]
    await part('erase').click()
    await part('dialog-confirm').click()
    await vi.waitFor(
      async () => expect(await part('outcome').innerText()).toBe('Erased on this device.'),
      PATIENCE,
    )
    await tab('sent').click()
    await part('pause').click()
    for (const body of await shownBodies()) expect(before).not.toContain(body)
    await page.keyboard.press('Escape')
    expect(await at('options').isVisible()).toBe(false)
  })

  test('asks the service what it holds of this device, and to erase it; afterwards it holds nothing', async () => {
    const state = page.locator('candor-viewer li[data-category="usage"] [part~="lane-state"]')
    const known = page.locator('candor-viewer li[data-category="usage"] [part~="lane-known"]')
    await tab('erase').click()
    for (const category of ['census', 'error'])
      await page.locator(`candor-viewer li[data-category="${category}"] input`).uncheck()
    // The echo of the message is the last that is counted.
    await vi.waitFor(() => expect(captured.join()).toContain('IMReceived'), PATIENCE)
    // A request may hold several reports.
    const reports = captured
      .filter((body) => body.includes('contoso.com'))
      .flatMap((body) => (JSON.parse(body) as { readonly reports: readonly unknown[] }).reports).length
    await vi.waitFor(async () => expect(await known.innerText()).toContain(`: ${reports}`), PATIENCE)
    await part('access').click()
    await vi.waitFor(async () => expect(await state.innerText()).toContain(`holds: ${reports}.`), PATIENCE)
    expect(await part('json').textContent()).toMatch(/"(Sessions|IMSent|IMReceived)":1/)
    await part('erasure').click()
    await part('dialog-confirm').click()
    await vi.waitFor(
      async () => expect(await state.innerText()).toContain(`reports: ${reports}.`),
      LONG_PATIENCE,
    )
    const [download] = await Promise.all([page.waitForEvent('download'), part('save').click()])
    const receipt: unknown = JSON.parse(await textOf(download))
    expect(receipt).toMatchObject({
      kind: 'erasure',
      category: 'usage',
      subject: { by: 'reports' },
      remaining: 0,
    })
    await part('access').click()
    await vi.waitFor(async () => expect(await state.innerText()).toContain('holds: 0.'), PATIENCE)
  })
})
