import { LIMITS, parseEnvelope } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'

import { createTestCandor } from './create-test-candor.js'

const HOUR_MILLIS = 3_600_000
const DESKTOP = { practices: skypeTeams, client: 'desktop' } as const
const USER = 'amosmarble@contoso.com'

test('what grows and what waits is collected together, numbers added up and the newest of any other value', () => {
  const { candor, collected, bodies, pass } = createTestCandor(DESKTOP)
  candor.census.AppName.set('Contoso Desk')
  candor.usage.IMSent.add(2)
  candor.usage.FeatureUse.add('screen-sharing')
  candor.usage.FederationPartner.set('microsoft.com')
  pass(25 * HOUR_MILLIS)
  candor.census.AppName.set('Contoso Desk 2')
  candor.usage.IMSent.add()
  candor.usage.FeatureUse.add('screen-sharing', 2)
  candor.usage.FederationPartner.set('fabrikam.com')
  expect(bodies('usage')).toHaveLength(2)
  expect(collected('usage')).toEqual({
    IMSent: 3,
    FeatureUse: { 'screen-sharing': 3 },
    FederationPartner: 'fabrikam.com',
  })
  expect(collected('census')).toEqual({ AppName: 'Contoso Desk 2' })
  expect(collected('error')).toEqual({})
})

test('the bodies are those of the wire, the same each time, with a user id of the right form', () => {
  const run = () => {
    const { candor, bodies, errors } = createTestCandor({
      ...DESKTOP,
      org: 'contoso.com',
      user: USER,
      consent: 'granted',
      now: () => Date.UTC(2026, 10, 22),
    })
    candor.usage.IMSent.add()
    candor.error.report({ ErrorCode: '0x80004005' })
    expect(errors()).toEqual([{ ErrorCode: '0x80004005' }])
    return { census: bodies('census'), usage: bodies('usage'), error: bodies('error') }
  }
  const first = run()
  for (const category of ['census', 'usage', 'error'] as const) {
    expect(first[category]).toHaveLength(1)
    expect(parseEnvelope(category, JSON.parse(first[category][0] ?? '')).kind).not.toBe('refused')
  }
  expect(first.census[0]).toMatch(/"UserID":"[\w-]{43}"/)
  expect(first.census[0]).toContain('"from":"2026-11-22"')
  expect(first.usage[0]).toContain('"org":"contoso.com"')
  expect(first.error[0]).toContain(`"UserID":"${USER}"`)
  expect(run()).toEqual(first)
})

test('settings are of the scope that is named, of the meeting that is joined, and of Windows Error Reporting', () => {
  const { candor, collected, settings } = createTestCandor({
    ...DESKTOP,
    client: 'meetings-app',
    os: 'Windows',
    settings: { MeetingUxEnableTelemetry: { 'service:WebServer:lync.contoso.com': true } },
  })
  candor.usage.MeetingJoinAttempts.add()
  expect(collected('usage')).toEqual({})
  candor.setMeeting({ pool: 'lync.contoso.com' })
  candor.usage.MeetingJoinAttempts.add()
  expect(collected('usage')).toEqual({ MeetingJoinAttempts: 1 })
  candor.setMeeting({ pool: 'other.contoso.com' })
  settings({ MeetingUxEnableTelemetry: true, Watson: { machine: { DefaultConsent: 4 } } })
  expect(candor.decide('usage.IMSent')).toMatchObject({ collect: true, source: 'global' })
  expect(candor.decide('error.Crash')).toMatchObject({ collect: true, detail: 'all' })
})

test('what is forbidden is told to listeners and purged at once, consent is remembered meanwhile', () => {
  const { candor, errors, settings, answer } = createTestCandor({
    ...DESKTOP,
    user: USER,
    consent: 'granted',
  })
  const told: boolean[] = []
  candor.subscribe(() => void told.push(candor.decide('error.ErrorCode').collect))
  candor.error.report({ ErrorCode: '1' })
  settings({ DisableAutomaticSendTracing: { machine: true } })
  expect([errors(), told]).toEqual([[], [false]])
  settings({ DisableAutomaticSendTracing: { 'in-band': false } })
  candor.error.report({ ErrorCode: '2' })
  expect(errors()).toEqual([{ ErrorCode: '2' }])
  answer('denied')
  expect([errors(), told]).toEqual([[], [false, true, false]])
})

