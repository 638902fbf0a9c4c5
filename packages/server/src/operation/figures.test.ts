import { expect, test } from 'vitest'
import type { Conservation } from '../spool/spool.js'
import { metricsText } from './metrics-text.js'
import { createRequestFigures, routeClassOf } from './request-figures.js'
import { createWaitingAge } from './waiting-age.js'

test('metrics are written in the text form of Prometheus', () => {
  const text = metricsText([
    { kind: 'gauge', name: 'a', help: 'A.', samples: [{ labels: { lane: 'x"\\\n' }, value: 1.5 }] },
    { kind: 'histogram', name: 'h', help: 'H.', bounds: [1, 2], counts: [3, 0, 4], sum: 30 },
  ])
  expect(text.split('\n')).toEqual([
    '# HELP a A.',
    '# TYPE a gauge',
    'a{lane="x\\"\\\\\\n"} 1.5',
    '# HELP h H.',
    '# TYPE h histogram',
    'h_bucket{le="1"} 3',
    'h_bucket{le="2"} 3',
    'h_bucket{le="+Inf"} 7',
    'h_sum 30',
    'h_count 7',
    '',
  ])
})

test('requests are counted by class and status, and only acknowledgements are timed', () => {
  const figures = createRequestFigures()
  figures.ingest(200, 3)
  figures.ingest(200, 60_000)
  figures.ingest(503, 1)
  figures.other('api', 404)
  const text = metricsText(figures.metrics())
  expect(text).toContain('candor_requests_total{route="ingest",status="200"} 2\n')
  expect(text).toContain('candor_requests_total{route="ingest",status="503"} 1\n')
  expect(text).toContain('candor_requests_total{route="api",status="404"} 1\n')
  expect(text).toContain('candor_acknowledgement_seconds_bucket{le="0.0025"} 0\n')
  expect(text).toContain('candor_acknowledgement_seconds_bucket{le="0.005"} 1\n')
  expect(text).toContain('candor_acknowledgement_seconds_count 2\n')
})

test.each([
  ['/v1/policy', 'policy'],
  ['/v1/subject/access', 'subject'],
  ['/practices.md', 'practices'],
  ['/api/export/usage', 'api'],
  ['/readyz', 'operation'],
  ['/insights', 'page'],
])('%s counts as %s', (pattern, routeClass) => {
  expect(routeClassOf(pattern)).toBe(routeClass)
})

const usage = (stored: number, pending: number): Conservation => {
  const none = { received: 0, stored: 0, refused: {}, duplicate: 0, pending: 0 }
  return { census: none, usage: { ...none, stored, pending }, error: none }
}

test('the oldest report waits from the first look that saw it, until it is stored', () => {
  const age = createWaitingAge()
  expect(age.oldestMillis(0)).toBe(0)
  age.look('p', usage(0, 5), 1000)
  age.look('p', usage(0, 9), 4000)
  expect(age.oldestMillis(6000)).toBe(5000)
  age.look('p', usage(5, 4), 7000)
  expect(age.oldestMillis(7000)).toBe(3000)
  age.look('p', usage(9, 0), 8000)
  expect(age.oldestMillis(9000)).toBe(0)
})
