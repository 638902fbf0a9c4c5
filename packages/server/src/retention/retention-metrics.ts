import type { Metric, Sample } from '../operation/metrics-text.js'
import { single } from '../operation/process-metrics.js'
import type { RetentionFigures } from './retention-figures.js'

const SECOND_MILLIS = 1000

const removedSamples = ({ removed }: RetentionFigures, of: 'reports' | 'values'): readonly Sample[] =>
  removed.flatMap(({ product, category: lane, dataType: type, reports: value }) => {
    if (type === undefined) return of === 'reports' ? [{ labels: { product, lane }, value }] : []
    return of === 'values' ? [{ labels: { product, lane, type }, value }] : []
  })

/** What retention did as metrics. */
export const retentionMetrics = (figures: RetentionFigures): readonly Metric[] => [
  single('gauge', 'candor_retention_failing', '1 since a round failed.', figures.state === 'failing' ? 1 : 0),
  ...(figures.lastRunMillis === undefined
    ? []
    : [
        single(
          'gauge',
          'candor_retention_last_round_timestamp_seconds',
          'When a round of retention was last completed.',
          figures.lastRunMillis / SECOND_MILLIS,
        ),
      ]),
  {
    kind: 'counter',
    name: 'candor_retention_removed_reports_total',
    help: 'Reports removed since they were over.',
    samples: removedSamples(figures, 'reports'),
  },
  {
    kind: 'counter',
    name: 'candor_retention_removed_values_total',
    help: 'Reports emptied of the value of a data type whose own retention is shorter.',
    samples: removedSamples(figures, 'values'),
  },
  {
    kind: 'gauge',
    name: 'candor_store_oldest_day_timestamp_seconds',
    help: "The day of each lane's oldest report.",
    samples: figures.oldest.map(({ product, category: lane, day }) => ({
      labels: { product, lane },
      value: Date.parse(day) / SECOND_MILLIS,
    })),
  },
]
