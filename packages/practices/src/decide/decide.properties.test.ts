import fc from 'fast-check'
import { expect, test } from 'vitest'
import { skypeTeams } from '../skype-teams/index.js'
import type { DecisionContext } from './context.js'
import { decide } from './decide.js'
import { REASONS } from './decision.js'

const pools = ['pool01.contoso.com', 'pool02.contoso.com'] as const
const sites = ['Redmond', 'Dublin'] as const
const value = fc.oneof(fc.boolean(), fc.constantFrom<unknown>('true', 1, null, {}))
const scopes = [
  'global',
  ...sites.map((site) => `site:${site}`),
  ...pools.map((pool) => `service:WebServer:${pool}`),
]

const watsonValues = fc.record(
  {
    Disabled: fc.constantFrom<unknown>(0, 1, 'x'),
    DefaultConsent: fc.integer({ min: -1, max: 5 }),
    DontSendAdditionalData: fc.integer({ min: 0, max: 2 }),
  },
  { requiredKeys: [] },
)

const contexts: fc.Arbitrary<DecisionContext> = fc.record(
  {
    client: fc.constantFrom('desktop', 'mobile', 'web', 'meetings-app', 'join-launcher', 'toaster'),
    os: fc.constantFrom('Windows', 'macOS', 'Linux', 'iOS', 'Android'),
    settings: fc.record(
      {
        DisableAutomaticSendTracing: fc.dictionary(fc.constantFrom('in-band', 'machine', 'user'), value),
        MeetingUxEnableTelemetry: fc.dictionary(fc.constantFrom(...scopes), value),
      },
      { requiredKeys: [] },
    ),
    meeting: fc.record(
      { pool: fc.constantFrom(...pools), site: fc.constantFrom(...sites) },
      { requiredKeys: [] },
    ),
    user: fc.record(
      { errorReporting: fc.constantFrom<unknown>('granted', 'denied', 'undecided', 3) },
      { requiredKeys: [] },
    ),
    watson: fc.record({ machine: watsonValues, user: watsonValues }, { requiredKeys: [] }),
  },
  { requiredKeys: ['client', 'os'] },
)

const dataTypes = Object.entries(skypeTeams.dataTypes).flatMap(([category, types]) =>
  Object.keys(types).map((name) => `${category}.${name}`),
)
const anyDataType = fc.constantFrom(...dataTypes)

const withSetting = (
  context: DecisionContext,
  control: string,
  scope: string,
  setting: unknown,
): DecisionContext => {
  const settings = (context.settings ?? {}) as Readonly<Record<string, Readonly<Record<string, unknown>>>>
  return { ...context, settings: { ...settings, [control]: { ...settings[control], [scope]: setting } } }
}

test('every decision has a reason, and decides the same again', () => {
  fc.assert(
    fc.property(anyDataType, contexts, (dataType, context) => {
      const decision = decide(skypeTeams, dataType, context)
      expect(REASONS).toContain(decision.reason)
      expect(decide(skypeTeams, dataType, context)).toEqual(decision)
    }),
  )
})

test('census never depends on any setting', () => {
  const census = fc.constantFrom(...dataTypes.filter((dataType) => dataType.startsWith('census.')))
  fc.assert(
    fc.property(census, contexts, (dataType, context) => {
      expect(decide(skypeTeams, dataType, context)).toMatchObject({ collect: true, control: null })
    }),
  )
})

test('disabling DisableAutomaticSendTracing at any source never makes more be collected', () => {
  const source = fc.constantFrom('in-band', 'machine', 'user')
  fc.assert(
    fc.property(anyDataType, contexts, source, (dataType, context, scope) => {
      const tightened = decide(
        skypeTeams,
        dataType,
        withSetting(context, 'DisableAutomaticSendTracing', scope, true),
      )
      expect(Number(tightened.collect)).toBeLessThanOrEqual(
        Number(decide(skypeTeams, dataType, context).collect),
      )
    }),
  )
})

test('no user choice can loosen what an admin forbids', () => {
  const governed = fc.constantFrom(...dataTypes.filter((dataType) => !dataType.startsWith('census.')))
  const client = fc.constantFrom('desktop', 'mobile', 'web')
  fc.assert(
    fc.property(governed, contexts, client, (dataType, context, kind) => {
      const forbidden = withSetting(
        { ...context, client: kind },
        'DisableAutomaticSendTracing',
        'in-band',
        true,
      )
      expect(
        decide(skypeTeams, dataType, { ...forbidden, user: { errorReporting: 'granted' } }).collect,
      ).toBe(false)
    }),
  )
})

test('the desktop opt-in never matters in the Meetings App or the join launcher', () => {
  fc.assert(
    fc.property(
      anyDataType,
      contexts,
      fc.constantFrom('meetings-app', 'join-launcher'),
      (dataType, context, client) => {
        const answers = ['granted', 'denied', 'undecided'].map((errorReporting) =>
          decide(skypeTeams, dataType, { ...context, client, user: { errorReporting } }),
        )
        expect(answers[1]).toEqual(answers[0])
        expect(answers[2]).toEqual(answers[0])
      },
    ),
  )
})

test('the pool wins over the site, and the site over global', () => {
  fc.assert(
    fc.property(contexts, fc.boolean(), (context, allowed) => {
      const meeting = { pool: 'pool01.contoso.com', site: 'Redmond' }
      const at = (scope: string, setting: boolean, before: DecisionContext) =>
        withSetting(before, 'MeetingUxEnableTelemetry', scope, setting)
      const bare: DecisionContext = { client: 'meetings-app', os: context.os, meeting }
      const bySite = at('site:Redmond', allowed, at('global', !allowed, bare))
      expect(decide(skypeTeams, 'usage.IMSent', bySite)).toMatchObject({
        collect: allowed,
        source: 'site:Redmond',
      })
      const byPool = at('service:WebServer:pool01.contoso.com', !allowed, bySite)
      expect(decide(skypeTeams, 'usage.IMSent', byPool)).toMatchObject({
        collect: !allowed,
        source: 'service:WebServer:pool01.contoso.com',
      })
    }),
  )
})

test('turning MeetingUxEnableTelemetry off where it is nearest never makes more be collected', () => {
  fc.assert(
    fc.property(anyDataType, contexts, (dataType, context) => {
      const meeting = { pool: 'pool01.contoso.com', site: 'Redmond' }
      const joined = { ...context, meeting }
      const off = withSetting(
        joined,
        'MeetingUxEnableTelemetry',
        'service:WebServer:pool01.contoso.com',
        false,
      )
      const before = decide(skypeTeams, dataType, joined).collect
      expect(Number(decide(skypeTeams, dataType, off).collect)).toBeLessThanOrEqual(Number(before))
    }),
  )
})
