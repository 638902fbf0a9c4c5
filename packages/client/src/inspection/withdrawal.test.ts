import { afterEach, beforeEach, expect, test } from 'vitest'

import { createTabWorld, type Tab, type TabWorld } from '../testing/tab-world.js'

const AMOS = 'amosmarble@contoso.com'
const BELLA = 'bella@contoso.com'

let world: TabWorld

beforeEach(async () => {
  world = await createTabWorld()
})
afterEach(() => world.close())

const sendErrorOf = async ({ candor }: Tab, user: string): Promise<void> => {
  candor.setUser(user)
  candor.consent.set('granted')
  candor.error.report({ ErrorCode: `error of ${user}` })
  await candor.flush()
}

const errorsOf = ({ candor }: Tab) => candor.sent().filter(({ category }) => category === 'error')

test('who withdraws finds no content of error reports on the device, and still that, when and what was answered', async () => {
  const tab = world.start()
  await sendErrorOf(tab, AMOS)
  const [before] = errorsOf(tab)
  const ids = tab.candor.reportIds('error')
  tab.candor.consent.set('denied')
  expect(errorsOf(tab)).toEqual([{ ...before, body: '', removed: 'withdrawn' }])
  expect(tab.candor.reportIds('error')).toEqual(ids)
  expect(world.device.content()).not.toContain('amosmarble')
  tab.candor.consent.set('granted')
  expect(errorsOf(tab)[0]?.body).toBe('')
})

test('what another person of the device agreed to stays, and so do the other lanes', async () => {
  const tab = world.start()
  await sendErrorOf(tab, AMOS)
  tab.candor.usage.IMSent.add()
  await sendErrorOf(tab, BELLA)
  tab.candor.setUser(AMOS)
  tab.candor.consent.set('denied')
  expect(errorsOf(tab).map(({ removed }) => removed)).toEqual(['withdrawn', undefined])
  expect(errorsOf(tab)[1]?.body).toContain(BELLA)
  const others = tab.candor.sent().filter(({ category }) => category !== 'error')
  expect(others.every(({ body }) => body !== '')).toBe(true)
})

test('holds in other tabs, and for what a tab left that had ended before', async () => {
  const ended = world.start()
  await sendErrorOf(ended, AMOS)
  ended.kill()
  const other = world.start()
  await other.candor.ready
  await sendErrorOf(other, AMOS)
  const tab = world.start()
  await tab.candor.ready
  tab.candor.setUser(AMOS)
  tab.candor.consent.set('denied')
  await other.candor.flush()
  expect(errorsOf(other).map(({ removed }) => removed)).toEqual(['withdrawn', 'withdrawn'])
  await expect.poll(() => world.device.content()).not.toContain('amosmarble')
})

test('an admin who forbids takes nothing from what a person can look at', async () => {
  const tab = world.start()
  await sendErrorOf(tab, AMOS)
  world.service.setSettings({ DisableAutomaticSendTracing: { 'in-band': true } })
  await tab.candor.refreshPolicy()
  expect(errorsOf(tab)[0]?.body).toContain(AMOS)
})
