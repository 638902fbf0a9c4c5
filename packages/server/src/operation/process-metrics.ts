import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Metric } from './metrics-text.js'

const MICROS_A_SECOND = 1_000_000
const NANOS_A_SECOND = 1_000_000_000
const RESOLUTION_MILLIS = 20
const WINDOW_MILLIS = 60_000

const one = (kind: 'counter' | 'gauge', name: string, help: string, value: number) =>
  ({
    kind,
    name,
    help,
    samples: [{ value }],
  }) satisfies Metric

/** Figures of the process, and the way to stop measuring. */
export interface ProcessFigures {
  readonly metrics: () => readonly Metric[]
  stop(): void
}

/** Measures the process: CPU, memory, and how late the event loop was over the last minute at most. */
export const createProcessFigures = (): ProcessFigures => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MILLIS })
  delay.enable()
  let sinceMillis = performance.now()
  const delays = (): readonly Metric[] => {
    const seconds = (nanos: number): number => (Number.isFinite(nanos) ? nanos / NANOS_A_SECOND : 0)
    const samples = [
      { labels: { quantile: '0.5' }, value: seconds(delay.percentile(50)) },
      { labels: { quantile: '0.99' }, value: seconds(delay.percentile(99)) },
      { labels: { quantile: '1' }, value: seconds(delay.count === 0 ? 0 : delay.max) },
    ]
    if (performance.now() - sinceMillis >= WINDOW_MILLIS) {
      delay.reset()
      sinceMillis = performance.now()
    }
    const help = `Time between turns of the event loop, measured each ${RESOLUTION_MILLIS} ms, over the last minute at most; of the slowest process.`
    return [{ kind: 'gauge', name: 'candor_event_loop_delay_seconds', help, samples, joins: 'largest' }]
  }
  return {
    metrics: () => {
      const { user, system } = process.cpuUsage()
      const seconds = (user + system) / MICROS_A_SECOND
      return [
        one('counter', 'process_cpu_seconds_total', 'CPU time used, user and system.', seconds),
        one('gauge', 'process_resident_memory_bytes', 'Resident memory.', process.memoryUsage.rss()),
        {
          ...one('gauge', 'process_uptime_seconds', 'Time since the main process started.', process.uptime()),
          joins: 'largest',
        },
        ...delays(),
      ]
    },
    stop: () => delay.disable(),
  }
}

/** A metric that is one number without labels. */
export const single = one
