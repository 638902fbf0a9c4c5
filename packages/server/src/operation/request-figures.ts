import type { Metric } from './metrics-text.js'

/** What requests are counted by; addresses are not. */
export const ROUTE_CLASSES = ['ingest', 'policy', 'practices', 'subject', 'api', 'operation', 'page'] as const

/** A class of routes. */
export type RouteClass = (typeof ROUTE_CLASSES)[number]

const BEGINNINGS: readonly (readonly [string, RouteClass])[] = [
  ['/v1/policy', 'policy'],
  ['/v1/practices', 'practices'],
  ['/v1/endpoints', 'practices'],
  ['/practices', 'practices'],
  ['/endpoints', 'practices'],
  ['/v1/subject', 'subject'],
  ['/v1/receipt-key', 'subject'],
  ['/api/', 'api'],
  ['/healthz', 'operation'],
  ['/readyz', 'operation'],
  ['/metrics', 'operation'],
]

/** The class of a route's pattern; what has no class of its own is a page. */
export const routeClassOf = (pattern: string): RouteClass =>
  BEGINNINGS.find(([beginning]) => pattern.startsWith(beginning))?.[1] ?? 'page'

/** Counts requests, and how long reports took to be acknowledged. */
export interface RequestFigures {
  /** A request to an ingest endpoint was answered, after so many milliseconds. */
  ingest(status: number, millis: number): void
  /** A request to another route was answered. */
  other(routeClass: RouteClass, status: number): void
  /** A connection was closed unanswered, since there were too many. */
  dropped(): void
  readonly metrics: () => readonly Metric[]
}

/** Seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const

const SECOND_MILLIS = 1000
const STATUSES = 600
const OK = 200

/** Makes the counters: plain arrays, since every report passes here. */
export const createRequestFigures = (): RequestFigures => {
  const counts = new Map(ROUTE_CLASSES.map((name) => [name, new Float64Array(STATUSES)]))
  const ingested = counts.get('ingest') ?? new Float64Array(STATUSES)
  const latencies = new Float64Array(BOUNDS.length + 1)
  let latencySum = 0
  let dropped = 0
  const count = (into: Float64Array, status: number): void => {
    into[status] = (into[status] ?? 0) + 1
  }
  return {
    ingest: (status, millis) => {
      count(ingested, status)
      if (status !== OK) return
      const seconds = millis / SECOND_MILLIS
      let at = 0
      while (at < BOUNDS.length && seconds > (BOUNDS[at] ?? Infinity)) at += 1
      count(latencies, at)
      latencySum += seconds
    },
    dropped: () => void (dropped += 1),
    other: (routeClass, status) => count(counts.get(routeClass) ?? ingested, status),
    metrics: () => [
      {
        kind: 'counter',
        name: 'candor_requests_total',
        help: 'Requests answered, by class of route and status.',
        samples: [...counts].flatMap(([route, statuses]) =>
          [...statuses].flatMap((value, status) =>
            value === 0 ? [] : [{ labels: { route, status: String(status) }, value }],
          ),
        ),
      },
      {
        kind: 'histogram',
        name: 'candor_acknowledgement_seconds',
        help: 'Time from a request of reports to its answer 200, which is sent when they are on disk.',
        bounds: BOUNDS,
        counts: [...latencies],
        sum: latencySum,
      },
      {
        kind: 'counter',
        name: 'candor_connections_dropped_total',
        help: 'Connections closed unanswered, since there were as many as maxConnections allows.',
        samples: [{ value: dropped }],
      },
    ],
  }
}
