import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../packages/server/src/testing/free-port.js'
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
import { startBrowser } from './browser.js'
import { startCandor, type CandorProcess } from './candor-process.js'
import { keepPicture } from './keep-picture.js'

const CONTOSO = 'contoso.com'
const POOL = 'pool77.contoso.com'
const SCOPE = `service:WebServer:${POOL}`

let environment: Readonly<Record<string, string>>
let candor: CandorProcess
let browser: Browser
let operator: Page
let admin: Page

beforeAll(async () => {
  environment = {
    PORT: String(await freePort()),
    CANDOR_DATA: mkdtempSync(join(tmpdir(), 'candor-mid-edit-')),
  }
  candor = await startCandor(environment)
  browser = await startBrowser()
  operator = await openPage(browser)
  await joinBy(operator, await firstLink(candor), { name: 'Olivia', email: 'olivia@candor.example' })
  await operator.getByRole('heading', { name: 'What is collected right now' }).waitFor()
  await registerOrganisation(operator, candor.url, { name: CONTOSO, label: 'Contoso' })
  await registerPool(operator, candor.url, CONTOSO, { pool: POOL, site: 'Dublin' })
  const link = await invite(operator, candor.url, { email: 'ana@contoso.com', organisation: CONTOSO })
  admin = await openPage(browser)
  await joinBy(admin, link, { name: 'Ana' })
  await admin.getByRole('heading', { name: 'What is collected right now' }).waitFor()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await candor?.stop()
  rmSync(environment['CANDOR_DATA'] ?? '', { recursive: true, force: true })
}, 30_000)

const at = (path: string): string => `${candor.url}${path}`

const openPool = async (page: Page): Promise<void> => {
  await page.goto(at(`/admin/organisations?organisation=${CONTOSO}`))
  await page.getByRole('button', { name: `Change: \u2068${POOL}\u2069` }).click()
}

const typeSite = (page: Page, site: string): Promise<void> =>
  page.getByRole('dialog').getByLabel('Name of the site').fill(site)

const submit = (page: Page, name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

const preview = (page: Page, value: string): Promise<void> =>
  previewSetting(page, candor.url, {
    organisation: CONTOSO,
    control: 'MeetingUxEnableTelemetry',
    scope: SCOPE,
    value,
  })

describe('two admins at one pool', () => {
  test('the second is told where it was moved to, keeps what was typed, and can save it knowingly', async () => {
    await openPool(operator)
    await typeSite(operator, 'Galway')
    await openPool(admin)
    await typeSite(admin, 'Cork')
    await submit(admin, 'Save')
    await admin.getByRole('dialog').waitFor({ state: 'detached' })
    await submit(operator, 'Save')
    const dialog = operator.getByRole('dialog')
    await dialog.getByRole('alert').getByText('CANDOR_REVISION_CHANGED').waitFor()
    await dialog.getByText('It is now: Cork').waitFor()
    expect(await dialog.getByLabel('Name of the site').inputValue()).toBe('Galway')
    expect(await findFaults(operator)).toEqual([])
    await keepPicture(operator, 'two-admins-at-one-pool')
    await submit(operator, 'Save mine over it')
    await dialog.waitFor({ state: 'detached' })
    await operator
      .getByRole('row', { name: /pool77/ })
      .getByText('Galway')
      .waitFor()
  })

  test('what the list hears meanwhile does not pass for what was seen', async () => {
    await openPool(operator)
    await typeSite(operator, 'Athlone')
    await openPool(admin)
    await typeSite(admin, 'Sligo')
    await submit(admin, 'Save')
    await admin.getByRole('dialog').waitFor({ state: 'detached' })
    // A page that comes to the front asks anew, behind the form.
    const heard = operator.waitForResponse((response) => response.url().includes('/api/pools'))
    await operator.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await heard
    await submit(operator, 'Save')
    await operator.getByRole('dialog').getByText('It is now: Sligo').waitFor()
    expect(await operator.getByRole('dialog').getByLabel('Name of the site').inputValue()).toBe('Athlone')
  })

  test('its setting is not overwritten either', async () => {
    await preview(operator, 'true')
    await preview(admin, 'false')
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

describe('a session that was ended elsewhere in mid-edit', () => {
  test('is taken up in place, with what was typed', async () => {
    await openPool(admin)
    await typeSite(admin, 'Kilkenny')
    const other = await openPage(browser)
    await other.goto(at('/admin/account'))
    await other.getByLabel('Email address').fill('ana@contoso.com')
    await other.getByLabel('Password').fill(PASSWORD)
    await other.getByRole('button', { name: 'Sign in', exact: true }).click()
    await other.getByRole('heading', { name: 'Your account' }).waitFor()
    await other
      .getByRole('button', { name: /^End: / })
      .first()
      .click()
    await other.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click()
    await other.getByRole('dialog').waitFor({ state: 'detached' })
    await other.context().close()
    await submit(admin, 'Save')
    const renewal = admin.getByRole('dialog', { name: 'Your session has ended' })
    await renewal.getByLabel('Password').fill(PASSWORD)
    await keepPicture(admin, 'session-ended-in-mid-edit')
    await renewal.getByRole('button', { name: 'Sign in', exact: true }).click()
    await admin
      .getByRole('row', { name: /pool77/ })
      .getByText('Kilkenny')
      .waitFor()
    expect(await admin.getByRole('dialog').count()).toBe(0)
  })
})

describe('the service that ends and starts again with pages open', () => {
  test('the pages say so, go on by themselves, and lose nothing that was typed', async () => {
    await openPool(admin)
    await typeSite(admin, 'Waterford')
    await preview(operator, 'false')
    const ended = once(candor.child, 'exit')
    candor.child.kill('SIGKILL')
    await ended
    await submit(admin, 'Save')
    const dialog = admin.getByRole('dialog')
    await dialog.getByRole('alert').getByText('The service does not answer').waitFor()
    expect(await dialog.getByLabel('Name of the site').inputValue()).toBe('Waterford')
    await operator.getByRole('button', { name: 'Apply', exact: true }).click()
    await operator.getByRole('alert').getByText('The service does not answer').first().waitFor()
    await keepPicture(operator, 'service-away-in-mid-edit')
    expect(await findFaults(operator)).toEqual([])

    candor = await startCandor(environment)
    await submit(admin, 'Save')
    await dialog.waitFor({ state: 'detached' })
    await admin
      .getByRole('row', { name: /pool77/ })
      .getByText('Waterford')
      .waitFor()
    await applySetting(operator)
    await operator.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await operator.getByRole('alert').first().waitFor({ state: 'detached' })
  })
})
