import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { HOSTILE } from '../packages/web/src/admin/testing/fake-world.js'
import { findFaults } from './admin/find-faults.js'
import {
  invite,
  joinBy,
  openPage,
  PASSWORD,
  registerOrganisation,
  registerPool,
  settled,
} from './admin/journeys.js'
import { startBrowser } from './browser.js'
import { startCandor, type CandorProcess } from './candor-process.js'

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

const firstLink = (): Promise<string> =>
  vi.waitFor(
    () => {
      const link = /http:\S+\/admin\/join#\S+/.exec(candor.written())?.[0]
      if (link === undefined) throw new Error('the console shows no link')
      return link
    },
    { timeout: 20_000, interval: 100 },
  )

const chooseAndPreview = async (page: Page, control: string, scope: string, value: string): Promise<void> => {
  const query = new URLSearchParams({ organisation: CONTOSO, control, scope, value, preview: 'yes' })
  await page.goto(at(`/admin/settings?${query.toString()}`))
  await page.getByRole('heading', { name: 'What this change would do' }).waitFor()
  await settled(page)
}

const apply = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await page.getByText('Applied. Clients follow').waitFor()
}

describe('the first operator', () => {
  test('joins by the link of the console, which works once', async () => {
    const link = await firstLink()
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
    await apply(admin)
    await vi.waitFor(async () => expect(await policyOf('')).toMatch(/DisableAutomaticSendTracing[^}]*true/))
    await admin.goto(at(`/admin?organisation=${CONTOSO}`))
    await admin.getByText('a setting forbids it').first().waitFor()
  })

  test('lets the guests of a pool’s meetings be counted by MeetingUxEnableTelemetry', async () => {
    await chooseAndPreview(admin, 'MeetingUxEnableTelemetry', `service:WebServer:${POOL}`, 'true')
    await admin.getByText('Starts being collected somewhere').waitFor()
    await admin.getByText('guests from other organizations included').waitFor()
    await apply(admin)
    await vi.waitFor(async () =>
      expect(await policyOf(`&pool=${POOL}`)).toMatch(/MeetingUxEnableTelemetry[^}]*true/),
    )
  })
})

describe('two admins at once', () => {
  test('the second is told what the first did, and nothing is overwritten', async () => {
    await chooseAndPreview(operator, 'DisableAutomaticSendTracing', 'in-band', 'unset')
    await chooseAndPreview(admin, 'DisableAutomaticSendTracing', 'in-band', 'false')
    await apply(admin)
    await operator.getByRole('button', { name: 'Apply', exact: true }).click()
    const alert = operator.getByRole('alert')
    await alert.getByText('Somebody else changed this setting meanwhile').waitFor()
    expect(await alert.textContent()).toMatch(/It is now False, changed by .?Ana/)
    await operator.getByRole('button', { name: 'Show what my choice would change now' }).click()
    await settled(operator)
    await apply(operator)
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
