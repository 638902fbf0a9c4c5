import { expect, test } from 'vitest'

import { candor } from './protocols/candor.js'
import { glean } from './protocols/glean.js'
import { openTelemetry } from './protocols/open-telemetry.js'
import { posthog } from './protocols/posthog.js'
import { sentry } from './protocols/sentry.js'
import { snowplow } from './protocols/snowplow.js'
import type { Protocol } from './received.js'

const read = (protocol: Protocol, text: string, path = '/'): unknown =>
  protocol.read({ method: 'POST', url: new URL(path, 'http://collector'), text })

const BOTH = [
  { kind: 'count', serial: 4 },
  { kind: 'error', serial: 2 },
]

test("reads Candor's reports", () => {
  const reports = [
    { id: 'a', data: { FeatureUse: { reply: 3 } } },
    { id: 'b', data: { ErrorCode: '2' } },
  ]
  expect(read(candor, JSON.stringify({ reports }))).toEqual([
    { kind: 'sum', id: 'a reply', amount: 3 },
    { kind: 'error', serial: 2 },
  ])
})

test("reads Glean's pings", () => {
  const ping = {
    metrics: { counter: { 'bench.reply': 3, 'glean.error': 1 } },
    events: [{ extra: { serial: '2' } }],
  }
  expect(read(glean, JSON.stringify(ping), '/submit/bench/use/1/id')).toEqual([
    { kind: 'sum', id: 'id bench.reply', amount: 3 },
    { kind: 'error', serial: 2 },
  ])
})

test('reads OTLP, with whole numbers as text or not', () => {
  const logRecords = [
    { attributes: [{ key: 'serial', value: { intValue: '4' } }] },
    { attributes: [{ key: 'error', value: { intValue: 2 } }] },
  ]
  const text = JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] })
  expect(read(openTelemetry, text)).toEqual(BOTH)
})

test("reads PostHog's batches, lists and beacons, and nothing else that it asks", () => {
  const events = [{ properties: { serial: 4 } }, { properties: { error: 2 } }]
  const list = JSON.stringify(events)
  expect(read(posthog, JSON.stringify({ batch: events }), '/batch/')).toEqual(BOTH)
  expect(read(posthog, list, '/e/?ip=0')).toEqual(BOTH)
  const form = new URLSearchParams({ data: Buffer.from(list).toString('base64') })
  expect(read(posthog, form.toString(), '/e/')).toEqual(BOTH)
  expect(read(posthog, list, '/flags/')).toEqual([])
})

test("reads Sentry's envelopes", () => {
  const lines = [
    { sent_at: 'now' },
    { type: 'trace_metric' },
    { items: [{ attributes: { serial: { value: 4 } } }] },
    { type: 'event' },
    { exception: { values: [{ value: 'error 2' }] } },
  ]
  expect(read(sentry, lines.map((line) => JSON.stringify(line)).join('\n'))).toEqual(BOTH)
})

test("reads Snowplow's events, self-describing ones in base64 or plain", () => {
  const described = JSON.stringify({ data: { schema: 'iglu:x', data: { serial: 2 } } })
  const packed = { se_la: '4', ue_px: Buffer.from(described).toString('base64url') }
  expect(read(snowplow, JSON.stringify({ data: [packed] }))).toEqual(BOTH)
  expect(read(snowplow, JSON.stringify({ data: [{ se_la: '4' }, { ue_pr: described }] }))).toEqual(BOTH)
})
