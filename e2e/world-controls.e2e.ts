import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Request } from 'playwright-core'
import { openWorld, PATIENCE, total, type World, type WorldPage } from './world/open-world.js'

const POOL_A = 'pool01.contoso.com'
const POOL_B = 'pool01.fabrikam.com'
const IDENTITY = 'service:WebServer:'
const GUEST = { org: 'fabrikam.com', pool: POOL_A, site: 'Redmond' }

let world: World
let opened: WorldPage | undefined

const open = async (...given: Parameters<World['open']>): Promise<WorldPage> => {
  opened = await world.open(...given)
  return opened
}

const VISIBLE_PANEL = 'candor-viewer [role="tabpanel"]:not([hidden])'

const usageOf = ({ sent }: WorldPage, pool: string) => sent('usage').filter((report) => report.pool === pool)

beforeAll(async () => {
  world = await openWorld()
}, 90_000)

afterEach(async () => {
  await opened?.page.context().close()
  opened = undefined
})

afterAll(() => world?.close(), 30_000)

const signIn = async ({ at }: WorldPage): Promise<void> => {
  await at('sign-in-user').fill('amosmarble')
  await at('sign-in-password').fill('demo')
  await at('sign-in-submit').click()
  await at('message-text').waitFor()
}

describe('the desktop client', () => {
  test('an admin of the organisation turns usage off: what is in flight is aborted, what waits is purged', async () => {
    const desktop = await open('desktop.html', { org: 'contoso.com' })
    const { page, at, chat, sent } = desktop
    await signIn(desktop)
    await at('options-open').click()
    await page.getByRole('checkbox').check()
    await desktop.expectState('usage', 'on')
    await at('options-close').click()
    // What left before may be on its way: only the request of the messages is held up.
    const isOfMessages = (request: Request): boolean => request.postData()?.includes('IMSent') === true
    await page.route('**/v1/usage*', (route) =>
      isOfMessages(route.request()) ? undefined : route.continue(),
    )
    const aborted = page.waitForEvent('requestfailed', (request) => request.url().includes('/v1/usage'))
    // A test that fails before it asks leaves nobody to be told that the page was closed.
    aborted.catch(() => undefined)
    await chat(2)
    await vi.waitFor(() => expect(total(sent('usage'), 'IMSent')).toBeGreaterThan(0), PATIENCE)
    const before = await world.received('usage')
    await world.admin('policy set DisableAutomaticSendTracing true --organisation contoso.com')
    expect((await aborted).failure()?.errorText).toBe('net::ERR_ABORTED')
    await page.unroute('**/v1/usage*')
    await at('options-open').click()
    await desktop.expectState('usage', 'off')
    await desktop.expectState('error', 'off')
    await at('tab-diagnostics').click()
    await page.getByRole('tab', { name: 'Not sent' }).click()
    const purged = page.locator(`${VISIBLE_PANEL} [data-category="usage"]`).first()
    await purged.waitFor()
    expect(await purged.innerText()).toContain('No longer allowed')
    await desktop.expectCensus()
    expect(await world.received('usage')).toBe(before)
    await world.admin('policy remove DisableAutomaticSendTracing --organisation contoso.com')
    await at('tab-general').click()
    await desktop.expectState('usage', 'on')
    await desktop.expectState('error', 'on')
  })
})

test('who withdraws finds no content of the error reports that were sent on the device any more', async () => {
  const desktop = await open('desktop.html', { org: 'contoso.com' })
  const { page, at, sent } = desktop
  await signIn(desktop)
  await at('options-open').click()
  await page.getByRole('checkbox').check()
  await desktop.expectState('error', 'on')
  await at('options-close').click()
  await at('raise-error').click()
  await vi.waitFor(() => expect(sent('error')).toHaveLength(1), PATIENCE)
  await at('options-open').click()
  await at('tab-diagnostics').click()
  await page.getByRole('tab', { name: /^Sent/ }).click()
  const request = page.locator(`${VISIBLE_PANEL} [data-category="error"]`).first()
  // The entry is drawn anew when its answer comes, which may be while it is opened.
  await vi.waitFor(async () => {
    if (!(await request.innerText()).includes('amosmarble')) await request.locator('summary').click()
    expect(await request.innerText()).toContain('amosmarble')
  }, PATIENCE)
  await at('tab-general').click()
  await page.getByRole('checkbox').uncheck()
  await at('tab-diagnostics').click()
  await vi.waitFor(
    async () => expect(await request.innerText()).toContain('You took your consent back'),
    PATIENCE,
  )
  expect(await request.innerText()).not.toContain('amosmarble')
})

