import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { HOSTILE } from '../packages/web/src/admin/testing/fake-world.js'
import { findFaults } from './admin/find-faults.js'
import {
  applySetting,
  firstLink,
  invite,
  joinBy,
  openPage,
  PASSWORD,
  previewSetting,
  registerOrganisation,
  registerPool,
  settled,
} from './admin/journeys.js'
import { totpCode } from './admin/totp-code.js'
import { startBrowser } from './browser.js'
import { startCandor, type CandorProcess } from './candor-process.js'
import { keepPicture } from './keep-picture.js'

const CONTOSO = 'contoso.com'
const POOL = 'pool77.contoso.com'

let candor: CandorProcess
let browser: Browser
let operator: Page
let admin: Page

beforeAll(async () => {
  candor = await startCandor()
  browser = await startBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await candor?.stop()
}, 30_000)

const at = (path: string): string => `${candor.url}${path}`

/** What a client of Contoso is told by the service. */
const policyOf = async (query: string): Promise<string> =>
  (await fetch(at(`/v1/policy?product=skype-teams&key=demo&org=${CONTOSO}${query}`))).text()

const chooseAndPreview = (page: Page, control: string, scope: string, value: string): Promise<void> =>
  previewSetting(page, candor.url, { organisation: CONTOSO, control, scope, value })

describe('the first operator', () => {
  test('joins by the link of the console, which works once', async () => {
    const link = await firstLink(candor)
    operator = await openPage(browser)
    await joinBy(operator, link, { name: 'Olivia', email: 'olivia@candor.example' })
    await operator.getByRole('heading', { name: 'What is collected right now' }).waitFor()
    const other = await openPage(browser)
    await other.goto(link)
    const alert = other.getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).toContain('CANDOR_INVITATION_REFUSED')
    await other.context().close()
  })

  test('registers organisations, one with a hostile name, and a pool', async () => {
    await registerOrganisation(operator, candor.url, { name: CONTOSO, label: 'Contoso' })
    await registerOrganisation(operator, candor.url, { name: 'evil.example', label: HOSTILE.script })
    await registerPool(operator, candor.url, CONTOSO, { pool: POOL, site: 'Dublin' })
    await operator.goto(at('/admin/organisations'))
    await operator.getByText('<script>').first().waitFor()
    expect(await findFaults(operator)).toEqual([])
  })
})

describe('an organisation’s admin', () => {
  test('joins by an invitation, and sees their organisation alone', async () => {
    const link = await invite(operator, candor.url, { email: 'ana@contoso.com', organisation: CONTOSO })
    admin = await openPage(browser)
    await joinBy(admin, link, { name: 'Ana' })
    await admin.getByRole('heading', { name: 'What is collected right now' }).waitFor()
    expect(await admin.getByRole('link', { name: 'People' }).count()).toBe(0)
    await admin.goto(at('/admin/organisations?organisation=evil.example'))
    await admin.getByRole('heading', { name: 'Contoso' }).waitFor()
    expect(await admin.getByText('evil.example').count()).toBe(0)
    await admin.goto(at('/admin/people'))
    await admin.getByRole('heading', { name: 'Your role does not open this page' }).waitFor()
  })

  test('sees what DisableAutomaticSendTracing would stop, applies it, and clients are told', async () => {
    await chooseAndPreview(admin, 'DisableAutomaticSendTracing', 'in-band', 'true')
    await admin.getByText('Stops being collected somewhere').waitFor()
    await admin.getByText('What goes dark in insights').waitFor()
    expect(await findFaults(admin)).toEqual([])
    await applySetting(admin)
    await vi.waitFor(async () => expect(await policyOf('')).toMatch(/DisableAutomaticSendTracing[^}]*true/))
    await admin.goto(at(`/admin?organisation=${CONTOSO}`))
    await admin.getByText('a setting forbids it').first().waitFor()
  })

  test('lets the guests of a pool’s meetings be counted by MeetingUxEnableTelemetry', async () => {
    await chooseAndPreview(admin, 'MeetingUxEnableTelemetry', `service:WebServer:${POOL}`, 'true')
    await admin.getByText('Starts being collected somewhere').waitFor()
    await admin.getByText('guests from other organizations included').waitFor()
    await applySetting(admin)
    await vi.waitFor(async () =>
      expect(await policyOf(`&pool=${POOL}`)).toMatch(/MeetingUxEnableTelemetry[^}]*true/),
    )
  })
})

