import { cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { endpointOf } from '@candor/practices'
import { skypeTeamsEndpoints } from '@candor/practices/skype-teams/endpoints'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { createClientWorld, DAY_MILLIS, HOUR_MILLIS, type ClientWorld } from '../testing/client-world.js'

let world: ClientWorld

beforeEach(async () => {
  world = await createClientWorld()
})
afterEach(() => world.close())

/** The paths of all files in a folder, as seen from there. */
const listFiles = (folder: string): Promise<string[]> => readdir(folder, { recursive: true })

const idsOf = (category: string): unknown[] =>
  world.service.arrivals
    .filter((arrival) => arrival.category === category)
    .map(({ text }) => (JSON.parse(text) as { reports: { id: string }[] }).reports.map(({ id }) => id))

test('a report goes out again under the same id after a 503, and no more once it was answered', async () => {
  const candor = world.start()
  world.service.answerWith({ status: 503, headers: { 'retry-after': '1' } })
  candor.usage.IMSent.add(7)
  await candor.flush()
  expect(world.service.accepted('usage')).toEqual([])
  world.service.answerWith(undefined)
  await candor.flush()
  await candor.flush()
  const ids = idsOf('usage')
  expect(ids).toHaveLength(2)
  expect(ids[0]).toEqual(ids[1])
  expect(world.service.accepted('usage').map(({ data }) => data)).toEqual([{ IMSent: 7 }])
})

test.each([
  ['hangs up', 'hang-up' as const],
  ['answers 429', { status: 429 }],
  ['answers 500', { status: 500 }],
  ['is a portal that answers 200 with a page', { status: 200, body: '<html>sign in</html>' }],
  [
    'answers 200 about another number of reports',
    { status: 200, body: '{"accepted":0,"duplicate":0,"refused":[]}' },
  ],
  ['does not know the key', { status: 401 }],
])('nothing is lost where the service %s', async (_, verdict) => {
  const candor = world.start()
  world.service.answerWith(verdict)
  candor.usage.IMSent.add(3)
  await candor.flush()
  await candor.close()
  world.service.answerWith(undefined)
  await world.start().flush()
  expect(world.service.accepted('usage').map(({ data }) => data)).toEqual([{ IMSent: 3 }])
})

test('a redirect is not followed, since it could lead to another place', async () => {
  const candor = world.start()
  const location = '/v1/usage?key=demo&elsewhere=true'
  world.service.answerWith(({ url }) =>
    url.searchParams.has('elsewhere') ? undefined : { status: 307, headers: { location } },
  )
  candor.usage.IMSent.add()
  await candor.flush()
  expect(world.service.arrivals.filter(({ url }) => url.searchParams.has('elsewhere'))).toEqual([])
  expect(candor.diagnostics()).toHaveProperty('request-failed')
})

test('a request that is declined holds up no other', async () => {
  const candor = world.start()
  world.service.answerWith(({ text }) => (text.includes('pool01') ? { status: 422 } : undefined))
  candor.setMeeting({ pool: 'pool01.contoso.com' })
  candor.usage.IMSent.add(1)
  candor.setMeeting({ pool: 'pool02.contoso.com' })
  candor.usage.IMSent.add(2)
  await candor.flush()
  expect(world.service.accepted('usage').map(({ data }) => data)).toEqual([{ IMSent: 2 }])
  expect(candor.diagnostics()).toMatchObject({ 'answered:422': 1 })
})

test('a duplicate and a refused report are final', async () => {
  const candor = world.start()
  world.service.answerWith(({ text }) => {
    const [report] = (JSON.parse(text) as { reports: { id: string }[] }).reports
    const refused = [{ id: report?.id, code: 'CANDOR_REPORT_TOO_OLD' }]
    return { status: 200, body: JSON.stringify({ accepted: 0, duplicate: 0, refused }) }
  })
  candor.usage.IMSent.add()
  await candor.flush()
  world.service.answerWith(undefined)
  await candor.flush()
  expect(idsOf('usage')).toHaveLength(1)
  expect(candor.diagnostics()).toMatchObject({ 'refused:CANDOR_REPORT_TOO_OLD': 2 })
})

test('a refusal of the decision makes the client ask for the policy anew', async () => {
  const candor = world.start()
  await candor.flush()
  const before = world.service.policyRequests.length
  world.service.answerWith(() => {
    const refused = [{ code: 'CANDOR_DECISION_FORBIDS' }]
    return { status: 200, body: JSON.stringify({ accepted: 0, duplicate: 0, refused }) }
  })
  candor.usage.IMSent.add()
  await candor.flush()
  await candor.refreshPolicy()
  expect(world.service.policyRequests).toHaveLength(before + 1)
})

test('errors wait for the service, one report each, in batches of one origin', async () => {
  const candor = world.start()
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  world.service.answerWith('hang-up')
  for (let error = 0; error < 100; error += 1)
    candor.error.report({ Exception: new TypeError(`no. ${error}`) })
  await candor.flush()
  world.service.answerWith(undefined)
  const before = world.service.arrivals.length
  await candor.flush()
  const errors = world.service.accepted('error')
  expect(new Set(errors.map(({ data }) => JSON.stringify(data['Exception'])))).toHaveProperty('size', 100)
  expect(errors[0]?.data).toMatchObject({
    Exception: { type: 'TypeError', message: expect.stringMatching(/^no\. /) as unknown },
  })
  expect(world.service.arrivals.length - before).toBeLessThanOrEqual(3)
})

test('reports older than 30 days are dropped and counted', async () => {
  const candor = world.start()
  world.service.answerWith({ status: 503 })
  candor.usage.IMSent.add()
  await candor.flush()
  world.service.answerWith(undefined)
  world.pass(30 * DAY_MILLIS)
  await candor.flush()
  expect(world.service.accepted('usage')).toEqual([])
  expect(candor.diagnostics()).toHaveProperty('too-old')
})

test('a queue that grows beyond a megabyte drops its oldest reports and counts them', async () => {
  const candor = world.start()
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  world.service.answerWith({ status: 503 })
  const stack = 'at here\n'.repeat(1500)
  for (let error = 0; error < 120; error += 1) {
    world.pass(1)
    candor.error.report({ Exception: { type: 'Error', message: `no. ${error}`, stack } })
  }
  await candor.flush()
  world.service.answerWith(undefined)
  await candor.flush()
  const dropped = candor.diagnostics()['queue-full'] ?? 0
  const messages = world.service
    .accepted('error')
    .map(({ data }) => (data['Exception'] as { message: string }).message)
  expect(dropped).toBeGreaterThan(10)
  expect(messages).toEqual(Array.from({ length: 120 - dropped }, (_, at) => `no. ${at + dropped}`))
})

test.each([
  ['an empty endpoint', ''],
  ['an unknown cloud', endpointOf(skypeTeamsEndpoints, 'nowhere')],
])('%s opens no connection', async (_what, endpoint) => {
  const candor = world.start({ endpoint })
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  candor.usage.IMSent.add()
  candor.error.report({ ErrorCode: '0x1' })
  await candor.refreshPolicy()
  await candor.flush()
  expect(world.service.connections()).toBe(0)
  expect(candor.sent()).toEqual([])
  expect(candor.diagnostics()).toEqual({})
})

test('no request goes to a lane in which nothing may be collected', async () => {
  world.service.setSettings({ DisableAutomaticSendTracing: { 'in-band': true } })
  const candor = world.start()
  await candor.refreshPolicy()
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  candor.usage.IMSent.add()
  candor.error.report({ ErrorCode: '0x1' })
  await candor.flush()
  expect(world.service.arrivals.map(({ category }) => category)).toEqual(['census'])
})

test('requests carry the key and nothing else about who sends them', async () => {
  const candor = world.start()
  await candor.flush()
  const [arrival] = world.service.arrivals
  expect(arrival?.url.search).toBe('?key=demo')
  expect(arrival?.headers).toMatchObject({ 'content-type': 'text/plain;charset=UTF-8' })
  expect(arrival?.headers).not.toHaveProperty('cookie')
  expect(arrival?.headers).not.toHaveProperty('referer')
})

test('the last requests are shown byte for byte', async () => {
  const candor = world.start()
  world.service.answerWith({ status: 503 })
  await candor.flush()
  world.service.answerWith(undefined)
  candor.census.SignInAttempts.add()
  await candor.flush()
  const shown = candor.sent().map(({ body, status }) => [body, status])
  expect(shown).toEqual(world.service.arrivals.map(({ text }, at) => [text, at === 0 ? 503 : 200]))
})

test('without a flush, what was recorded goes by itself', async () => {
  const candor = world.start({ intervalMillis: { error: 10 }, now: () => Date.now() })
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  candor.error.report({ ErrorCode: '0x80070005' })
  const arrival = await world.service.nextArrival()
  expect(arrival.category).toBe('error')
  expect(arrival.text).toContain('0x80070005')
})

test('a kill while a report is made neither loses nor doubles it', async () => {
  const candor = world.start()
  candor.usage.IMSent.add(5)
  await candor.close()
  const before = await world.killedFolder()
  world.pass(HOUR_MILLIS)
  world.service.answerWith({ status: 503 })
  await world.start().close()
  world.service.answerWith(undefined)
  const torn = await world.killedFolder()
  const growing = (await listFiles(before)).filter((name) => name.includes('usage.growing'))
  expect(growing).toHaveLength(1)
  for (const name of growing) {
    await mkdir(dirname(join(torn, name)), { recursive: true })
    await cp(join(before, name), join(torn, name))
  }
  await world.start({ folder: torn }).flush()
  expect(world.service.accepted('usage').map(({ data }) => data)).toEqual([{ IMSent: 5 }])
})

test('what was spoilt in the storage is dropped and counted, and the rest goes', async () => {
  const candor = world.start()
  world.service.answerWith({ status: 503 })
  candor.usage.IMSent.add(5)
  await candor.flush()
  await candor.close()
  world.service.answerWith(undefined)
  for (const name of await listFiles(world.folder)) {
    if (/waiting|consent|policy/.test(name)) await writeFile(join(world.folder, `${name}-2`), '{"id":')
  }
  const after = world.start()
  await after.flush()
  expect(world.service.accepted('usage').map(({ data }) => data)).toEqual([{ IMSent: 5 }])
  expect(after.diagnostics()).toMatchObject({ 'storage-spoilt': 2 })
})
