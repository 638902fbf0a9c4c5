/** A label's value is one of few that the service itself knows; never an organisation, a person, a device, an address or a key. */
export type Labels = Readonly<Record<string, string>>

/** One number of a metric. */
export interface Sample {
  readonly labels?: Labels
  readonly value: number
}

/** A metric with its samples. */
export type Metric =
  | {
      readonly kind: 'counter' | 'gauge'
      readonly name: string
      readonly help: string
      readonly samples: readonly Sample[]
      /** How the figures of several processes join: the largest counts. Default: their sum. */
      readonly joins?: 'largest'
    }
  | {
      readonly kind: 'histogram'
      readonly name: string
      readonly help: string
      /** Upper bounds, ascending, in the metric's unit. */
      readonly bounds: readonly number[]
      /** Observations up to each bound and beyond the last one, each counted once. */
      readonly counts: readonly number[]
      readonly sum: number
    }

/** Gives metrics when they are asked for. */
export type MetricSource = () => readonly Metric[] | Promise<readonly Metric[]>

const escapeLabel = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const labelled = (labels: Labels = {}): string => {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`)
  return parts.length === 0 ? '' : `{${parts.join(',')}}`
}

const histogramLines = (metric: Extract<Metric, { readonly kind: 'histogram' }>): readonly string[] => {
  const { name, bounds, counts, sum } = metric
  let total = 0
  const buckets = counts.map((count, at) => {
    total += count
    return `${name}_bucket{le="${bounds[at] ?? '+Inf'}"} ${total}`
  })
  return [...buckets, `${name}_sum ${sum}`, `${name}_count ${total}`]
}

const linesOf = (metric: Metric): readonly string[] => [
  `# HELP ${metric.name} ${metric.help}`,
  `# TYPE ${metric.name} ${metric.kind}`,
  ...(metric.kind === 'histogram'
    ? histogramLines(metric)
    : metric.samples.map(({ labels, value }) => `${metric.name}${labelled(labels)} ${value}`)),
]

/** Media type of the text form. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** Metrics in Prometheus's text form (exposition format 0.0.4). */
export const metricsText = (metrics: readonly Metric[]): string =>
  metrics
    .flatMap(linesOf)
    .map((line) => `${line}\n`)
    .join('')
