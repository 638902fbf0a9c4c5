import { createSecretKey } from 'node:crypto'
import { skypeTeams } from '@candor/practices/skype-teams'
import { describe, expect, test } from 'vitest'
import type { InForce, SettingsInForce } from '../control-plane/settings-in-force.js'
import { createPseudonyms } from '../pseudonym/pseudonyms.js'
import { admit, type Admission } from './admit.js'
import { createAdmission } from './create-admission.js'
import { createPermissions } from './permissions.js'
import { compileProduct } from './product.js'

const NOW = Date.parse('2026-11-22T14:03:22.117Z')
const id = (at: number): string => `0f8fad5b-d9cb-469f-a165-${String(at).padStart(12, '0')}`
const firstHash = 'A'.repeat(43)

const epoch = {
  id: 1,
  censusPepper: createSecretKey(Buffer.alloc(32, 1)),
  errorPepper: createSecretKey(Buffer.alloc(32, 2)),
}
const product = compileProduct(skypeTeams, createPseudonyms({ current: () => epoch }))

const holding = (
  byOrganisation: Readonly<Record<string, InForce>>,
): Pick<SettingsInForce, 'revision' | 'inForce'> => ({
  revision: () => 0,
  inForce: ({ org }) => byOrganisation[org] ?? { settings: {} },
})
const forbidding = { settings: { DisableAutomaticSendTracing: { 'in-band': true } } }
const permissions = createPermissions(skypeTeams, holding({ 'closed.com': forbidding }))
const scope = { versions: new Map([['skype-teams@1', { product, permissions }]]), nowMillis: NOW }

const stages = createAdmission()
const envelope = { v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Windows' }
const day = { from: '2026-11-22', to: '2026-11-22' }
const hour = { from: '2026-11-22T13:00:00Z', to: '2026-11-22T14:00:00Z' }
const instant = { from: '2026-11-22T14:03:00Z', to: '2026-11-22T14:03:00Z' }

const admitted = (category: 'census' | 'usage' | 'error', body: object): Admission => {
  const result = admit(stages, category, { ...envelope, ...body }, scope)
  if (result.kind === 'refused') throw new Error(result.code)
  return result.value
}

describe('identity', () => {
  test('the census user id is replaced by a pseudonym', () => {
    const { entry } = admitted('census', { reports: [{ id: id(1), ...day, data: { UserID: firstHash } }] })
    expect(entry.reports[0]?.data['UserID']).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/)
    expect(JSON.stringify(entry)).not.toContain(firstHash)
  })

  test('the error user id is replaced, the same for each spelling, and unequal to the census one', () => {
    const reports = ['AmosMarble', 'amosmarble'].map((UserID, at) => ({
      id: id(at),
      ...instant,
      data: { UserID },
    }))
    const { entry } = admitted('error', { reports })
    expect(JSON.stringify(entry).toLowerCase()).not.toContain('amosmarble')
    const [one, other] = entry.reports.map((report) => report.data['UserID'])
    expect(one).toBe(other)
    const census = admitted('census', { reports: [{ id: id(1), ...day, data: { UserID: firstHash } }] })
    expect(census.entry.reports[0]?.data['UserID']).not.toBe(one)
  })

  test('the user id is replaced wherever the same report repeats it', () => {
    const Exception = {
      type: 'SignInError',
      message: 'sign-in of Amos.Marble failed',
      stack: 'at amos.marble (a.js:1)',
    }
    const data = {
      UserID: 'amos.marble',
      Exception,
      ErrorLog: [{ beforeMillis: 1, level: 'info', message: 'AMOS.MARBLE' }],
    }
    const { entry } = admitted('error', { reports: [{ id: id(1), ...instant, data }] })
    expect(JSON.stringify(entry).toLowerCase()).not.toContain('amos.marble')
    expect(entry.reports[0]?.data).toMatchObject({ Exception: { type: 'SignInError' } })
  })

  test('when a report was received is kept in the precision of its lane', () => {
    expect(admitted('census', { reports: [] }).entry.receivedMillis).toBe(Date.parse('2026-11-22'))
    expect(admitted('usage', { reports: [] }).entry.receivedMillis).toBe(Date.parse('2026-11-22T14:00:00Z'))
    expect(admitted('error', { reports: [] }).entry.receivedMillis).toBe(NOW)
  })
})

