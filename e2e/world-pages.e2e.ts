import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findViolations, isFocused, tabTo } from './viewer/page-checks.js'
import { openWorld, type World, type WorldPage } from './world/open-world.js'

const PAGES = ['index.html', 'desktop.html', 'meetings-app.html', 'join-launcher.html'] as const
const HOSTILE = `<img src=x onerror="document.title='owned'">\u202Egnp\u2066`

let world: World

beforeAll(async () => {
  world = await openWorld()
}, 90_000)

afterAll(() => world?.close(), 30_000)

const widthOver = ({ page }: WorldPage): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

describe.each(PAGES)('%s', (file) => {
  test.each([
    ['en', 'light'],
    ['es', 'dark'],
  ] as const)('has no accessibility faults in %s, %s', async (lang, colorScheme) => {
    const opened = await world.open(file, { lang })
    await opened.page.emulateMedia({ colorScheme })
    expect(await findViolations(opened.page)).toEqual([])
    expect(await opened.page.locator('html').getAttribute('lang')).toBe(lang)
    await opened.page.context().close()
  })

  test('fits 360 px', async () => {
    const opened = await world.open(file, { lang: 'es' })
    await opened.page.setViewportSize({ width: 360, height: 740 })
    expect(await widthOver(opened)).toBe(0)
    await opened.page.context().close()
  })
})

describe('the page that explains the world', () => {
  test('leads to each page at its place in the world', async () => {
    const { page, at } = await world.open('index.html', { key: 'demo' })
    const hrefs = await page
      .locator('[data-testid^="page-"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    const places = hrefs.map((href) => new URL(href))
    const found = (file: string) => places.filter(({ pathname }) => pathname.endsWith(`/${file}.html`))
    expect(found('desktop').map(({ searchParams }) => searchParams.get('org'))).toContain('fabrikam.com')
    expect(found('meetings-app').map(({ searchParams }) => searchParams.getAll('pool'))).toContainEqual([
      'pool01.contoso.com',
      'pool01.fabrikam.com',
    ])
    expect(found('join-launcher')[0]?.searchParams.getAll('site')).toEqual(['Redmond'])
    await at('page-meetings-app').click()
    await at('join-meeting-1').waitFor()
    expect(await at('meeting-1').innerText()).toContain('pool01.contoso.com · Redmond')
    await page.context().close()
  })
})

describe('a meeting', () => {
  test('by keyboard alone: join, write, put on hold, leave; the focus is never lost', async () => {
    const { page, at } = await world.open('meetings-app.html', {
      pool: ['pool01.contoso.com', 'pool01.fabrikam.com'],
    })
    await tabTo(page, at('join-meeting-1'))
    await page.keyboard.press('Enter')
    expect(await isFocused(at('leave-meeting-1'))).toBe(true)
    await tabTo(page, at('message-text'))
    await page.keyboard.type('hello')
    await page.keyboard.press('Enter')
    expect(await at('messages').innerText()).toContain('hello')
    await page.keyboard.press('Shift+Tab')
    await at('join-meeting-2').focus()
    await page.keyboard.press('Enter')
    expect(await at('meeting-1').innerText()).toContain('On hold')
    await at('resume-meeting-1').focus()
    await page.keyboard.press('Enter')
    expect(await isFocused(at('leave-meeting-1'))).toBe(true)
    await page.keyboard.press('Enter')
    expect(await isFocused(at('join-meeting-1'))).toBe(true)
    await at('tab-collected').focus()
    await page.keyboard.press('ArrowRight')
    expect(await isFocused(at('tab-exact'))).toBe(true)
    await page.context().close()
  })

  test('shows hostile and endless texts as texts, without breaking the page', async () => {
    const opened = await world.open('meetings-app.html', {
      pool: 'pool01.contoso.com',
      site: HOSTILE + 'x'.repeat(10_000),
      org: HOSTILE,
      os: HOSTILE,
    })
    const { page, at } = opened
    await page.setViewportSize({ width: 360, height: 740 })
    await opened.join()
    await at('message-text').fill(HOSTILE + 'W'.repeat(400))
    await at('message-text').press('Enter')
    expect(await at('messages').innerText()).toContain('<img')
    expect(await page.title()).toContain('Meetings App')
    expect(await page.locator('img').count()).toBe(0)
    expect(await widthOver(opened)).toBe(0)
    expect(await findViolations(page)).toEqual([])
    await page.context().close()
  })
})
