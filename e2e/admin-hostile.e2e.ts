import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOSTILE } from '../packages/web/src/admin/testing/fake-world.js'
import { findFaults } from './admin/find-faults.js'
import { firstLink, joinBy, openPage, registerOrganisation, settled } from './admin/journeys.js'
import { startBrowser } from './browser.js'
import { startCandor, type CandorProcess } from './candor-process.js'

/** A script, a change of direction and 10 000 characters in one. */
const LABEL = `${HOSTILE.script} ${HOSTILE.direction} ${HOSTILE.long}`

let candor: CandorProcess
let browser: Browser
let page: Page

const asOperator = (method: string, path: string, body: object): Promise<Response> => {
  const token = readFileSync(join(candor.dataFolder, 'operator-token'), 'utf8').trim()
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return fetch(`${candor.url}${path}`, { method, headers, body: JSON.stringify(body) })
}

beforeAll(async () => {
  candor = await startCandor()
  browser = await startBrowser()
  page = await openPage(browser)
  await joinBy(page, await firstLink(candor), { name: HOSTILE.script, email: 'olivia@candor.example' })
  await page.getByRole('heading', { name: 'What is collected right now' }).waitFor()
  await registerOrganisation(page, candor.url, { name: 'evil.example', label: HOSTILE.script })
  await registerOrganisation(page, candor.url, { name: 'turned.example', label: HOSTILE.direction })
  const { usage } = skypeTeams.dataTypes
  const label = { en: LABEL, es: LABEL }
  const dataTypes = { ...skypeTeams.dataTypes, usage: { ...usage, IMSent: { ...usage.IMSent, label } } }
  const published = { ...skypeTeams, version: skypeTeams.version + 1, dataTypes }
  const { status } = await asOperator('PUT', '/api/practices/versions', published)
  if (status !== 200) throw new Error(`the practices are answered ${status}`)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await candor?.stop()
}, 30_000)

const SETTING = 'control=DisableAutomaticSendTracing&scope=in-band&value=true&preview=yes'

describe('hostile names in the real service', () => {
  test('a name of 10 000 characters is refused, whatever sends it', async () => {
    const body = { name: 'long.example', label: HOSTILE.long, cloud: 'worldwide', hosting: 'online' }
    const answer = await asOperator('POST', '/api/organisations', body)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'CANDOR_QUERY_REFUSED' })
  })

  test.each([
    '/admin?organisation=evil.example',
    '/admin/organisations',
    '/admin/organisations?organisation=evil.example',
    '/admin/organisations?organisation=turned.example',
    `/admin/settings?organisation=evil.example&${SETTING}`,
    '/admin/explain?dataType=usage.IMSent&client=desktop&organisation=turned.example',
    '/admin/practices',
    '/admin/people',
    '/admin/keys',
    '/admin/alerts',
    '/admin/audit-log',
    '/admin/account',
    '/practices',
  ])('%s shows them as text, on both widths', async (address) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(candor.url + address)
    await page.locator('h1').first().waitFor()
    await settled(page)
    const wide = await findFaults(page)
    await page.setViewportSize({ width: 360, height: 900 })
    expect([...wide, ...(await findFaults(page))]).toEqual([])
  })

  test('the published page shows the label whole, and runs nothing of it', async () => {
    await page.goto(`${candor.url}/practices`)
    expect(await page.locator('body').textContent()).toContain(HOSTILE.script)
    expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false)
  })
})