test('misuse names the mistakes of the app, and nothing that is as it should be', () => {
  const { candor, misuse, settings } = createTestCandor(DESKTOP)
  candor.usage.IMSent.add()
  candor.waiting()
  settings({ DisableAutomaticSendTracing: true })
  expect(candor.diagnostics()).toEqual({ forbidden: 1 })
  expect(misuse()).toEqual({})
  settings({})
  candor.usage.IMSent.add(-1)
  candor.consent.set('granted')
  candor.setUser('x'.repeat(LIMITS.maxUserIdLength + 1))
  expect(misuse()).toEqual({ 'value-refused:usage.IMSent': 1, 'consent-without-user': 1, 'user-refused': 1 })
})

test('reset begins as at the creation, with the same Candor', async () => {
  const { candor, collected, errors, misuse, settings, answer, pass, reset, bodies } = createTestCandor({
    ...DESKTOP,
    user: USER,
    consent: 'granted',
    settings: { DisableAutomaticSendTracing: { machine: false } },
    now: () => 1_800_000_000_000,
  })
  const deviceId = () => /"DeviceID":"([^"]+)"/.exec(bodies('census')[0] ?? '')?.[1]
  const before = deviceId()
  candor.usage.IMSent.add(-1)
  candor.usage.IMSent.add()
  candor.error.report({ ErrorCode: '1' })
  pass(2 * HOUR_MILLIS)
  answer('denied')
  candor.setUser('beth@contoso.com')
  settings({ DisableAutomaticSendTracing: true })
  await reset()
  expect([collected('usage'), errors(), misuse()]).toEqual([{}, [], {}])
  expect(candor.consent.get()).toBe('granted')
  candor.usage.IMSent.add()
  candor.error.report({ ErrorCode: '2' })
  expect([collected('usage'), errors()]).toEqual([{ IMSent: 1 }, [{ ErrorCode: '2' }]])
  expect(bodies('error')[0]).toContain('"from":"2027-01-15T08:00:00.000Z"')
  expect([before, deviceId()]).toEqual([expect.any(String), expect.any(String)])
  expect(deviceId()).not.toBe(before)
})

test('what collects is begun with the app’s own description', async () => {
  const { candor, collected } = createTestCandor({
    ...DESKTOP,
    app: { name: 'Contoso Desk' },
    collect: ({ candor: collecting, app }) => {
      ;(collecting as typeof candor).census.AppName.set(app?.name ?? '')
      return () => {}
    },
  })
  await candor.ready
  expect(collected('census')).toEqual({ AppName: 'Contoso Desk' })
})

test.each([
  [
    'a client',
    () => createTestCandor({ ...DESKTOP, client: 'fridge' as 'desktop' }),
    '"fridge" is no client of these practices; there is desktop, mobile, web, meetings-app, join-launcher',
  ],
  [
    'a control',
    () => createTestCandor({ ...DESKTOP, settings: { ErrorReportingOptIn: true } as object }),
    '"ErrorReportingOptIn" is no control that can be set; there is DisableAutomaticSendTracing, MeetingUxEnableTelemetry, Watson',
  ],
  [
    'a choice',
    () => createTestCandor({ ...DESKTOP, user: USER }).answer('granted', 'Watson' as 'ErrorReportingOptIn'),
    'which choice control is meant is not clear; there is ErrorReportingOptIn',
  ],
  [
    'a person',
    () => createTestCandor({ ...DESKTOP, consent: 'granted' }),
    'nobody is signed in who could answer: give `user`, or call candor.setUser before',
  ],
])('%s that is not there is told in a sentence', (_, run, message) => {
  expect(run).toThrow(message)
})
