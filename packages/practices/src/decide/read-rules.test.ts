import fc from 'fast-check'
import { expect, test } from 'vitest'
import { skypeTeams } from '../skype-teams/index.js'
import type { DecisionContext } from './context.js'
import { decide } from './decide.js'
import { readRules } from './testing/read-rules.js'

const MALFORMED: readonly unknown[] = [
  'true',
  'True',
  '$True',
  '',
  'NaN',
  1,
  0,
  -1,
  1e308,
  null,
  [],
  [true],
  {},
]
const value = fc.oneof(
  { arbitrary: fc.boolean(), weight: 4 },
  { arbitrary: fc.constantFrom(...MALFORMED), weight: 1 },
)
const pools = ['pool01.contoso.com', 'pool02.contoso.com', '', '__proto__', 'toString']
const sites = ['Redmond', 'Dublin', '']
const scopes = [
  'global',
  ...sites.map((site) => `site:${site}`),
  ...pools.map((p) => `service:WebServer:${p}`),
]

const orUnreadable = (readable: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { arbitrary: readable, weight: 12 },
    { arbitrary: fc.constantFrom(null, [], 'x', 7, true), weight: 1 },
  )
const some = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { requiredKeys: [] })

const level = some({
  Disabled: fc.oneof({ arbitrary: fc.constant(0), weight: 5 }, fc.constantFrom<unknown>(1, ...MALFORMED)),
  DontSendAdditionalData: fc.oneof(
    { arbitrary: fc.constantFrom(0, 1), weight: 5 },
    fc.constantFrom<unknown>(2, ...MALFORMED),
  ),
  DefaultConsent: fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 4 }), weight: 9 },
    fc.constantFrom<unknown>(5, 1.5, '4', ...MALFORMED),
  ),
})

const contexts = some({
  client: fc.constantFrom(
    'desktop',
    'mobile',
    'web',
    'meetings-app',
    'meetings-app',
    'join-launcher',
    'Desktop',
    '__proto__',
  ),
  os: fc.constantFrom('Windows', 'Windows', 'macOS', 'windows', 'BeOS'),
  settings: orUnreadable(
    some({
      DisableAutomaticSendTracing: orUnreadable(
        fc.dictionary(fc.constantFrom('in-band', 'machine', 'user', 'global'), value),
      ),
      MeetingUxEnableTelemetry: orUnreadable(fc.dictionary(fc.constantFrom(...scopes), value)),
      Unknown: value,
    }),
  ),
  meeting: some({ pool: fc.constantFrom(...pools), site: fc.constantFrom(...sites, 'Austin') }),
  user: some({
    errorReporting: fc.oneof(
      fc.constantFrom<unknown>('granted', 'denied', 'undecided'),
      fc.constantFrom(...MALFORMED),
    ),
  }),
  watson: orUnreadable(some({ machine: orUnreadable(level), user: orUnreadable(level) })),
})

const dataTypes = Object.entries(skypeTeams.dataTypes).flatMap(([category, types]) =>
  Object.keys(types).map((name) => `${category}.${name}`),
)

test('decides as a plain reading of the rules does, for any context', () => {
  fc.assert(
    fc.property(fc.constantFrom('error.Crash', ...dataTypes), contexts, (dataType, context) => {
      expect(decide(skypeTeams, dataType, context as unknown as DecisionContext)).toMatchObject(
        readRules(dataType, context),
      )
    }),
    { numRuns: 5000 },
  )
})