describe('the Meetings App, joined by a guest from another organisation', () => {
  test('follows the pool that hosts the meeting within seconds, and nobody else', async () => {
    const guest = await open('meetings-app.html', GUEST)
    const { page, at, chat } = guest
    await guest.join()
    await chat(1)
    await guest.expectState('usage', 'off')
    expect(await guest.shown('error')).toContain('There is no personal setting here')
    expect(await page.locator('candor-options').getByRole('checkbox').count()).toBe(0)
    await guest.expectCensus()
    expect(guest.sent('usage')).toEqual([])

    await world.admin(
      `New-CsWebServiceConfiguration -Identity ${IDENTITY}${POOL_A} -MeetingUxEnableTelemetry True`,
    )
    await guest.expectState('usage', 'on')
    expect(await at('meeting-why').innerText()).toContain(`MeetingUxEnableTelemetry (${IDENTITY}${POOL_A})`)
    const before = await world.received('usage')
    await chat(3)
    await vi.waitFor(() => expect(total(usageOf(guest, POOL_A), 'IMSent')).toBe(3), PATIENCE)
    const [first] = usageOf(guest, POOL_A)
    expect(first).toMatchObject({
      client: 'meetings-app',
      org: 'fabrikam.com',
      decision: { control: 'MeetingUxEnableTelemetry', source: `${IDENTITY}${POOL_A}` },
    })
    await vi.waitFor(async () => expect(await world.received('usage')).toBeGreaterThan(before), PATIENCE)

    await world.admin('policy set DisableAutomaticSendTracing true --organisation fabrikam.com')
    await chat(1)
    await vi.waitFor(() => expect(total(usageOf(guest, POOL_A), 'IMSent')).toBe(4), PATIENCE)
    await guest.expectState('usage', 'on')

    await world.admin(
      `Set-CsWebServiceConfiguration -Identity ${IDENTITY}${POOL_A} -MeetingUxEnableTelemetry False`,
    )
    await guest.expectState('usage', 'off')
    const after = guest.sent('usage').length
    await chat(1)
    await guest.expectCensus()
    expect(guest.sent('usage').length).toBe(after)
    await world.admin('policy remove DisableAutomaticSendTracing --organisation fabrikam.com')
  })

  test('two pools in one session: each meeting is governed by its own', async () => {
    await world.admin(`policy set MeetingUxEnableTelemetry true --scope ${IDENTITY}${POOL_A}`)
    const guest = await open('meetings-app.html', { org: 'litwareinc.com', pool: [POOL_A, POOL_B] })
    const { at, chat } = guest
    await guest.join('meeting-1')
    await guest.expectState('usage', 'on')
    await chat(2)
    await guest.join('meeting-2')
    await guest.expectState('usage', 'off')
    await chat(3)
    await at('resume-meeting-1').click()
    await guest.expectState('usage', 'on')
    await chat(1)
    await vi.waitFor(() => expect(total(usageOf(guest, POOL_A), 'IMSent')).toBe(3), PATIENCE)
    expect(total(usageOf(guest, POOL_A), 'MeetingJoinSuccesses')).toBe(1)
    expect(usageOf(guest, POOL_B)).toEqual([])

    await world.admin(`policy set MeetingUxEnableTelemetry true --scope ${IDENTITY}${POOL_B}`)
    await world.admin(`policy set MeetingUxEnableTelemetry false --scope ${IDENTITY}${POOL_A}`)
    await guest.expectState('usage', 'off')
    await at('resume-meeting-2').click()
    await guest.expectState('usage', 'on')
    const before = total(usageOf(guest, POOL_A), 'IMSent')
    await chat(2)
    await vi.waitFor(() => expect(total(usageOf(guest, POOL_B), 'IMSent')).toBe(2), PATIENCE)
    expect(total(usageOf(guest, POOL_A), 'IMSent')).toBe(before)
    await guest.expectCensus()
    await world.admin(`policy remove MeetingUxEnableTelemetry --scope ${IDENTITY}${POOL_B}`)
  })
})

