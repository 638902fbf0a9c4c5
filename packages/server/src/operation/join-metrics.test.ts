import { expect, test } from 'vitest'
import { countsOf, joinMetrics } from './join-metrics.js'
import type { Metric } from './metrics-text.js'

const counter = (lane: string, value: number): Metric => ({
  kind: 'counter',
  name: 'c',
  help: 'C.',
  samples: [{ labels: { lane }, value }],
})
const delay = (value: number): Metric => ({
  kind: 'gauge',
  name: 'd',
  help: 'D.',
  samples: [{ value }],
  joins: 'largest',
})
const times = (counts: readonly number[], sum: number): Metric => ({
  kind: 'histogram',
  name: 'h',
  help: 'H.',
  bounds: [1],
  counts,
  sum,
})

test('figures of several processes are summed by their labels; of a delay the largest counts', () => {
  const joined = joinMetrics([
    counter('usage', 1),
    delay(3),
    times([1, 2], 5),
    counter('census', 10),
    counter('usage', 2),
    delay(2),
    times([0, 1], 7),
  ])
  expect(joined).toEqual([
    {
      ...counter('usage', 0),
      samples: [
        { labels: { lane: 'usage' }, value: 3 },
        { labels: { lane: 'census' }, value: 10 },
      ],
    },
    delay(3),
    times([1, 3], 12),
  ])
})

test('of a process that ended what it did is left', () => {
  expect(countsOf([counter('usage', 1), delay(3), times([1], 2)])).toEqual([
    counter('usage', 1),
    times([1], 2),
  ])
})
