import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createFakeWorld } from '../packages/web/src/admin/testing/fake-world.js'
import { findFaults } from './admin/find-faults.js'
import { findFaultsInEachLook } from './admin/each-look.js'
import { ADDRESSES, openAdmin, ORIGIN, visit } from './admin/open-admin.js'
import { startBrowser } from './browser.js'
import { keepPicture } from './keep-picture.js'
import { isFocused, tabTo } from './viewer/page-checks.js'

const SETTING = '/admin/settings?organisation=contoso.com'
const DRAFT = `${SETTING}&control=DisableAutomaticSendTracing&scope=in-band&value=true&preview=yes`

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

const button = (name: string) => page.getByRole('button', { name, exact: true })

const signInAgain = async (): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Password').fill('the right password')
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Of the eight looks these two are kept as pictures: what the others change is checked, and seen in them. */
const KEPT: ReadonlySet<string> = new Set(['en light 1280', 'es dark 360'])

describe('with names that try to break a page', () => {
  test.each(ADDRESSES)(
    '%s is accessible in every look, keeps its width and runs no script of a name',
    { timeout: 120_000 },
    async (address) => {
      page = await openAdmin(browser, createFakeWorld('operator'))
      await visit(page, address)
      const faults = await findFaultsInEachLook(page, async ({ lang, colorScheme, width }) => {
        if (KEPT.has(`${lang} ${colorScheme} ${width}`))
          await keepPicture(page, `${lang}-${colorScheme}-${width}${address}`)
      })
      expect(faults).toEqual([])
    },
  )
})

describe('signing in', () => {
  test('works by keyboard alone, with a second factor, and stays at the address', async () => {
    const world = createFakeWorld('operator')
    world.account = null
    page = await openAdmin(browser, world)
    await visit(page, '/admin/keys')
    await tabTo(page, page.getByLabel('Email address'))
    await page.keyboard.type('ana@contoso.com')
    await page.keyboard.press('Tab')
    await page.keyboard.type('with a second factor')
    await page.keyboard.press('Enter')
    await page.getByLabel('Code').waitFor()
    expect(await isFocused(page.getByLabel('Code'))).toBe(true)
    await page.keyboard.type('123456')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Ingest keys' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/admin/keys')
  })

  test('says why it is refused, with the code and the way out', async () => {
    const world = createFakeWorld('operator')
    world.account = null
    page = await openAdmin(browser, world)
    await visit(page, '/admin')
    await page.getByLabel('Email address').fill('ana@contoso.com')
    await page.getByLabel('Password').fill('wrong')
    await button('Sign in').click()
    await page.getByRole('alert').getByText('CANDOR_SIGN_IN_REFUSED').waitFor()
    expect(await page.getByLabel('Email address').inputValue()).toBe('ana@contoso.com')
    expect(await findFaults(page)).toEqual([])
  })
})

describe('a session that ends in mid-edit', () => {
  test('is taken up in place, and what was being saved is saved', async () => {
    const world = createFakeWorld('operator')
    page = await openAdmin(browser, world)
    await visit(page, DRAFT)
    world.account = null
    await button('Apply').click()
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor()
    expect(await findFaults(page)).toEqual([])
    await signInAgain()
    await page.getByText('Applied. Clients follow').waitFor()
    expect(world.settings).toMatchObject([{ scope: 'in-band', value: true, revision: 4 }])
  })

  test('keeps what was typed, also where the person does not sign in at once', async () => {
    const world = createFakeWorld('operator')
    page = await openAdmin(browser, world)
    await visit(page, '/admin/organisations?organisation=contoso.com')
    await button('Add a site').click()
    await page.getByLabel('Name of the site').fill('Dublin')
    world.account = null
    await page.getByRole('dialog').getByRole('button', { name: 'Add a site' }).click()
    await button('Not now').click()
    await page.getByText('nothing can be read or saved').waitFor()
    expect(await page.getByLabel('Name of the site').inputValue()).toBe('Dublin')
  })
})

