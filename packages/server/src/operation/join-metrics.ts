import type { Metric, Sample } from './metrics-text.js'

type Histogram = Extract<Metric, { readonly kind: 'histogram' }>
type Plain = Exclude<Metric, Histogram>

const joinSamples = (
  join: (one: number, other: number) => number,
  samples: readonly Sample[],
): readonly Sample[] => {
  const byLabels = new Map<string, Sample>()
  for (const sample of samples) {
    const key = JSON.stringify(sample.labels ?? {})
    const known = byLabels.get(key)
    byLabels.set(key, known === undefined ? sample : { ...known, value: join(known.value, sample.value) })
  }
  return [...byLabels.values()]
}

const sum = (one: number, other: number): number => one + other

const joinPlain = (one: Plain, other: Plain): Plain => ({
  ...one,
  samples: joinSamples(one.joins === 'largest' ? Math.max : sum, [...one.samples, ...other.samples]),
})

const joinHistograms = (one: Histogram, other: Histogram): Histogram => ({
  ...one,
  counts: one.counts.map((count, at) => count + (other.counts[at] ?? 0)),
  sum: one.sum + other.sum,
})

const joinTwo = (one: Metric, other: Metric): Metric => {
  if (one.kind === 'histogram') return other.kind === 'histogram' ? joinHistograms(one, other) : one
  return other.kind === 'histogram' ? one : joinPlain(one, other)
}

/** Joins metrics of the same name, as several processes give them, into one each; in the order in which names first come. */
export const joinMetrics = (metrics: readonly Metric[]): readonly Metric[] => {
  const byName = new Map<string, Metric>()
  for (const metric of metrics) {
    const known = byName.get(metric.name)
    byName.set(metric.name, known === undefined ? metric : joinTwo(known, metric))
  }
  return [...byName.values()]
}

/** What a process that ended has done; what it was, such as its memory, is over. */
export const countsOf = (metrics: readonly Metric[]): readonly Metric[] =>
  metrics.filter(({ kind }) => kind !== 'gauge')