describe('two admins at once', () => {
  test('the second is told what the first did, and nothing is overwritten', async () => {
    await chooseAndPreview(operator, 'DisableAutomaticSendTracing', 'in-band', 'unset')
    await chooseAndPreview(admin, 'DisableAutomaticSendTracing', 'in-band', 'false')
    await applySetting(admin)
    await operator.getByRole('button', { name: 'Apply', exact: true }).click()
    const alert = operator.getByRole('alert')
    await alert.getByText('Somebody else changed this setting meanwhile').waitFor()
    expect(await alert.textContent()).toMatch(/It is now False, changed by .?Ana/)
    await operator.getByRole('button', { name: 'Show what my choice would change now' }).click()
    await settled(operator)
    await applySetting(operator)
  })
})

describe('a session that ends in mid-edit', () => {
  test('is taken up in place, and what was being saved is saved', async () => {
    await chooseAndPreview(admin, 'DisableAutomaticSendTracing', 'in-band', 'true')
    await admin.context().clearCookies()
    await admin.getByRole('button', { name: 'Apply', exact: true }).click()
    const dialog = admin.getByRole('dialog')
    await dialog.getByLabel('Password').fill(PASSWORD)
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
    await admin.getByText('Applied. Clients follow').waitFor()
    await vi.waitFor(async () => expect(await policyOf('')).toMatch(/DisableAutomaticSendTracing[^}]*true/))
  })
})

describe('a second factor', () => {
  test('is turned on by its code, and asked for at the next sign-in', async () => {
    await admin.goto(at('/admin/account'))
    await admin.getByRole('button', { name: 'Turn on: ' }).click()
    const dialog = admin.getByRole('dialog')
    await dialog.getByLabel('Current password').fill(PASSWORD)
    await dialog.getByRole('button', { name: 'Turn on', exact: true }).click()
    await dialog.getByRole('img', { name: 'QR code' }).waitFor()
    expect(await findFaults(admin)).toEqual([])
    await keepPicture(admin, 'second-factor')
    const uri = (await dialog.getByRole('link').getAttribute('href')) ?? ''
    await dialog.getByLabel('First code').fill(totpCode(uri, Date.now()))
    await dialog.getByRole('button', { name: 'Confirm', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await admin.context().clearCookies()
    await admin.goto(at('/admin/account'))
    await admin.getByLabel('Email address').fill('ana@contoso.com')
    await admin.getByLabel('Password').fill(PASSWORD)
    await admin.getByRole('button', { name: 'Sign in', exact: true }).click()
    await admin.getByLabel('Code').fill(totpCode(uri, Date.now()))
    await admin.getByRole('button', { name: 'Confirm', exact: true }).click()
    await admin.getByRole('heading', { name: 'Your account' }).waitFor()
  })
})

describe('every page of the real service', () => {
  const PAGES = [
    '',
    '/settings',
    '/explain?dataType=usage.IMSent',
    '/practices',
    '/organisations',
    '/people',
    '/keys',
    '/subject-requests',
    '/quarantine',
    '/lane-stops',
    '/alerts',
    '/audit-log',
    '/account',
  ] as const

  test('has something to show and no problem to tell', { timeout: 300_000 }, async () => {
    const problems: string[] = []
    for (const path of PAGES) {
      await operator.goto(at(`/admin${path}`))
      await operator.locator('main h1').waitFor()
      await settled(operator)
      const told = await operator.getByRole('alert').allTextContents()
      problems.push(...told.map((text) => `${path}: ${text}`), ...(await findFaults(operator)))
    }
    expect(problems).toEqual([])
  })

  test('keeps the audit log intact', async () => {
    await operator.goto(at('/admin/audit-log'))
    await operator.getByRole('button', { name: 'Verify the whole log' }).click()
    await operator.getByText('Intact').waitFor()
    expect(await operator.getByText('setting.change').count()).toBeGreaterThanOrEqual(5)
  })
})