describe('two admins at once', () => {
  test('the second sees what the first did, keeps the choice, and can apply it knowingly', async () => {
    const world = createFakeWorld('operator')
    page = await openAdmin(browser, world)
    await visit(page, DRAFT)
    const [present] = world.settings
    if (present === undefined) throw new Error('the world has no setting')
    world.settings.splice(0, 1, { ...present, value: true, revision: 9, changedBy: 'Ben' })
    await button('Apply').click()
    const alert = page.getByRole('alert')
    await alert.getByText('Somebody else changed this setting meanwhile').waitFor()
    expect(await alert.textContent()).toMatch(/It is now True, changed by .?Ben/)
    expect(world.settings).toMatchObject([{ revision: 9 }])
    await button('Show what my choice would change now').click()
    await page.getByText('It is set so already.').waitFor()
    await button('Apply').click()
    await page.getByText('Applied. Clients follow').waitFor()
    expect(world.settings).toMatchObject([{ revision: 10 }])
  })
})

describe('a second factor whose answer was lost', () => {
  test('says that its secret is not shown again, and makes another one', async () => {
    page = await openAdmin(browser, createFakeWorld('operator'))
    await visit(page, '/admin/account')
    await page.getByRole('button', { name: 'Turn on: ' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Current password').fill('that was sent before')
    await dialog.getByRole('button', { name: 'Turn on', exact: true }).click()
    await dialog.getByRole('alert').getByText('it is not shown again').waitFor()
    expect(await findFaults(page)).toEqual([])
    await dialog.getByLabel('Current password').fill('the right password')
    await dialog.getByRole('button', { name: 'Turn on', exact: true }).click()
    await dialog.getByRole('img', { name: 'QR code' }).waitFor()
    await dialog.getByText('JBSWY3DPEHPK3PXP').waitFor()
  })
})

describe('the first page', () => {
  test.each([
    ['operator', 'What is collected right now'],
    ['organisation-admin', 'What is collected right now'],
    ['privacy-officer', 'What is collected right now'],
    ['analyst', 'Alerts'],
    ['auditor', 'What is collected right now'],
  ] as const)('of the role %s is "%s"', async (role, heading) => {
    page = await openAdmin(browser, createFakeWorld(role))
    for (const door of ['/admin', '/admin/', '/admin/sign-in']) {
      await visit(page, door)
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
    }
    expect(await page.getByRole('alert').count()).toBe(0)
  })
})

describe('finding one’s way', () => {
  test('another page takes the focus and names itself, and the way back works', async () => {
    page = await openAdmin(browser, createFakeWorld('operator'))
    await visit(page, '/admin?lang=en')
    await page.getByRole('link', { name: 'People' }).click()
    const heading = page.getByRole('heading', { name: 'People', level: 1 })
    await heading.waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    expect(await page.title()).toBe('People - Candor')
    expect(page.url()).toBe(`${ORIGIN}/admin/people?lang=en`)
    await page.goBack()
    await page.getByRole('heading', { name: 'What is collected right now' }).waitFor()
  })

  test('a dialog takes the focus, gives it back, and closes by Escape', async () => {
    page = await openAdmin(browser, createFakeWorld('operator'))
    await visit(page, '/admin/keys')
    await button('Make a key').click()
    const field = page.getByLabel('What it is for')
    await field.waitFor()
    expect(await isFocused(field)).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await isFocused(button('Make a key'))).toBe(true)
  })

  test('a page of other roles says who opens it', async () => {
    page = await openAdmin(browser, createFakeWorld('analyst'))
    await visit(page, '/admin/people')
    await page.getByRole('heading', { name: 'Your role does not open this page' }).waitFor()
    await page.getByText('Operator, Privacy officer, and Auditor').waitFor()
    expect(await findFaults(page)).toEqual([])
    await visit(page, '/admin')
    await page.getByRole('heading', { name: 'Alerts', level: 1 }).waitFor()
  })

  test('an auditor sees what a change would do, and cannot apply it', async () => {
    page = await openAdmin(browser, createFakeWorld('auditor'))
    await visit(page, DRAFT)
    await page.getByText('Your role sees what a change would do').waitFor()
    expect(await button('Apply').count()).toBe(0)
  })

  test('a link that was used says so, and whom to ask', async () => {
    page = await openAdmin(browser, createFakeWorld('operator'))
    await visit(page, '/admin/join#used')
    await page.getByRole('alert').getByText('CANDOR_INVITATION_REFUSED').waitFor()
    expect(await findFaults(page)).toEqual([])
  })
})
