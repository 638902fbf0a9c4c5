import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFaults } from './admin/find-faults.js'
import { firstLink, joinBy, openPage } from './admin/journeys.js'
import { startBrowser } from './browser.js'
import { startCandor, type CandorProcess } from './candor-process.js'
import { keepPicture } from './keep-picture.js'

const MESSAGE = 'The meeting <b>room</b> is gone'
const SHOW = 'Show the latest reports'

let candor: CandorProcess
let browser: Browser
let operator: Page

const sendErrors = async (): Promise<void> => {
  const at = new Date().toISOString()
  const reports = Array.from({ length: 6 }, (_, user) => ({
    id: randomUUID(),
    from: at,
    to: at,
    data: {
      UserID: `user${user}@contoso.com`,
      ErrorCode: '0x80EE0001',
      Exception: {
        type: 'RangeError',
        message: MESSAGE,
        stack: 'RangeError\n    at join (app:///rooms.js:7:3)',
      },
    },
  }))
  const answer = await fetch(`${candor.url}/v1/errors?key=demo`, {
    method: 'POST',
    body: JSON.stringify({ v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Windows', reports }),
  })
  expect(await answer.json()).toMatchObject({ accepted: 6 })
}

/** Opens the page of errors, and on it the group that it has. */
const openGroup = async (page: Page): Promise<void> => {
  const group = page.getByRole('button', { name: /^Show .+ alone$/ })
  await expect
    .poll(
      async () => {
        await page.goto(`${candor.url}/insights/errors?periods=7`)
        return group
          .first()
          .waitFor({ timeout: 2000 })
          .then(() => 'there')
          .catch(() => 'not yet')
      },
      { timeout: 30_000 },
    )
    .toBe('there')
  await group.first().click()
  await page.getByRole('heading', { name: 'This group of errors' }).waitFor()
}

beforeAll(async () => {
  candor = await startCandor()
  browser = await startBrowser()
  operator = await openPage(browser)
  await joinBy(operator, await firstLink(candor), { name: 'Olivia', email: 'olivia@candor.example' })
  await operator.getByRole('heading', { name: 'What is collected right now' }).waitFor()
  await sendErrors()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await candor?.stop()
}, 30_000)

test('an operator resolves a group of errors, and it stays so', async () => {
  await openGroup(operator)
  await operator.getByRole('status').getByText('Open', { exact: true }).waitFor()
  await operator.getByRole('button', { name: 'Mark as resolved' }).click()
  await operator.getByText(/^Resolved; it counts as regressed/).waitFor()
  await operator.reload()
  await operator.getByText(/^Resolved; it counts as regressed/).waitFor()
  await operator.getByRole('button', { name: 'Open again' }).click()
  await operator.getByRole('button', { name: 'Ignore' }).waitFor()
  expect(await operator.getByRole('button', { name: 'Mark as resolved' }).count()).toBe(1)
})

test('an operator sees its latest reports as text, without who sent them, and the audit log says so', async () => {
  await operator.getByRole('button', { name: SHOW }).click()
  const samples = operator.getByRole('list', { name: 'The latest reports' })
  await samples.waitFor()
  expect(await samples.getByRole('listitem').count()).toBe(6)
  const text = await samples.innerText()
  expect(text).toContain(MESSAGE)
  expect(text).toContain('at join (app:///rooms.js:7:3)')
  expect(text).not.toMatch(/user\d@|UserID/)
  expect(await findFaults(operator)).toEqual([])
  await keepPicture(operator, 'error-samples')
  await operator.goto(`${candor.url}/admin/audit-log`)
  await operator.getByText('data.sample').first().waitFor()
})

test('an operator watches a figure, and a web hook hears the test, signed', async () => {
  const heard: { readonly body: string; readonly signature: unknown }[] = []
  const hook = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString('utf8')))
    request.on('end', () => {
      heard.push({ body, signature: request.headers['candor-signature'] })
      response.writeHead(204).end()
    })
  })
  hook.listen(0, '127.0.0.1')
  await once(hook, 'listening')
  const { port } = hook.address() as AddressInfo
  await operator.goto(`${candor.url}/admin/alerts`)
  await operator.getByText('Nothing is watched').waitFor()
  await operator.getByRole('button', { name: 'Watch a figure' }).click()
  const dialog = operator.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('Too many errors')
  await dialog.getByLabel('Limit').fill('1000')
  await dialog.getByLabel('Who is told').fill(`http://127.0.0.1:${port}/hook`)
  await dialog.getByRole('button', { name: 'Watch a figure' }).click()
  const secret = await dialog.locator('code').innerText()
  await dialog.getByRole('button', { name: 'I have kept it' }).click()
  await operator.getByText('error reports of the day that goes on: above 1,000').waitFor()
  expect(await findFaults(operator)).toEqual([])
  await operator.getByRole('button', { name: /^Send a test/ }).click()
  await operator.getByText('web hook: sent').waitFor()
  const [first] = heard
  const expected = createHmac('sha256', secret)
    .update(first?.body ?? '')
    .digest('hex')
  expect(first?.signature).toBe(`sha256=${expected}`)
  await operator.getByRole('button', { name: /^Remove/ }).click()
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await operator.getByText('Nothing is watched').waitFor()
  hook.close()
}, 60_000)

test('an operator saves a view under a name, which everybody opens', async () => {
  await operator.goto(`${candor.url}/insights/census?period=week&by=client`)
  await operator.getByText('Saved views (0)').click()
  await operator.getByRole('button', { name: 'Save this view' }).click()
  await operator.getByRole('dialog').getByLabel('Name').fill('Clients, week by week')
  await operator.getByRole('dialog').getByRole('button', { name: 'Save this view' }).click()
  await operator.getByText('Saved views (1)').waitFor()
  expect(await findFaults(operator)).toEqual([])
  const stranger = await openPage(browser)
  await stranger.goto(`${candor.url}/insights/errors`)
  await stranger.getByText('Saved views (1)').click()
  await stranger.getByRole('link', { name: 'Clients, week by week' }).click()
  await stranger.getByRole('heading', { level: 1, name: 'Census' }).waitFor()
  expect(new URL(stranger.url()).search).toBe('?period=week&by=client')
  await operator.getByRole('button', { name: /^Remove: / }).click()
  await operator.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await operator.getByText('Saved views (0)').waitFor()
}, 60_000)

test('who is not signed in is told so, with the way out', async () => {
  const stranger = await openPage(browser)
  await openGroup(stranger)
  await stranger.getByRole('button', { name: SHOW }).click()
  await stranger.getByText('CANDOR_TOKEN_REFUSED').waitFor()
  expect(await stranger.getByRole('link', { name: 'Go to the sign-in' }).count()).toBe(1)
  expect(await findFaults(stranger)).toEqual([])
})
