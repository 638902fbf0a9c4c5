import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../packages/server/src/testing/free-port.js'
import {
  SIGN_IN_CLIENT,
  startSignInProvider,
  type SignInProvider,
} from '../packages/server/src/testing/sign-in-provider.js'
import { findFaults } from './admin/find-faults.js'
import { firstLink, invite, joinBy, openPage, registerOrganisation } from './admin/journeys.js'
import { startBrowser } from './browser.js'
import { startCandor, type CandorProcess } from './candor-process.js'
import { keepPicture } from './keep-picture.js'

let provider: SignInProvider
let candor: CandorProcess
let browser: Browser
let operator: Page

beforeAll(async () => {
  const port = await freePort()
  provider = await startSignInProvider(`http://127.0.0.1:${port}/api/auth/callback/work`, { kind: 'by-page' })
  candor = await startCandor({
    PORT: String(port),
    CANDOR_OIDC_ID: 'work',
    CANDOR_OIDC_DISCOVERY: provider.discoveryUrl,
    CANDOR_OIDC_CLIENT_ID: SIGN_IN_CLIENT.id,
    CANDOR_OIDC_CLIENT_SECRET: SIGN_IN_CLIENT.secret,
  })
  browser = await startBrowser()
  operator = await openPage(browser)
  await joinBy(operator, await firstLink(candor), { name: 'Olivia', email: 'olivia@candor.example' })
  await operator.getByRole('heading', { name: 'What is collected right now' }).waitFor()
  await registerOrganisation(operator, candor.url, { name: 'contoso.com', label: 'Contoso' })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await candor?.stop()
  provider?.close()
}, 30_000)

const signInElsewhere = async (page: Page, email: string): Promise<void> => {
  await page.goto(`${candor.url}/admin/settings?organisation=contoso.com`)
  await page.getByRole('button', { name: /^Sign in with .*work/ }).click()
  await page.waitForURL(/\/interaction\//)
  await page.locator('input[name=login]').fill(email)
  await page.locator('input[name=password]').fill('known to the provider')
  await page.locator('button[type=submit]').click()
  // The provider asks whether it may tell the service.
  await page.getByRole('button', { name: 'Continue' }).click()
}

describe('single sign-on at a real provider', () => {
  test('brings whoever was invited in, with the role of the invitation', async () => {
    await invite(operator, candor.url, { email: 'ana@contoso.com', organisation: 'contoso.com' })
    const page = await openPage(browser)
    await page.goto(`${candor.url}/admin`)
    await page.getByRole('button', { name: /^Sign in with .*work/ }).waitFor()
    expect(await findFaults(page)).toEqual([])
    await keepPicture(page, 'sign-in-elsewhere')
    await signInElsewhere(page, 'ana@contoso.com')
    await page.getByRole('heading', { name: 'What is collected right now' }).waitFor()
    expect(new URL(page.url()).origin).toBe(candor.url)
    expect(await page.getByRole('link', { name: 'People' }).count()).toBe(0)
    await page.goto(`${candor.url}/admin/account`)
    await page.getByText('ana@contoso.com').first().waitFor()
    await page.context().close()
    await operator.goto(`${candor.url}/admin/people`)
    await operator.getByText('ana@contoso.com').first().waitFor()
  })

  test('keeps a stranger out, says why in words, and makes no account', async () => {
    const page = await openPage(browser)
    await signInElsewhere(page, 'stranger@elsewhere.example')
    const alert = page.getByRole('alert')
    await alert.getByText('no account here has your email address').waitFor()
    expect(new URL(page.url()).pathname).toBe('/admin/sign-in')
    expect(await findFaults(page)).toEqual([])
    await keepPicture(page, 'sign-in-elsewhere-refused')
    await page.context().close()
    await operator.goto(`${candor.url}/admin/people`)
    await operator.getByRole('heading', { name: 'People', level: 1 }).waitFor()
    expect(await operator.getByText('stranger@').count()).toBe(0)
  })
})
