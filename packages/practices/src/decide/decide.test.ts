import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { skypeTeams } from '../skype-teams/index.js'
import type { DecisionContext } from './context.js'
import { decide, decideAtService } from './decide.js'

interface Vector {
  readonly context: DecisionContext & { readonly dataType: string }
  readonly decision: Readonly<Record<string, unknown>>
}

const vectors = readFileSync(new URL('decisions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Vector)

const desktop = { client: 'desktop', os: 'Windows' } as const
const meetingsApp = { client: 'meetings-app', os: 'Windows' } as const

test('there are decision vectors', () => {
  expect(vectors.length).toBeGreaterThan(50)
})

test.each(vectors)('decides %j', ({ context, decision }) => {
  expect(decide(skypeTeams, context.dataType, context)).toMatchObject(decision)
})

describe('malformed and missing settings', () => {
  test.each(['yes', 1, 0, null, [], {}])('a malformed setting (%j) counts as the strictest', (value) => {
    const settings = { DisableAutomaticSendTracing: { machine: value } }
    expect(decide(skypeTeams, 'usage.IMSent', { ...desktop, settings })).toMatchObject({
      collect: false,
      source: 'machine',
      reason: 'malformed-forbids',
    })
  })

  test('settings that are no object count as malformed', () => {
    const settings = { DisableAutomaticSendTracing: 'false' }
    expect(decide(skypeTeams, 'usage.IMSent', { ...desktop, settings })).toMatchObject({
      collect: false,
      source: 'in-band',
    })
  })

  test.each([[], 'x', null, 7, true])('settings as a whole that are %j count as malformed', (settings) => {
    const context = { ...desktop, settings } as unknown as DecisionContext
    expect(decide(skypeTeams, 'usage.IMSent', context)).toMatchObject({
      collect: false,
      control: 'DisableAutomaticSendTracing',
      reason: 'malformed-forbids',
    })
    expect(decide(skypeTeams, 'census.AppName', context).collect).toBe(true)
  })

  test('a list in the place of settings or of Windows Error Reporting values is malformed', () => {
    const settings = { DisableAutomaticSendTracing: [] }
    expect(decide(skypeTeams, 'usage.IMSent', { ...desktop, settings }).collect).toBe(false)
    const watson = { machine: { DefaultConsent: 4 }, user: [] }
    expect(decide(skypeTeams, 'error.Crash', { ...meetingsApp, watson })).toMatchObject({
      collect: false,
      reason: 'malformed-forbids',
    })
  })

  test('an unset control is reported as default', () => {
    expect(decide(skypeTeams, 'usage.IMSent', desktop)).toMatchObject({
      collect: true,
      source: 'default',
      reason: 'default-allows',
    })
  })

  test('a malformed nearest scope forbids although a wider one allows', () => {
    const settings = { MeetingUxEnableTelemetry: { 'service:WebServer:p.contoso.com': 'True', global: true } }
    const meeting = { pool: 'p.contoso.com' }
    expect(decide(skypeTeams, 'usage.IMSent', { ...meetingsApp, settings, meeting })).toMatchObject({
      collect: false,
      source: 'service:WebServer:p.contoso.com',
      losing: [{ source: 'global', value: true }],
    })
  })

  test('an opt-in in no known word does not count as given', () => {
    const user = { errorReporting: 'yes' }
    expect(decide(skypeTeams, 'error.Crash', { ...desktop, user })).toMatchObject({
      collect: false,
      source: 'user',
    })
  })
})

describe('unknown data types and clients', () => {
  test.each(['usage.Nothing', 'IMSent', 'usage', '', 'other.IMSent', 'usage.__proto__', 'usage.toString'])(
    'nothing is collected for %j',
    (dataType) => {
      expect(decide(skypeTeams, dataType, desktop)).toMatchObject({
        collect: false,
        reason: 'unknown-data-type',
      })
    },
  )

  test('an unknown client collects census alone', () => {
    const context = { client: 'toaster', os: 'ToastOS' }
    expect(decide(skypeTeams, 'census.AppName', context).collect).toBe(true)
    expect(decide(skypeTeams, 'usage.IMSent', context)).toMatchObject({ collect: false, reason: 'no-rule' })
  })
})

describe('Watson', () => {
  const crash = (watson: unknown) => decide(skypeTeams, 'error.Crash', { ...meetingsApp, watson })

  test.each([
    { machine: { Disabled: 'no' } },
    { user: { DefaultConsent: 5 } },
    { machine: 7 },
    'on',
    { machine: { DontSendAdditionalData: 2 } },
  ])('malformed values refuse: %j', (watson) => {
    expect(crash(watson)).toMatchObject({ collect: false, control: 'Watson', reason: 'malformed-forbids' })
  })

  test('asking holds until it is answered', () => {
    for (const watson of [
      undefined,
      {},
      { machine: { DefaultConsent: 0 } },
      { machine: { DefaultConsent: 4 }, user: { DefaultConsent: 1 } },
    ]) {
      expect(crash(watson)).toMatchObject({ collect: false, reason: 'awaits-answer' })
    }
  })

  test('the lowest consent counts, and additional data can be held back', () => {
    expect(crash({ machine: { DefaultConsent: 4 }, user: { DefaultConsent: 3 } })).toMatchObject({
      collect: true,
      detail: 'safe',
    })
    expect(crash({ machine: { DefaultConsent: 3, DontSendAdditionalData: 1 } })).toMatchObject({
      collect: true,
      detail: 'parameters',
    })
  })
})

describe('a data type that came after the consent', () => {
  const GpuModel = { kind: 'text', example: 'Iris', since: 2 } as const
  const widened = {
    ...skypeTeams,
    version: 2,
    dataTypes: { ...skypeTeams.dataTypes, error: { ...skypeTeams.dataTypes.error, GpuModel } },
  }
  const granted = (errorReportingVersion: number) => ({
    ...desktop,
    user: { errorReporting: 'granted', errorReportingVersion },
  })

  test('is not covered by it, while the older ones are', () => {
    expect(decide(widened, 'error.GpuModel', granted(1))).toMatchObject({
      collect: false,
      reason: 'consent-outdated',
    })
    expect(decide(widened, 'error.Crash', granted(1)).collect).toBe(true)
    expect(decide(widened, 'error.GpuModel', granted(2)).collect).toBe(true)
    expect(
      decide(widened, 'error.GpuModel', { ...desktop, user: { errorReporting: 'granted' } }).collect,
    ).toBe(false)
  })
})

describe('at the service', () => {
  test('what the device alone holds is taken as decided there', () => {
    expect(decideAtService(skypeTeams, 'error.Exception', desktop).collect).toBe(true)
    expect(decideAtService(skypeTeams, 'error.Crash', meetingsApp).collect).toBe(true)
  })

  test('a setting that the service holds still forbids', () => {
    const settings = { DisableAutomaticSendTracing: { 'in-band': true } }
    expect(decideAtService(skypeTeams, 'error.Exception', { ...desktop, settings }).collect).toBe(false)
  })
})
