import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { definePractices } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { createCandor, type Candor } from '../node/index.js'
import { startTestService, type TestService } from '../testing/test-service.js'

const text = { en: '', es: '' }
const choice = {
  kind: 'choice',
  values: ['yes', 'denied', 'later'],
  collectsWhen: 'yes',
  default: 'later',
  setBy: 'user',
  heldBy: 'device',
  label: text,
  effect: text,
} as const

/** A shop where the shopper's own choice governs usage in the browser, and another one its errors. */
const shop = definePractices({
  ...skypeTeams,
  product: 'shop',
  clients: ['browser-app', 'till'],
  controls: {
    ShoppingInsights: { ...choice, reads: 'shoppingInsights' },
    FailureReports: { ...choice, reads: 'failureReports' },
  },
  rules: [
    { categories: ['census'], controls: [], statement: text },
    { categories: ['usage'], clients: ['browser-app'], controls: ['ShoppingInsights'], statement: text },
    { categories: ['error'], controls: ['FailureReports'], statement: text },
    { categories: ['usage'], controls: [], statement: text },
  ],
})
type Shop = typeof shop

let service: TestService
let folder: string
const clients: Candor[] = []

beforeEach(async () => {
  service = await startTestService('shop')
  folder = await mkdtemp(join(tmpdir(), 'candor-shop-'))
})
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()))
  await service.close()
  await rm(folder, { recursive: true })
})

const start = (client: Shop['clients'][number] = 'browser-app', practices = shop): Candor<Shop> => {
  const { endpoint } = service
  const candor = createCandor({ practices, key: 'demo', endpoint, client, os: 'Linux', folder })
  clients.push(candor)
  return candor
}
const usage = () => service.accepted('usage').map(({ data }) => data)
const kept = async (): Promise<string> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('sent.'))
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
  )
  return texts.join('\n')
}

test('a choice governs usage as any lane: nothing before it, and the wire names no user', async () => {
  const candor = start()
  candor.setUser('ana@shop.example')
  candor.usage.IMSent.add(1)
  candor.consent.set('granted', 'ShoppingInsights')
  candor.usage.IMSent.add(2)
  await candor.flush()
  expect(usage()).toEqual([{ IMSent: 2 }])
  expect(service.accepted('usage')[0]?.decision).toEqual({ control: 'ShoppingInsights', source: 'user' })
  const arrival = service.arrivals.find(({ category }) => category === 'usage')
  const body = JSON.parse(arrival?.text ?? '') as { readonly reports: readonly object[] }
  expect(Object.keys(body)).toEqual(['v', 'practices', 'client', 'os', 'reports'])
  expect(body.reports.map((report) => Object.keys(report))).toEqual([
    ['id', 'from', 'to', 'data', 'decision'],
  ])
})

test("usage is kept apart by user, so that who withdraws purges his own and nobody else's", async () => {
  service.answerWith({ status: 503 })
  const candor = start()
  for (const [user, amount] of [
    ['ana@shop.example', 1],
    ['ben@shop.example', 2],
  ] as const) {
    candor.setUser(user)
    candor.consent.set('granted', 'ShoppingInsights')
    candor.usage.IMSent.add(amount)
  }
  await candor.flush()
  candor.usage.IMSent.add(4)
  candor.consent.set('denied', 'ShoppingInsights')
  expect(await kept()).not.toMatch(/"IMSent":[24]/)
  service.answerWith(undefined)
  await candor.flush()
  expect(usage()).toEqual([{ IMSent: 1 }])
  expect(candor.decide('usage.IMSent')).toMatchObject({ source: 'user', reason: 'setting-forbids' })
})

test('a queued report of a user who withdrew is not sent after a restart either', async () => {
  service.answerWith({ status: 503 })
  const first = start()
  first.setUser('ana@shop.example')
  first.consent.set('granted', 'ShoppingInsights')
  first.usage.IMSent.add(1)
  await first.flush()
  await first.close()
  service.answerWith(undefined)
  const second = start()
  second.setUser('ana@shop.example')
  second.consent.set('denied', 'ShoppingInsights')
  await second.flush()
  expect(usage()).toEqual([])
})

test('choices are apart: one does not answer another', async () => {
  const candor = start()
  candor.setUser('ana@shop.example')
  candor.consent.set('granted', 'ShoppingInsights')
  expect(candor.consent.get('ShoppingInsights')).toBe('granted')
  expect(candor.consent.get('FailureReports')).toBe('undecided')
  expect(candor.decide('error.ErrorCode').collect).toBe(false)
  candor.consent.set('granted', 'FailureReports')
  candor.consent.set('denied', 'ShoppingInsights')
  expect(candor.decide('error.ErrorCode').collect).toBe(true)
  expect(candor.decide('usage.IMSent').collect).toBe(false)
})

test('where there are several choices, one that is not named is counted and changes nothing', () => {
  const candor = start()
  candor.setUser('ana@shop.example')
  candor.consent.set('granted')
  expect(candor.consent.get()).toBe('undecided')
  expect(candor.consent.asksAgain()).toBe(false)
  expect(candor.consent.get('ShoppingInsights')).toBe('undecided')
  expect(candor.diagnostics()).toMatchObject({ 'consent-unknown': 3 })
})

test('where no choice governs usage, it is one report whoever uses the app', async () => {
  const candor = start('till')
  for (const user of ['ana@shop.example', 'ben@shop.example']) {
    candor.setUser(user)
    candor.usage.IMSent.add()
  }
  await candor.flush()
  expect(usage()).toEqual([{ IMSent: 2 }])
})

test('a wider choice is asked for again; until then the old consent covers what it covered', async () => {
  const first = start()
  first.setUser('ana@shop.example')
  first.consent.set('granted', 'ShoppingInsights')
  first.consent.set('denied', 'FailureReports')
  expect(first.consent.asksAgain('ShoppingInsights')).toBe(false)
  await first.close()
  const { dataTypes } = shop
  const wider = {
    ...shop,
    version: 3,
    dataTypes: {
      ...dataTypes,
      usage: { ...dataTypes.usage, CallsMade: { ...dataTypes.usage.CallsMade, since: 3 } },
      error: { ...dataTypes.error, ErrorCode: { ...dataTypes.error.ErrorCode, since: 2 } },
    },
  }
  const second = start('browser-app', wider as unknown as Shop)
  expect(second.consent.asksAgain('ShoppingInsights')).toBe(false)
  second.setUser('ana@shop.example')
  expect(second.consent.uncovered('ShoppingInsights')).toEqual(['usage.CallsMade'])
  expect(second.consent.asksAgain('FailureReports')).toBe(false)
  second.usage.CallsMade.add(1)
  second.usage.IMSent.add(1)
  second.consent.set('granted', 'ShoppingInsights')
  expect(second.consent.asksAgain('ShoppingInsights')).toBe(false)
  second.usage.CallsMade.add(2)
  await second.flush()
  expect(usage()).toEqual([{ IMSent: 1, CallsMade: 2 }])
})
