import { readFileSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findFaults } from './admin/find-faults.js'
import { startBrowser } from './browser.js'
import { openInsights, settled, visit } from './insights-pages.js'
import { keepPicture } from './keep-picture.js'
import { isFocused, tabTo } from './viewer/page-checks.js'

const PAGES = [
  '/insights?compare=previous',
  '/insights/census?compare=previous&where=client%3Adesktop',
  '/insights/usage?by=client',
  '/insights/errors?compare=previous',
]

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await startBrowser()
}, 60_000)

afterEach(async () => {
  await page.context().close()
})

afterAll(async () => {
  await browser?.close()
})

const chart = (id: string): Locator => page.locator(`[data-chart="${id}"]`)
const search = (): string => new URL(page.url()).search
const findFaultsAt = async (address: string): Promise<readonly string[]> =>
  (await findFaults(page)).map((fault) => `${address} ${fault}`)

const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 360].map((width) => ({ colorScheme, width })),
)

/** Shows the page that is open in each colour scheme and width, without loading it again, and finds what is wrong. */
const findFaultsInLooks = async (name: string): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const { colorScheme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    await settled(page)
    faults.push(...(await findFaultsAt(`${name} ${colorScheme} ${width}`)))
    await keepPicture(page, `${name}-${colorScheme}-${width}`)
  }
  return faults
}

describe.each(['en', 'es'] as const)('in every look (%s)', (lang) => {
  test.each(PAGES)('%s is accessible and keeps its width', { timeout: 200_000 }, async (address) => {
    page = await openInsights(browser, { lang })
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    await visit(page, address)
    expect(await page.locator('html').getAttribute('lang')).toBe(lang)
    faults.push(...(await findFaultsInLooks(`${lang}${new URL(page.url()).pathname}`)))
    expect(faults).toEqual([])
  })
})

test('names that try to break a page are shown as names', { timeout: 400_000 }, async () => {
  page = await openInsights(browser, { kind: 'hostile', width: 360 })
  const faults: string[] = []
  for (const address of PAGES) {
    await visit(page, address)
    for (const table of await page.locator('details > summary').all()) await table.click()
    faults.push(...(await findFaultsAt(address)))
  }
  expect(faults).toEqual([])
})

describe('a view', () => {
  test('is whole in its address: a link reproduces it', async () => {
    page = await openInsights(browser)
    const asked = page.waitForRequest(/\/api\/insights\/census\?/)
    await visit(
      page,
      '/insights/census?product=shop&period=week&periods=26&by=OSName&where=client%3Amobile&where=AppName%3Aa%3Ab&compare=previous&show=reports&form=shares',
    )
    const question = new URL((await asked).url()).searchParams
    expect([...question]).toEqual([
      ['product', 'shop'],
      ['period', 'week'],
      ['periods', '52'],
      ['by', 'OSName'],
      ['where', 'client:mobile'],
      ['where', 'AppName:a:b'],
    ])
    expect(await page.getByLabel('Product').inputValue()).toBe('shop')
    expect(await page.getByRole('radio', { name: 'Week' }).isChecked()).toBe(true)
    expect(await page.getByLabel('Time', { exact: true }).inputValue()).toBe('26')
    expect(await page.getByLabel('Broken down by').inputValue()).toBe('OSName')
    expect(await page.getByRole('radio', { name: 'Shares' }).isChecked()).toBe(true)
    expect(await page.getByLabel('Compare with the periods before').isChecked()).toBe(true)
    expect(await page.getByRole('heading', { name: 'Reports a week, by OSName' }).count()).toBe(1)
    expect(await page.getByRole('button', { name: /Remove the filter/ }).count()).toBe(2)
  })

  test('follows each choice, and each choice stands in the address', async () => {
    page = await openInsights(browser)
    await visit(page, '/insights/census')
    await page.getByText('Month', { exact: true }).click()
    await page.getByLabel('Time', { exact: true }).selectOption('6')
    await page.getByLabel('Compare with the periods before').check()
    await page.getByLabel('Broken down by').selectOption('client')
    await settled(page)
    expect(search()).toBe('?period=month&periods=6&compare=previous&by=client')
    await page
      .getByText(/against [A-Z][a-z]{2} \d{4}/)
      .first()
      .waitFor()
  })

  test('keeps product, periods and shared filters from page to page, without loading anew', async () => {
    page = await openInsights(browser)
    await visit(page, '/insights/census?period=week&where=client%3Aweb&where=OSName%3ALinux&by=OSName')
    await page.evaluate(() => Object.assign(globalThis, { isSameDocument: true }))
    await page.getByRole('navigation', { name: 'Insights' }).getByRole('link', { name: 'Errors' }).click()
    await page.getByRole('heading', { level: 1, name: 'Errors' }).waitFor()
    await settled(page)
    expect(search()).toBe('?period=week&where=client%3Aweb')
    expect(await isFocused(page.locator('h1'))).toBe(true)
    expect(await page.title()).toBe('Errors - Candor')
    expect(await page.evaluate(() => 'isSameDocument' in globalThis)).toBe(true)
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Census' }).waitFor()
  })
})

