import type { Metric } from '../operation/metrics-text.js'
import { single } from '../operation/process-metrics.js'
import type { HealthFigures } from './health-figures.js'
import { partFaults, PARTS } from './part-faults.js'

const SECOND_MILLIS = 1000

/** What `/readyz` says of each part, as figures. Whether the control plane can be read, and whether it stops, it alone says. */
const WATCHED = PARTS.filter((part) => part !== 'control-plane' && part !== 'stopping')

const partMetric = (figures: HealthFigures): Metric => {
  const unwell = new Set(partFaults(figures).map(({ part }) => part))
  return {
    kind: 'gauge',
    name: 'candor_part_unwell',
    help: '1 while a part is not well; /readyz says why, docs/faults.md what to do.',
    samples: WATCHED.map((part) => ({ labels: { part }, value: unwell.has(part) ? 1 : 0 })),
  }
}

/** The figures of health as metrics. */
export const healthMetrics = (figures: HealthFigures): readonly Metric[] => {
  const { brokenParts, setAside, clock, workers, disk } = figures
  const wentBack = clock.kind === 'went-back' ? clock.byMillis / SECOND_MILLIS : 0
  const restarts = workers.reduce((sum, worker) => sum + worker.restarts, 0)
  const serving = workers.filter(({ state }) => state === 'serves').length
  return [
    partMetric(figures),
    single(
      'gauge',
      'candor_spool_set_aside_records',
      'Records kept aside, which could not be stored.',
      setAside,
    ),
    single('gauge', 'candor_store_broken_parts', 'Parts of tables found broken at the start.', brokenParts),
    single(
      'gauge',
      'candor_clock_went_back_seconds',
      'The largest step back of the clock since the start.',
      wentBack,
    ),
    single('gauge', 'candor_collectors', 'Collector processes that serve beside the main one.', serving),
    single('counter', 'candor_collector_restarts_total', 'Collector processes started again.', restarts),
    {
      kind: 'gauge',
      name: 'candor_disk_stop_below_bytes',
      help: 'With less free space than this the error lane, or every lane, answers 503.',
      samples: [
        { labels: { lane: 'error' }, value: disk.errorsStopBelowBytes },
        { labels: { lane: 'all' }, value: disk.allStopBelowBytes },
      ],
    },
  ]
}
