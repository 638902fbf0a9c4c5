import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startBrowser } from './browser.js'
import { startCandor, type CandorProcess } from './candor-process.js'

const ORGANISATION = 'contoso.com'
const INTERVAL_MILLIS = 500
const PATIENCE = { timeout: 10_000, interval: 100 }

let candor: CandorProcess
let browser: Browser
let page: Page

const at = (name: string): Locator => page.getByTestId(name)
const section = (category: string): Locator =>
  page.locator(`candor-options section[data-category="${category}"]`)
const choice = (): Locator => page.getByRole('checkbox')

const open = async (language = 'en'): Promise<void> => {
  const query = `org=${ORGANISATION}&key=demo&interval=${INTERVAL_MILLIS}&lang=${language}`
  await page.goto(`${candor.url}/examples/conference/desktop.html?${query}`)
}

const signIn = async (user: string): Promise<void> => {
  await at('sign-in-user').fill(user)
  await at('sign-in-password').fill('demo')
  await at('sign-in-submit').click()
  await at('message-text').waitFor()
}

const setByAdmin = async (value: boolean | null): Promise<void> => {
  const token = readFileSync(join(candor.dataFolder, 'operator-token'), 'utf8').trim()
  const response = await fetch(`${candor.url}/api/settings`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      organisation: ORGANISATION,
      control: 'DisableAutomaticSendTracing',
      scope: 'in-band',
      value,
    }),
  })
  expect(response.status).toBe(200)
}

const expectStates = (states: Readonly<Record<string, 'on' | 'off'>>): Promise<void> =>
  vi.waitFor(async () => {
    for (const [category, state] of Object.entries(states)) {
      expect(await section(category).getAttribute('data-state')).toBe(state)
    }
  }, PATIENCE)

beforeAll(async () => {
  candor = await startCandor()
  browser = await startBrowser()
}, 60_000)

beforeEach(async () => {
  page = await (await browser.newContext({ locale: 'en-US' })).newPage()
  await open()
})

afterAll(async () => {
  await browser?.close()
  await candor?.stop()
}, 30_000)

describe('Options > General', () => {
  test('while nobody is signed in, the switch is disabled and says why', async () => {
    await at('options-open').click()
    expect(await choice().isDisabled()).toBe(true)
    expect(await section('error').innerText()).toContain('Sign in to choose')
    await expectStates({ census: 'on', usage: 'on', error: 'off' })
  })

  test('by keyboard alone: the gear, the switch with its name and description, and Escape', async () => {
    await signIn('amosmarble')
    await at('options-open').focus()
    await page.keyboard.press('Enter')
    const named = page.getByRole('checkbox', { name: 'Send error reports to help fix problems' })
    expect(await named.getAttribute('aria-describedby')).toBe('choice-description')
    expect(await page.locator('candor-options #choice-description').innerText()).toContain(
      'This choice is yours',
    )
    for (let steps = 0; steps < 10 && !(await named.evaluate((box) => box.matches(':focus'))); steps += 1) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Space')
    expect(await named.isChecked()).toBe(true)
    await expectStates({ error: 'on' })
    expect(await page.locator('candor-options [role="status"]').innerText()).toBe('Error reporting data: On.')
    expect(await named.evaluate((box) => box.matches(':focus'))).toBe(true)
    await page.keyboard.press('Escape')
    expect(await at('options').isVisible()).toBe(false)
  })

  test('the choice is each user’s own, also after a restart', async () => {
    await signIn('amosmarble')
    await at('options-open').click()
    await choice().check()
    await at('options-close').click()
    await at('sign-out').click()
    await signIn('carmenaguilar')
    await at('options-open').click()
    expect(await choice().isChecked()).toBe(false)
    await open()
    await signIn('amosmarble')
    await at('options-open').click()
    expect(await choice().isChecked()).toBe(true)
    await expectStates({ error: 'on' })
  })

  test('what the admin sets is shown without reloading, and the choice is kept meanwhile', async () => {
    await signIn('amosmarble')
    await at('options-open').click()
    await choice().check()
    await setByAdmin(true)
    await expectStates({ census: 'on', usage: 'off', error: 'off' })
    expect(await choice().isChecked()).toBe(true)
    expect(await section('error').innerText()).toContain('Your choice is kept')
    expect(await section('usage').innerText()).toMatch(/DisableAutomaticSendTracing.*organization's admin/s)
    await setByAdmin(null)
    await expectStates({ census: 'on', usage: 'on', error: 'on' })
  })

  test('speaks Spanish', async () => {
    await open('es')
    await signIn('amosmarble')
    await at('options-open').click()
    expect(await section('census').innerText()).toContain('Datos de recuento')
    expect(await page.getByRole('checkbox', { name: 'Enviar informes de errores' }).isEnabled()).toBe(true)
  })
})
