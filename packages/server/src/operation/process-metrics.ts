import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Metric, MetricSource } from './metrics-text.js'

const MICROS_A_SECOND = 1_000_000
const NANOS_A_SECOND = 1_000_000_000
const RESOLUTION_MILLIS = 20

const one = (kind: 'counter' | 'gauge', name: string, help: string, value: number): Metric => ({
  kind,
  name,
  help,
  samples: [{ value }],
})

/** Figures of the process, and the way to stop measuring. */
export interface ProcessFigures {
  readonly metrics: MetricSource
  stop(): void
}

/** Measures the process: CPU, memory, and how late the event loop was since the last time it was asked. */
export const createProcessFigures = (): ProcessFigures => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MILLIS })
  delay.enable()
  const delays = (): readonly Metric[] => {
    const seconds = (nanos: number): number => (Number.isFinite(nanos) ? nanos / NANOS_A_SECOND : 0)
    const samples = [
      { labels: { quantile: '0.5' }, value: seconds(delay.percentile(50)) },
      { labels: { quantile: '0.99' }, value: seconds(delay.percentile(99)) },
      { labels: { quantile: '1' }, value: seconds(delay.count === 0 ? 0 : delay.max) },
    ]
    delay.reset()
    const help = `Time between turns of the event loop, measured each ${RESOLUTION_MILLIS} ms, since the last scrape.`
    return [{ kind: 'gauge', name: 'candor_event_loop_delay_seconds', help, samples }]
  }
  return {
    metrics: () => {
      const { user, system } = process.cpuUsage()
      const seconds = (user + system) / MICROS_A_SECOND
      return [
        one('counter', 'process_cpu_seconds_total', 'CPU time used, user and system.', seconds),
        one('gauge', 'process_resident_memory_bytes', 'Resident memory.', process.memoryUsage.rss()),
        one('gauge', 'process_uptime_seconds', 'Time since the process started.', process.uptime()),
        ...delays(),
      ]
    },
    stop: () => delay.disable(),
  }
}

/** A metric that is one number without labels. */
export const single = one
