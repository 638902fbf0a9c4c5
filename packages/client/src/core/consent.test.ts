import { definePractices } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { createClientWorld, type ClientWorld } from '../testing/client-world.js'

let world: ClientWorld

beforeEach(async () => {
  world = await createClientWorld()
})
afterEach(() => world.close())

const errors = () => world.service.accepted('error')
const codes = () => errors().map(({ data }) => data['ErrorCode'])

test('an error goes only after the user opted in, and what happened before does not follow', async () => {
  const candor = world.start()
  candor.setUser('amosmarble')
  expect(candor.consent.get()).toBe('undecided')
  candor.error.report({ ErrorCode: 'before' })
  candor.consent.set('granted')
  candor.error.report({ ErrorCode: 'after' })
  await candor.flush()
  expect(errors()).toEqual([
    expect.objectContaining({
      data: { ErrorCode: 'after', UserID: 'amosmarble' },
      decision: { control: 'ErrorReportingOptIn', source: 'user' },
    }),
  ])
})

test("a user who withdraws purges his own errors at once, and nobody else's", async () => {
  world.service.answerWith({ status: 503 })
  const candor = world.start()
  for (const user of ['amosmarble', 'bellaross']) {
    candor.setUser(user)
    candor.consent.set('granted')
    candor.error.report({ ErrorCode: user })
  }
  await candor.flush()
  expect(await world.kept()).toContain('"UserID":"bellaross"')
  candor.consent.set('denied')
  expect(await world.kept()).not.toContain('bellaross')
  world.service.answerWith(undefined)
  await candor.flush()
  expect(codes()).toEqual(['amosmarble'])
})

test('the request in flight is aborted when the user withdraws', async () => {
  const candor = world.start()
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  await candor.flush()
  world.service.answerWith('never')
  candor.error.report({ ErrorCode: '0x1' })
  const arrived = world.service.nextArrival()
  const flushed = candor.flush()
  await arrived
  candor.consent.set('denied')
  await flushed
  expect(await world.kept()).not.toContain('0x1')
})

test("the choice is each user's own, outlives the app, and is undecided while nobody is signed in", async () => {
  const before = world.start()
  before.setUser('amosmarble')
  before.consent.set('granted')
  before.setUser('bellaross')
  before.consent.set('denied')
  await before.close()
  const after = world.start()
  expect(after.consent.get()).toBe('undecided')
  after.setUser('AmosMarble')
  expect(after.consent.get()).toBe('granted')
  after.setUser('bellaross')
  expect(after.consent.get()).toBe('denied')
  after.setUser(undefined)
  expect(after.consent.get()).toBe('undecided')
  after.consent.set('granted')
  expect(after.consent.get()).toBe('undecided')
  expect(after.diagnostics()).toMatchObject({ 'consent-without-user': 1 })
})

test('a choice that was kept before choices had names counts on', async () => {
  const before = world.start()
  before.setUser('amosmarble')
  before.consent.set('granted', 'ErrorReportingOptIn')
  await before.close()
  expect(await world.kept()).toMatch(/candor\.skype-teams\.consent\.[0-9a-f]{32} \{"answer":"granted"/)
})

test('the app can ask whether somebody is signed in, and which client it is', () => {
  const candor = world.start()
  expect([candor.client, candor.signedIn]).toEqual(['desktop', false])
  candor.setUser('amosmarble')
  expect(candor.signedIn).toBe(true)
  candor.setUser(undefined)
  expect(candor.signedIn).toBe(false)
})

test('what is asked for again is told while the admin forbids, too', async () => {
  const first = world.start()
  first.setUser('amosmarble')
  first.consent.set('granted')
  await first.close()
  const ErrorLog = { ...skypeTeams.dataTypes.error.ErrorLog, since: 2 }
  const dataTypes = { ...skypeTeams.dataTypes, error: { ...skypeTeams.dataTypes.error, ErrorLog } }
  const practices = { ...skypeTeams, version: 2, dataTypes } as unknown as typeof skypeTeams
  const second = world.start({ practices })
  world.service.setSettings({ DisableAutomaticSendTracing: { 'in-band': true } })
  await second.refreshPolicy()
  second.setUser('amosmarble')
  expect(second.decide('error.ErrorLog').reason).toBe('setting-forbids')
  expect(second.consent.uncovered()).toEqual(['error.ErrorLog'])
  expect(second.consent.asksAgain()).toBe(true)
})

test('the choice is remembered while the admin forbids, and counts again when the admin allows', async () => {
  const candor = world.start()
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  world.service.setSettings({ DisableAutomaticSendTracing: { 'in-band': true } })
  await candor.refreshPolicy()
  candor.error.report({ ErrorCode: 'forbidden' })
  expect(candor.consent.get()).toBe('granted')
  world.service.setSettings({})
  await candor.refreshPolicy()
  candor.error.report({ ErrorCode: 'allowed' })
  await candor.flush()
  expect(codes()).toEqual(['allowed'])
})

test("there is no user setting in the Meetings App: the pool's policy decides, and the opt-in has no effect", async () => {
  const pool = 'pool01.contoso.com'
  world.service.setSettings({
    MeetingUxEnableTelemetry: { global: false, [`service:WebServer:${pool}`]: true },
  })
  const candor = world.start({ client: 'meetings-app' })
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  await candor.refreshPolicy()
  candor.error.report({ ErrorCode: 'no meeting' })
  candor.setMeeting({ pool })
  await candor.refreshPolicy()
  candor.consent.set('denied')
  candor.error.report({ ErrorCode: 'in the meeting' })
  candor.usage.IMSent.add()
  await candor.flush()
  expect(codes()).toEqual(['in the meeting'])
  expect(errors()[0]?.decision).toEqual({
    control: 'MeetingUxEnableTelemetry',
    source: `service:WebServer:${pool}`,
  })
  expect(errors()[0]?.envelope).toMatchObject({ pool })
})

test("a crash of the Meetings App on Windows goes by the device's Watson settings alone", async () => {
  const watson = { machine: { DefaultConsent: 4 }, user: { DontSendAdditionalData: 1 } }
  const candor = world.start({ client: 'meetings-app', device: { watson } })
  candor.error.report({ Crash: { type: 'AccessViolation', message: '' }, ErrorCode: '0xC0000005' })
  await candor.flush()
  expect(errors().map(({ data }) => Object.keys(data))).toEqual([['Crash']])
  expect(errors()[0]?.decision).toMatchObject({ control: 'Watson', detail: 'parameters' })
})

test('a consent does not cover a data type that came later', async () => {
  const first = world.start()
  first.setUser('amosmarble')
  first.consent.set('granted')
  await first.close()
  const ErrorLog = { ...skypeTeams.dataTypes.error.ErrorLog, since: 2 }
  const dataTypes = { ...skypeTeams.dataTypes, error: { ...skypeTeams.dataTypes.error, ErrorLog } }
  const practices = definePractices({ ...skypeTeams, version: 2, dataTypes })
  const second = world.start({ practices: practices as unknown as typeof skypeTeams })
  second.setUser('amosmarble')
  second.error.report({ ErrorCode: '0x1', ErrorLog: [{ beforeMillis: 1, level: 'info', message: 'joined' }] })
  second.consent.set('granted')
  second.error.report({ ErrorCode: '0x2', ErrorLog: [{ beforeMillis: 1, level: 'info', message: 'joined' }] })
  await second.flush()
  expect(errors().map(({ data }) => ['ErrorLog' in data, data['ErrorCode']])).toEqual([
    [false, '0x1'],
    [true, '0x2'],
  ])
})
