import { describe, expect, test } from 'vitest'
import { DATA_CATEGORIES, type DataCategory } from './category.js'
import { parseEnvelope, parseReport } from './parse-envelope.js'

const id = '0f8fad5b-d9cb-469f-a165-70867728950e'
const times = {
  census: { from: '2026-11-21', to: '2026-11-22' },
  usage: { from: '2026-11-22T13:00:00Z', to: '2026-11-22T14:00:00Z' },
  error: { from: '2026-11-22T14:03:22.117Z', to: '2026-11-22T14:03:22.117Z' },
} as const

const envelope = { v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Windows', reports: [] }

describe('parseEnvelope', () => {
  test.each(DATA_CATEGORIES)('reads an envelope of the %s lane', (category) => {
    expect(parseEnvelope(category, envelope)).toEqual({ kind: 'parsed', value: envelope })
  })

  test.each(['org', 'pool', 'user', 'deviceId', 'at'])('census knows no %s', (field) => {
    expect(parseEnvelope('census', { ...envelope, [field]: 'contoso.com' })).toEqual({
      kind: 'refused',
      code: 'CANDOR_FIELD_NOT_IN_LANE',
      field,
    })
  })

  test.each(['sip:amos@contoso.com', '192.0.2.17', 'contoso.com', '2001:db8::1', '192-0-2-17'])(
    'neither client nor os can be %s',
    (text) => {
      expect(parseEnvelope('census', { ...envelope, os: text })).toMatchObject({ field: 'os' })
      expect(parseEnvelope('census', { ...envelope, client: text })).toMatchObject({ field: 'client' })
    },
  )

  test('no organisation is an address', () => {
    expect(parseEnvelope('usage', { ...envelope, org: '192.0.2.17' })).toMatchObject({ field: 'org' })
  })

  test.each(['usage', 'error'] as const)('%s may name the organisation and the pool', (category) => {
    const named = { ...envelope, org: 'contoso.com', pool: 'pool01.contoso.com' }
    expect(parseEnvelope(category, named).kind).toBe('parsed')
    expect(parseEnvelope(category, { ...named, org: 'a b' })).toMatchObject({
      code: 'CANDOR_ENVELOPE_MALFORMED',
      field: 'org',
    })
  })

  test.each([
    undefined,
    null,
    [],
    'text',
    7,
    { ...envelope, v: 2 },
    { ...envelope, reports: {} },
    { ...envelope, client: '' },
  ])('refuses %j', (body) => {
    expect(parseEnvelope('usage', body)).toMatchObject({ kind: 'refused', code: 'CANDOR_ENVELOPE_MALFORMED' })
  })
})

describe('parseReport', () => {
  test.each(DATA_CATEGORIES)('reads a report of the %s lane in its precision', (category) => {
    const parsed = parseReport(category, { id, ...times[category], data: {} })
    expect(parsed).toMatchObject({ kind: 'parsed', value: { id, toMillis: Date.parse(times[category].to) } })
  })

  const imprecise: readonly [DataCategory, string][] = [
    ['census', '2026-11-22T14:00:00Z'],
    ['census', '2026-11-22T00:00:00.000Z'],
    ['usage', '2026-11-22T14:03:00Z'],
    ['usage', '2026-11-22T14:00:01Z'],
    ['error', '2026-11-22'],
    ['census', '2026-02-30'],
  ]
  test.each(imprecise)('a %s report at %s is refused', (category, time) => {
    expect(parseReport(category, { id, from: time, to: time, data: {} })).toEqual({
      kind: 'refused',
      code: 'CANDOR_REPORT_TIME_REFUSED',
    })
  })

  test('from after to is refused', () => {
    expect(parseReport('census', { id, from: '2026-11-22', to: '2026-11-21', data: {} }).kind).toBe('refused')
  })

  test('a census report names no decision, and no report has foreign fields', () => {
    const decision = { control: 'DisableAutomaticSendTracing', source: 'default' }
    expect(parseReport('census', { id, ...times.census, data: {}, decision }).kind).toBe('refused')
    expect(parseReport('usage', { id, ...times.usage, data: {}, decision }).kind).toBe('parsed')
    expect(parseReport('usage', { id, ...times.usage, data: {}, userId: 'amosmarble' }).kind).toBe('refused')
  })
})