describe('outcomes', () => {
  test('a refused report never spoils its neighbours, and each has one outcome', () => {
    const reports = [
      { id: id(1), ...hour, data: { IMSent: 12 } },
      { id: id(2), ...hour, data: { IMSent: 'twelve' } },
      { id: id(3), ...hour, data: { Nothing: 1 } },
      { id: 'no id', ...hour, data: {} },
      null,
      { id: id(5), ...hour, data: { CallsMade: 1 } },
    ]
    const { entry, refused, tally } = admitted('usage', { reports })
    expect(entry.reports.map((report) => report.id)).toEqual([id(1), id(5)])
    expect(refused).toEqual([
      { id: id(2), code: 'CANDOR_VALUE_REFUSED', dataType: 'IMSent' },
      { id: id(3), code: 'CANDOR_DATA_TYPE_UNKNOWN', dataType: 'Nothing' },
      { code: 'CANDOR_REPORT_MALFORMED' },
      { code: 'CANDOR_REPORT_MALFORMED' },
    ])
    expect(tally).toEqual({
      received: 6,
      refused: { CANDOR_VALUE_REFUSED: 1, CANDOR_DATA_TYPE_UNKNOWN: 1, CANDOR_REPORT_MALFORMED: 2 },
    })
  })

  test('what a control forbids is refused, for that organisation alone', () => {
    const reports = [{ id: id(1), ...hour, data: { IMSent: 1 } }]
    expect(admitted('usage', { org: 'closed.com', reports }).refused).toEqual([
      { id: id(1), code: 'CANDOR_DECISION_FORBIDS', dataType: 'IMSent' },
    ])
    expect(admitted('usage', { org: 'contoso.com', reports }).refused).toEqual([])
  })

  test('the Meetings App sends usage only where its pool allows it', () => {
    const reports = [{ id: id(1), ...hour, data: { IMSent: 1 } }]
    expect(admitted('usage', { client: 'meetings-app', reports }).refused[0]?.code).toBe(
      'CANDOR_DECISION_FORBIDS',
    )
  })

  test('a report that says it was made without consent is refused', () => {
    const decision = { control: 'ErrorReportingOptIn', source: 'default' }
    const reports = [{ id: id(1), ...instant, data: { ErrorCode: '0x1' }, decision }]
    expect(admitted('error', { reports }).refused[0]?.code).toBe('CANDOR_DECISION_FORBIDS')
  })

  test.each([
    { control: 'DisableAutomaticSendTracing', source: 'amosmarble@contoso.com' },
    { control: 'DisableAutomaticSendTracing', source: 'in-band', detail: 'sip:amos@contoso.com' },
    { control: 'Nothing', source: 'default' },
  ])('a decision in words that the practices do not know is refused: %j', (decision) => {
    const reports = [{ id: id(1), ...hour, data: { IMSent: 1 }, decision }]
    expect(admitted('usage', { reports }).refused[0]?.code).toBe('CANDOR_REPORT_MALFORMED')
  })

  test.each([
    { control: 'DisableAutomaticSendTracing', source: 'machine' },
    { control: 'DisableAutomaticSendTracing', source: 'default' },
    { control: 'MeetingUxEnableTelemetry', source: 'service:WebServer:pool01.contoso.com' },
    { control: 'ErrorReportingOptIn', source: 'user' },
    { control: 'Watson', source: 'machine.DefaultConsent', detail: 'safe' },
  ])('a decision as a device makes it is taken: %j', (decision) => {
    const reports = [{ id: id(1), ...instant, data: { ErrorCode: '0x1' }, decision }]
    expect(admitted('error', { reports }).refused).toEqual([])
  })

  test('a report without data is refused', () => {
    expect(admitted('usage', { reports: [{ id: id(1), ...hour, data: {} }] }).refused[0]?.code).toBe(
      'CANDOR_REPORT_MALFORMED',
    )
  })

  test.each([
    ['2025-11-22', 'CANDOR_REPORT_TOO_OLD'],
    ['2026-12-22', 'CANDOR_REPORT_IN_FUTURE'],
  ])('a report of %s is %s', (date, code) => {
    expect(
      admitted('census', { reports: [{ id: id(1), from: date, to: date, data: {} }] }).refused[0]?.code,
    ).toBe(code)
  })
})

describe('whole envelopes', () => {
  test('unknown practices are refused', () => {
    expect(
      admit(stages, 'usage', { ...envelope, practices: 'skype-teams@9', reports: [] }, scope),
    ).toMatchObject({
      code: 'CANDOR_PRACTICES_UNKNOWN',
    })
  })

  test('a client that the practices do not name is refused', () => {
    const body = { ...envelope, client: 'amosmarble', reports: [] }
    expect(admit(stages, 'census', body, scope)).toMatchObject({
      code: 'CANDOR_ENVELOPE_MALFORMED',
      field: 'client',
    })
  })

  test('census with an organisation is refused', () => {
    expect(admit(stages, 'census', { ...envelope, org: 'contoso.com', reports: [] }, scope)).toMatchObject({
      code: 'CANDOR_FIELD_NOT_IN_LANE',
    })
  })
})
