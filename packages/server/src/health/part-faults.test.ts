import { expect, test } from 'vitest'
import type { HealthFigures } from './health-figures.js'
import { healthMetrics } from './health-metrics.js'
import { partFaults } from './part-faults.js'

const WELL: HealthFigures = {
  spool: { kind: 'well' },
  loader: { kind: 'well' },
  pending: { census: 0, usage: 0, error: 0 },
  brokenParts: 0,
  setAside: 0,
  disk: { freeBytes: 100, totalBytes: 1000, errorsStopBelowBytes: 20, allStopBelowBytes: 10 },
  clock: { kind: 'well' },
  keyring: { kind: 'well' },
  workers: [],
}

const worker = { process: 7, state: 'serves', restarts: 2 } as const

test('a service that is well has no fault', () => {
  expect(partFaults(WELL)).toEqual([])
  expect(partFaults({ ...WELL, workers: [worker] })).toEqual([])
})

test.each<[string, string, Partial<HealthFigures>]>([
  ['spool', 'CANDOR_SPOOL_FULL', { spool: { kind: 'failing', since: 5, code: 'CANDOR_SPOOL_FULL' } }],
  ['disk', 'CANDOR_SPOOL_FULL', { disk: { ...WELL.disk, freeBytes: 19 } }],
  [
    'loader',
    'CANDOR_STORE_UNAVAILABLE',
    { loader: { kind: 'failing', since: 5, code: 'CANDOR_STORE_UNAVAILABLE' } },
  ],
  ['store', 'CANDOR_STORE_DAMAGED', { brokenParts: 1 }],
  ['set-aside', 'CANDOR_VALUE_REFUSED', { setAside: 1 }],
  [
    'keyring',
    'CANDOR_KEYRING_UNUSABLE',
    { keyring: { kind: 'failing', since: 5, code: 'CANDOR_KEYRING_UNUSABLE' } },
  ],
  ['clock', 'CANDOR_CLOCK_WENT_BACK', { clock: { kind: 'went-back', byMillis: 3000, at: 5 } }],
  ['collectors', 'CANDOR_COLLECTOR_ENDED', { workers: [worker, { ...worker, state: 'starts' }] }],
])('%s that is not well is told with %s, and as a figure', (part, code, fault) => {
  const figures = { ...WELL, ...fault }
  expect(partFaults(figures)).toEqual([expect.objectContaining({ part, code })])
  const [parts] = healthMetrics(figures)
  const unwell = parts?.kind === 'gauge' ? parts.samples.filter(({ value }) => value === 1) : []
  expect(unwell).toEqual([{ labels: { part }, value: 1 }])
})
