import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  applySetting,
  firstLink,
  joinBy,
  openPage,
  previewSetting,
  registerOrganisation,
} from './admin/journeys.js'
import { keepPicture } from './keep-picture.js'
import { openWorld, PATIENCE, total, type World, type WorldPage } from './world/open-world.js'

const CONTOSO = 'contoso.com'
const POOL_A = 'pool01.contoso.com'
const POOL_B = 'pool02.contoso.com'

let world: World
/** The admin center, open all the time. */
let center: Page

beforeAll(async () => {
  world = await openWorld()
  const { url } = world.candor
  center = await openPage(world.browser)
  await joinBy(center, await firstLink(world.candor), { name: 'Olivia', email: 'olivia@candor.example' })
  await center.getByRole('heading', { name: 'What is collected right now' }).waitFor()
  await registerOrganisation(center, url, { name: CONTOSO, label: 'Contoso' })
}, 120_000)

afterAll(() => world?.close(), 30_000)

const set = async (control: string, scope: string, value: string): Promise<void> => {
  await previewSetting(center, world.candor.url, { organisation: CONTOSO, control, scope, value })
  await applySetting(center)
}

const setPool = (pool: string, value: string): Promise<void> =>
  set('MeetingUxEnableTelemetry', `service:WebServer:${pool}`, value)

const usageOf = ({ sent }: WorldPage, pool: string) => sent('usage').filter((report) => report.pool === pool)

/** The open panel of the viewer's tab. */
const viewed = async (page: Page, tab: 'next' | 'sent'): Promise<string> => {
  await page.locator(`candor-viewer [data-tab="${tab}"]`).click()
  return (await page.locator('candor-viewer [role="tabpanel"]:not([hidden])').textContent()) ?? ''
}

describe('with the admin center open beside it', () => {
  test('the desktop client stops usage by DisableAutomaticSendTracing, and the options say so', async () => {
    const desktop = await world.open('desktop.html', { org: CONTOSO })
    const { page, at, chat, sent } = desktop
    await at('sign-in-user').fill('amosmarble')
    await at('sign-in-password').fill('demo')
    await at('sign-in-submit').click()
    await at('message-text').waitFor()
    await chat(1)
    await vi.waitFor(() => expect(total(sent('usage'), 'IMSent')).toBe(1), PATIENCE)
    await at('options-open').click()
    await desktop.expectState('usage', 'on')

    await set('DisableAutomaticSendTracing', 'in-band', 'true')
    await desktop.expectState('usage', 'off')
    expect(await desktop.shown('usage')).toContain('DisableAutomaticSendTracing')
    await keepPicture(page, 'desktop-after-admin')
    await at('options-close').click()
    const before = sent('usage').length
    await chat(2)
    await desktop.expectCensus()
    expect(sent('usage')).toHaveLength(before)
    await at('options-open').click()
    // The viewer agrees: what was sent before stands there, and of what was done since nothing waits.
    await at('tab-diagnostics').click()
    expect(await viewed(page, 'sent')).toContain('Usage data')
    expect(await viewed(page, 'next')).not.toContain('Usage data')
    await keepPicture(page, 'viewer-after-admin')
    await at('tab-general').click()
    await set('DisableAutomaticSendTracing', 'in-band', 'false')
    await desktop.expectState('usage', 'on')
    await page.context().close()
  })

  test('a guest’s Meetings App follows the pool of each of its meetings, and the join launcher too', async () => {
    const query = { org: 'fabrikam.com', pool: [POOL_A, POOL_B] }
    const guest = await world.open('meetings-app.html', query)
    const launcher = await world.open('join-launcher.html', { org: 'fabrikam.com', pool: POOL_A })
    await guest.join('meeting-1')
    await launcher.join()
    await guest.expectState('usage', 'off')
    await launcher.expectState('usage', 'off')

    await setPool(POOL_A, 'true')
    await guest.expectState('usage', 'on')
    await launcher.expectState('usage', 'on')
    expect(await guest.shown('usage')).toContain(POOL_A)
    await guest.chat(2)
    await vi.waitFor(() => expect(total(usageOf(guest, POOL_A), 'IMSent')).toBe(2), PATIENCE)

    await guest.join('meeting-2')
    await guest.expectState('usage', 'off')
    await guest.chat(1)
    await guest.expectCensus()
    expect(usageOf(guest, POOL_B)).toEqual([])

    await setPool(POOL_B, 'true')
    await guest.expectState('usage', 'on')
    await setPool(POOL_A, 'false')
    await launcher.expectState('usage', 'off')
    await guest.expectState('usage', 'on')
    await guest.chat(1)
    await vi.waitFor(() => expect(total(usageOf(guest, POOL_B), 'IMSent')).toBe(1), PATIENCE)
  })
})
