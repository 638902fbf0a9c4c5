import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { createClientWorld, HOUR_MILLIS, type ClientWorld } from '../testing/client-world.js'
import type { SignedBody } from '../testing/test-policy.js'

const ALLOWED = { DisableAutomaticSendTracing: { 'in-band': false } }
const FORBIDDEN = { DisableAutomaticSendTracing: { 'in-band': true } }
const STRICTEST = { collect: false, reason: 'malformed-forbids' }

let world: ClientWorld

beforeEach(async () => {
  world = await createClientWorld()
  world.service.setSettings(ALLOWED)
})
afterEach(() => world.close())

const start = () => world.start({ policyKey: world.service.policyKey })
const usage = () => world.service.accepted('usage').map(({ data }) => data)

/** Changes the policy that the device keeps. */
const spoilKept = async (change: (text: string) => string): Promise<void> => {
  const name = (await readdir(world.folder)).find((file) => file.includes('.policy.')) ?? ''
  const path = join(world.folder, name)
  await writeFile(path, change(await readFile(path, 'utf8')))
}

const DISTORTIONS: readonly (readonly [string, (body: SignedBody) => SignedBody])[] = [
  ['a tampered body', ({ text, signature }) => ({ text: text.replace('false', 'true'), signature })],
  ['no signature', ({ text }) => ({ text, signature: undefined })],
  ['a signature that is none', ({ text }) => ({ text, signature: 'not base64url!' })],
  [
    'the signature of another key',
    ({ text }) => ({ text, signature: Buffer.alloc(64, 7).toString('base64url') }),
  ],
]

test.each(DISTORTIONS)('with %s the strictest counts, visibly, until a good one comes', async (_, change) => {
  const candor = start()
  await candor.flush()
  expect(candor.decide('usage.IMSent')).toMatchObject({ collect: true, source: 'in-band' })
  candor.usage.IMSent.add(1)
  world.service.setSettings(ALLOWED)
  world.service.distort(change)
  await candor.refreshPolicy()
  expect(candor.decide('usage.IMSent')).toMatchObject(STRICTEST)
  expect(candor.decide('error.ErrorCode')).toMatchObject(STRICTEST)
  expect(candor.decide('census.AppName').collect).toBe(true)
  expect(candor.diagnostics()).toMatchObject({ 'policy-refused': 1 })
  await candor.flush()
  expect(usage()).toEqual([])
  world.service.distort(undefined)
  await candor.refreshPolicy()
  candor.usage.IMSent.add(2)
  await candor.flush()
  expect(usage()).toEqual([{ IMSent: 2 }])
})

test.each([
  ['malformed JSON', '{"product":'],
  [
    'another product',
    JSON.stringify({ product: 'shop', org: 'contoso.com', pool: '', revision: 9, settings: {} }),
  ],
  [
    "another organisation's",
    JSON.stringify({ product: 'skype-teams', org: 'fabrikam.com', pool: '', revision: 9, settings: {} }),
  ],
])('%s counts as the strictest without a key too', async (_, text) => {
  world.service.distort(({ signature }) => ({ text, signature }))
  const candor = world.start()
  await candor.refreshPolicy()
  expect(candor.decide('usage.IMSent')).toMatchObject(STRICTEST)
  expect(candor.diagnostics()).toMatchObject({ 'policy-refused': 1 })
})

test('a good policy is kept, verified again at the next start, and counts offline', async () => {
  world.service.setSettings(FORBIDDEN)
  const first = start()
  await first.refreshPolicy()
  await first.close()
  world.service.setSettings(undefined)
  const second = start()
  second.usage.IMSent.add()
  await second.flush()
  expect(second.decide('usage.IMSent')).toMatchObject({ collect: false, source: 'in-band' })
  expect(second.diagnostics()).not.toHaveProperty('policy-refused')
})

test.each([
  ['changed', (text: string) => text.replace(String.raw`\"in-band\":true`, String.raw`\"in-band\":false`)],
  ['spoilt', (text: string) => text.slice(0, 30)],
  ['without its signature', (text: string) => text.replace(/"signature":"[^"]*"/, '"signature":null')],
])('a kept policy that was %s does not count: the strictest does', async (_, change) => {
  world.service.setSettings(FORBIDDEN)
  const first = start()
  await first.refreshPolicy()
  await first.close()
  await spoilKept(change)
  world.service.setSettings(undefined)
  const second = start()
  second.usage.IMSent.add()
  await second.flush()
  expect(second.decide('usage.IMSent')).toMatchObject(STRICTEST)
  expect(second.diagnostics()).toMatchObject({ 'policy-refused': 1 })
  expect(await world.kept()).not.toContain('IMSent')
  world.service.setSettings(ALLOWED)
  await second.refreshPolicy()
  expect(second.decide('usage.IMSent').collect).toBe(true)
})

test('that a policy was refused is remembered over a restart, and a 304 does not mend it', async () => {
  const first = start()
  await first.refreshPolicy()
  world.service.setSettings(ALLOWED)
  world.service.distort(({ text }) => ({ text, signature: undefined }))
  await first.refreshPolicy()
  await first.close()
  world.service.distort(undefined)
  world.service.goBack(1)
  const second = start()
  expect(second.decide('usage.IMSent')).toMatchObject(STRICTEST)
  await second.refreshPolicy()
  expect(world.service.policyRequests.at(-1)?.etag).toBeUndefined()
  expect(second.decide('usage.IMSent')).toMatchObject({ collect: true, source: 'in-band' })
})

test('an older policy is ignored, and after a refused one too', async () => {
  world.service.setSettings(FORBIDDEN)
  const candor = start()
  await candor.refreshPolicy()
  world.service.setSettings(ALLOWED)
  world.service.goBack(2)
  await candor.refreshPolicy()
  expect(candor.decide('usage.IMSent')).toMatchObject({ collect: false, reason: 'setting-forbids' })
  world.service.distort(({ text }) => ({ text, signature: undefined }))
  await candor.refreshPolicy()
  world.service.distort(undefined)
  await candor.refreshPolicy()
  expect(candor.decide('usage.IMSent')).toMatchObject(STRICTEST)
  expect(candor.diagnostics()).toMatchObject({ 'policy-older': 2, 'policy-refused': 1 })
})

test('where the platform cannot verify, no policy is believed', async () => {
  const candor = world.start({ policyKey: 'no key' })
  await candor.refreshPolicy()
  expect(candor.decide('usage.IMSent')).toMatchObject(STRICTEST)
  expect(candor.diagnostics()).toMatchObject({ 'policy-refused': 1 })
})

test('errors from the policy endpoint hold usage back for a while and not for ever, over restarts too', async () => {
  world.service.setSettings(undefined)
  const first = world.start({ policyMillis: HOUR_MILLIS })
  first.usage.IMSent.add()
  await first.flush()
  expect(usage()).toEqual([])
  await first.close()
  world.pass(HOUR_MILLIS)
  const second = world.start({ policyMillis: HOUR_MILLIS })
  await second.flush()
  expect(usage()).toEqual([{ IMSent: 1 }])
  expect(second.decide('usage.IMSent').source).toBe('default')
})