describe('a filter', () => {
  test('is added by a group of the table, and removed by its chip', async () => {
    page = await openInsights(browser)
    await visit(page, '/insights/census')
    await page.getByRole('button', { name: /^Show .?iPhoneSkype.? alone$/ }).click()
    await page.getByRole('button', { name: /Remove the filter AppName/ }).waitFor()
    expect(search()).toBe('?where=AppName%3AiPhoneSkype')
    await page.getByRole('button', { name: /Remove the filter AppName/ }).click()
    await page.getByText('None: everything is counted.').waitFor()
    expect(search()).toBe('')
  })

  test('is added by a click on a bar of a chart', async () => {
    page = await openInsights(browser)
    await visit(page, '/insights/usage?periods=7')
    const slider = chart('groups').getByRole('slider')
    const { width, height } = (await slider.boundingBox()) ?? { width: 0, height: 0 }
    // Low in the second of seven bars stands the first group, which is the largest.
    await slider.click({ position: { x: width * 0.2375, y: height * 0.85 } })
    await page.getByRole('button', { name: 'Remove the filter Client: Desktop' }).waitFor()
    expect(search()).toBe('?periods=7&where=client%3Adesktop')
  })

  test('is added by hand, from the keyboard alone', async () => {
    page = await openInsights(browser)
    await visit(page, '/insights/errors')
    await tabTo(page, page.getByText('Add a filter'))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByLabel('Data type'))
    await page.keyboard.press('Tab')
    await page.keyboard.type('desktop')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Remove the filter Client: Desktop' }).waitFor()
    expect(search()).toBe('?where=client%3Adesktop')
  })
})

describe('a chart', () => {
  test('is walked through by the arrow keys, and reads its figures aloud', async () => {
    page = await openInsights(browser)
    await visit(page, '/insights/census?periods=7')
    const slider = chart('active').getByRole('slider')
    await slider.focus()
    await page.keyboard.press('Home')
    expect(await slider.getAttribute('aria-valuetext')).toMatch(
      /^Wed, Nov 25: Active devices [\d,]+; Active users [\d,]+$/,
    )
    await page.keyboard.press('ArrowRight')
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^Thu, Nov 26: /)
    await chart('active').getByText('Thu, Nov 26').first().waitFor()
  })

  test('tells its definition on focus, until Escape', async () => {
    page = await openInsights(browser)
    await visit(page, '/insights/census')
    await chart('new')
      .getByRole('button', { name: /^What .* means$/ })
      .focus()
    const definition = chart('new').getByRole('tooltip')
    await definition.waitFor({ state: 'visible' })
    expect(await definition.innerText()).toContain('reported nothing before the period')
    await page.keyboard.press('Escape')
    await definition.waitFor({ state: 'hidden' })
  })

  test('draws what is not shown hatched, and has its figures as a table', async () => {
    page = await openInsights(browser)
    await visit(page, '/insights/census')
    expect(await chart('versions').locator('pattern').count()).toBeGreaterThan(0)
    await chart('versions').getByText('The same figures as a table').click()
    const table = chart('versions').getByRole('table')
    expect(await table.locator('thead th').allInnerTexts()).toContain('Not shown')
    expect(await table.locator('tbody tr').count()).toBe(28)
  })
})

describe('a download', () => {
  const save = async (kind: 'PNG' | 'SVG' | 'CSV' | 'JSON'): Promise<Buffer> => {
    const download = page.waitForEvent('download')
    await chart('active')
      .getByRole('button', { name: `Download Active devices and users a day as ${kind}` })
      .click()
    const saved = await download
    expect(saved.suggestedFilename()).toBe(`skype-teams-active-2026-12-01.${kind.toLowerCase()}`)
    return readFileSync(await saved.path())
  }

  test('is the chart as a picture with title, source and legend, or what is shown as a table', async () => {
    page = await openInsights(browser)
    await visit(page, '/insights/census?periods=7&where=client%3Adesktop')
    const png = await save('PNG')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    // Twice the picture's 1200 pixels, so that it is sharp in print.
    expect(png.readUInt32BE(16)).toBe(2400)
    const svg = (await save('SVG')).toString()
    for (const text of ['Active devices and users a day', 'client:desktop', 'Active users'])
      expect(svg).toContain(text)
    const csv = (await save('CSV')).toString().split('\r\n')
    expect(csv[0]).toBe('Day,Active devices,Active users')
    expect(csv).toHaveLength(9)
    expect(csv[1]).toMatch(/^2026-11-25,\d+,\d+$/)
    expect(JSON.parse((await save('JSON')).toString())).toMatchObject({
      title: 'Active devices and users a day',
      product: 'skype-teams',
      groupMinimum: 10,
      where: [{ id: 'client', value: 'desktop' }],
      rows: [{ day: '2026-11-25' }, {}, {}, {}, {}, {}, {}],
    })
  })
})

describe('where there are no figures', () => {
  test.each([
    ['empty', '/insights/census', 'No census reports yet'],
    ['empty', '/insights/usage', 'No usage reports yet'],
    ['empty', '/insights/errors', 'No error reports yet'],
    ['empty', '/insights/census?where=client%3Aweb', 'Nothing matches the filters'],
    ['small', '/insights/census', 'Fewer than 10 users: not shown, so that nobody can be recognized.'],
    ['refused', '/insights/census', 'Go to the sign-in'],
    ['forbidden', '/insights/errors', 'CANDOR_ROLE_FORBIDS'],
  ] as const)('a page says so: %s %s', async (kind, address, told) => {
    page = await openInsights(browser, { kind })
    await visit(page, address)
    await page.getByText(told).first().waitFor()
    expect(await findFaults(page)).toEqual([])
  })

  test('a page says that it loads, and that the service does not answer', async () => {
    page = await openInsights(browser)
    const held: (() => Promise<void>)[] = []
    await page.route('**/api/insights/**', (route) => {
      held.push(() => route.abort())
    })
    await page.goto('http://localhost:9/insights/census?product=shop')
    await page.locator('[aria-busy="true"]').getByText('Loading').waitFor({ state: 'attached' })
    expect(await findFaults(page)).toEqual([])
    expect(held.length).toBeGreaterThan(0)
    for (const fail of held) await fail()
    await page.getByRole('alert').getByText('The service does not answer').waitFor()
  })
})