describe('a crash of the Meetings App', () => {
  const crashed = ({ sent }: WorldPage) => sent('error').filter(({ data }) => 'Crash' in data)

  test('on Windows is up to Watson alone, while the pool forbids everything else', async () => {
    const guest = await open('meetings-app.html', { ...GUEST, pool: 'pool02.contoso.com', os: 'Windows' })
    const { at } = guest
    await guest.join()
    await at('crash').click()
    expect(await at('crashed-why').innerText()).toContain('Watson')
    await guest.expectCensus()
    expect(guest.sent('error')).toEqual([])
    await at('restart').click()
    await at('tab-device').click()
    await at('watson-machine-DefaultConsent').selectOption('4')
    await at('tab-collected').click()
    await vi.waitFor(
      async () => expect(await guest.shown('error')).toContain('machine.DefaultConsent'),
      PATIENCE,
    )
    await guest.join()
    await at('crash').click()
    await vi.waitFor(() => expect(crashed(guest)).toHaveLength(1), PATIENCE)
    const [report] = crashed(guest)
    expect(Object.keys(report?.data ?? {})).toEqual(['Crash'])
    expect(report?.decision).toMatchObject({ control: 'Watson', detail: 'all' })
    await vi.waitFor(async () => expect(await world.received('error')).toBeGreaterThan(0), PATIENCE)
  })

  test('is not reported where Watson is disabled, though the pool allows everything else', async () => {
    await world.admin('policy set MeetingUxEnableTelemetry true --scope site:Madrid')
    const guest = await open('meetings-app.html', { ...GUEST, pool: 'pool02.contoso.com', os: 'Windows' })
    const { at } = guest
    await at('tab-device').click()
    await at('watson-machine-DefaultConsent').selectOption('4')
    await at('watson-user-Disabled').selectOption('1')
    await at('tab-collected').click()
    await guest.join()
    await guest.expectState('error', 'on')
    await at('crash').click()
    await vi.waitFor(() => expect(total(usageOf(guest, 'pool02.contoso.com'), 'Crashes')).toBe(1), PATIENCE)
    await vi.waitFor(() => expect(guest.sent('error').length).toBeGreaterThan(0), PATIENCE)
    expect(crashed(guest)).toEqual([])
  })

  test('on another system is up to the pool, by the site that it stands at', async () => {
    const guest = await open('meetings-app.html', { ...GUEST, pool: 'pool02.contoso.com', os: 'macOS' })
    await guest.join()
    await guest.expectState('error', 'on')
    await guest.at('crash').click()
    await vi.waitFor(() => expect(crashed(guest)).toHaveLength(1), PATIENCE)
    expect(crashed(guest)[0]?.decision).toMatchObject({
      control: 'MeetingUxEnableTelemetry',
      source: 'site:Madrid',
    })
    await world.admin('policy remove MeetingUxEnableTelemetry --scope site:Madrid')
  })
})

describe('the join launcher', () => {
  test('follows the global setting, and a nearer one before it', async () => {
    const pool = 'pool01.litwareinc.com'
    const launcher = await open('join-launcher.html', { org: 'fabrikam.com', pool, site: 'Munich' })
    await launcher.join()
    await launcher.expectState('usage', 'off')
    await world.admin('Set-CsWebServiceConfiguration -MeetingUxEnableTelemetry True')
    await launcher.expectState('usage', 'on')
    await launcher.at('join-meeting-locked').click()
    await vi.waitFor(() => expect(total(usageOf(launcher, pool), 'MeetingJoinAttempts')).toBe(1), PATIENCE)
    expect(usageOf(launcher, pool)[0]).toMatchObject({
      client: 'join-launcher',
      decision: { control: 'MeetingUxEnableTelemetry', source: 'global' },
    })
    expect(total(usageOf(launcher, pool), 'MeetingJoinSuccesses')).toBe(0)
    await world.admin('New-CsWebServiceConfiguration -Identity site:Munich')
    await launcher.expectState('usage', 'off')
    await launcher.expectCensus()
  })

  test('hands the meeting over to the Meetings App with its pool', async () => {
    const launcher = await open('join-launcher.html', GUEST)
    await launcher.at('open-in-app-meeting-1').click()
    await launcher.at('tab-device').waitFor()
    const { pathname, searchParams } = new URL(launcher.page.url())
    expect([pathname, searchParams.get('pool')]).toEqual(['/examples/conference/meetings-app.html', POOL_A])
  })
})

test('no request of census names an organisation or a pool, whatever is set', async () => {
  const guest = await open('meetings-app.html', GUEST)
  await guest.join()
  await guest.expectCensus(3)
  const bodies = JSON.stringify(guest.sent('census')).toLowerCase()
  for (const word of ['contoso', 'fabrikam', '"pool"', '"org"', 'redmond']) expect(bodies).not.toContain(word)
  expect(guest.sent('census').every(({ client }) => client === 'meetings-app')).toBe(true)
})
